using CsCheck;

namespace Readout.Tests.Pages.Html;

public sealed class TreeConstructorTests
{
    private static readonly string[] Flow = "div p b a i span ul li h1 h2 form br hr dl dd dt blockquote button nobr address object marquee ruby rt rp option x-y em".Split(' ');
    private static readonly string[] Tables = "table tr td tbody thead caption col colgroup b a div p li form input span".Split(' ');

    [Theory]
    [InlineData("<p>one<p>two", "p(\"one\") p(\"two\")")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul>d</ul>", "ul( li(\"a\") li(\"b\" ul( li(\"c\"))\"d\"))")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "dl( dt(\"a\") dd(\"b\") dt(\"c\"))")]
    [InlineData("<p><b>a<p>b</b>c", "p( b(\"a\")) p( b(\"b\")\"c\")")]
    [InlineData("<a href=1>x<div>y</a>z</div>", "a(\"x\") div( a(\"y\")\"z\")")]
    [InlineData("<table>a<tr><td>b<td>c</table>", "\"a\" table( tbody( tr( td(\"b\") td(\"c\"))))")]
    [InlineData("<br/>a</br>b<img src=x>c", "br()\"a\" br()\"b\" img()\"c\"")]
    [InlineData("a<script>if (x<b) '</p>'</script>b<style>p</style>", "\"a\" script()\"b\" style()")]
    [InlineData("<script><!-- <script> </script> --></script>a", "script()\"a\"")]
    [InlineData("a<!-- <p> -->b<!--> c <!-- x --!>d", "\"ab c d\"")]
    [InlineData("1 < 2 & 3 </ x> &amp; &eacute;t&eacute; &notit; &#8217;&#x41;&#150;", "\"1 < 2 & 3  & été ¬it; ’A–\"")]
    [InlineData("<p title=\"a>b\" id='c' class=d/>e", "p(\"e\")")]
    [InlineData("<noscript><p>a</noscript>b<noscript>c", "noscript()\"b\" noscript()\"c\"")]
    [InlineData("<select><option>a<div>b</select>c", "select()\"c\"")]
    [InlineData("a<svg><title>t</title><path d=1 /><g><svg></svg></g></svg>b<svg><div>c</div>", "\"a\" svg()\"b\" svg() div(\"c\")")]
    [InlineData("<div><svg><path></div>a", "div( svg())\"a\"")]
    [InlineData("<template><p>a<template>b</template></p></template>c", "template()\"c\"")]
    [InlineData("<x-host><template shadowrootmode=open><p>a</p></template></x-host>b", "x-host( template( p(\"a\")))\"b\"")]
    [InlineData("<textarea><p>a</textarea>b<xmp><p>c</xmp>", "textarea()\"b\" xmp(\"<p>c\")")]
    public void Markup_is_read_as_browsers_read_it(string page, string tree) => Assert.Equal(tree, Soup.Ours($"<!doctype html><body>{page}"));

    [Fact]
    public void Any_soup_of_blocks_and_formatting_gives_the_tree_of_the_standard() => Agree(Flow);

    [Fact]
    public void Any_soup_of_tables_gives_the_tree_of_the_standard() => Agree(Tables);

    private static void Agree(string[] names)
    {
        var name = Gen.Int[0, names.Length - 1].Select(i => names[i]);
        var piece = Gen.Int[0, 9].SelectMany(way => name.Select(n => way < 5 ? $"<{n}>" : way < 8 ? $"</{n}>" : $"{(char)('A' + n.Length)}"));
        piece.List[1, 14].Select(p => $"<!doctype html><body>{string.Concat(p)}").Sample(page => Soup.Ours(page) == Soup.Standard(page), iter: 3000);
    }
}
