using System.Net;

namespace Readout.Tests.Pages.Html;

public sealed class CharacterReferenceTests
{
    [Theory]
    [InlineData("&amp;&lt;&gt;&quot;&apos;&nbsp;", "&<>\"'\u00A0")]
    [InlineData("&AMP &copy2021 &notin; &notit;", "& ©2021 ∉ ¬it;")]
    [InlineData("&#39;&#x2019;&#X2019;&#8217", "'’’’")]
    [InlineData("&#0;&#xD800;&#1114112;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#128;&#146;&#x1F600;", "€’😀")]
    [InlineData("& &; &# &#x; &nosuch; AT&T", "& &; &# &#x; &nosuch; AT&T")]
    [InlineData("&CounterClockwiseContourIntegral;&fjlig;&nGg;", "∳fj⋙\u0338")]
    public void References_in_text_are_read(string raw, string text) => Assert.Equal(text, Known.Knowledge.Pages.References.Decoded(raw, inAttribute: false));

    [Theory]
    [InlineData("?a=1&copy=2&lt=3&amp;d", "?a=1&copy=2&lt=3&d")]
    [InlineData("&copy; &copy", "© ©")]
    public void Names_in_addresses_are_left_alone(string raw, string value) => Assert.Equal(value, Known.Knowledge.Pages.References.Decoded(raw, inAttribute: true));

    [Fact]
    public void What_NET_knows_is_read_in_the_same_way()
    {
        foreach (var name in (string[])["Aacute", "zwnj", "thetasym", "hearts", "euro", "OElig", "lsaquo", "ensp", "bull", "sum"])
            Assert.Equal(WebUtility.HtmlDecode($"&{name};"), Known.Knowledge.Pages.References.Decoded($"&{name};", inAttribute: false));
    }
}
