using System.Diagnostics;
using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

public sealed class BadPageTests
{
    [Theory]
    [InlineData("", "page-empty")]
    [InlineData("  \r\n\t ", "page-empty")]
    [InlineData("%PDF-1.7 and more", "page-binary")]
    [InlineData("\0\u0001\u0002\u0003\0\0\0\0\u0004\u0005 abc", "page-binary")]
    [InlineData("<html><body><script>var a = 1;</script><img src='a.png'></body></html>", "page-without-text")]
    public void What_is_no_page_is_refused_by_name(string page, string code) =>
        Assert.Equal(code, Assert.Throws<PageException>(() => Extraction.Of(page)).Code);

    [Fact]
    public void A_page_of_fifty_megabytes_is_refused_with_the_remedy()
    {
        var problem = Assert.Throws<PageException>(() => Extraction.Of(new byte[50 << 20]));
        Assert.Equal("page-too-large", problem.Code);
        Assert.Contains("give the article's text", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("blockquote")]
    [InlineData("li")]
    [InlineData("table")]
    public void Ten_thousand_nested_tags_are_read(string tag)
    {
        var page = new StringBuilder("<html><body><p>The talks began in Geneva on Monday and will last a week.</p>");
        for (var i = 0; i < 10_000; i++) page.Append('<').Append(tag).Append('>');
        page.Append("The envoys met for the first time since the spring.");
        var article = Extraction.Of(page.ToString());
        Assert.Contains("The talks began in Geneva", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_utf8_is_read_with_a_doubt()
    {
        byte[] bytes = [.. "The minister’s visit — his third — ended on Friday in Kyiv’s old town. "u8, 0xC3, 0x28, .. " He left at noon, an aide said."u8];
        var article = Extraction.Of(bytes);
        Assert.Contains(article.Doubts, d => d.Code == "broken-utf8");
        Assert.Contains("The minister’s visit — his third", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_that_never_closes_is_read()
    {
        var article = Extraction.Of("<html><body><article><h1>Talks resume<p>Delegates from both sides met in Oslo for the second time this month.<p class=\"<<<");
        Assert.Contains("Delegates from both sides", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p ", " x=1 id=a class='b'", 300_000, "")]
    [InlineData("", "<i>", 1_050_000, "page-cut")]
    [InlineData("", "<b><p>", 300_000, "page-cut")]
    [InlineData("", "<a href=x><div>", 100_000, "page-too-deep")]
    [InlineData("", "<table><tr><td>", 50_000, "page-too-deep")]
    [InlineData("", "<ul><li><button><p><object>", 60_000, "page-too-deep")]
    [InlineData("", "<title>", 300_000, "")]
    [InlineData("", "<template>", 300_000, "")]
    [InlineData("", "<script><!--<script>", 100_000, "")]
    [InlineData("", "<", 1_000_000, "")]
    [InlineData("", "&#", 1_000_000, "")]
    [InlineData("<!-- ", "-- <!--", 500_000, "")]
    [InlineData("<p class=\"", "a-b C", 500_000, "")]
    [InlineData("<p>1", "a", 2_000_000, "")]
    [InlineData("<ul>", "<li>1 May 2021", 100_000, "")]
    [InlineData("", "<h1 class=byline>x 1</h1>", 60_000, "")]
    [InlineData("<title>", "a - b | ", 200_000, "")]
    [InlineData("<meta name=author content='", "A B and ", 200_000, "")]
    public void A_hostile_page_costs_bounded_work_and_memory(string head, string repeated, int times, string doubt)
    {
        const string Prose = "The talks began in Geneva on Monday and will last a week, both delegations said.";
        var page = new StringBuilder($"<html><body><p>{Prose}</p>{head}");
        for (var i = 0; i < times; i++) page.Append(repeated);
        var (watch, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var article = Extraction.Of(page.ToString());
        Assert.Contains(Prose, article.Text, StringComparison.Ordinal);
        if (doubt.Length > 0) Assert.Contains(article.Doubts, d => d.Code == doubt);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30, "more than a gigabyte");
        // Alone each takes less than two seconds; a quadratic step would take hours.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public void An_endless_article_keeps_its_text_and_is_read_up_to_the_limit()
    {
        var sentence = "The envoys of both sides met again in the old town hall. ";
        var article = Extraction.Of($"<html><body><p>{string.Concat(Enumerable.Repeat(sentence, 100))}</p><p>The second day. {string.Concat(Enumerable.Repeat(sentence, 100))}</p></body></html>");
        var beginning = article.Beginning(8000);
        Assert.InRange(beginning.Text.Length, 7980, 8000);
        Assert.StartsWith(beginning.Text, article.Text, StringComparison.Ordinal);
        Assert.Equal(beginning.Text.Length, beginning.Blocks[^1].Span.End);
        Assert.Equal(article.Blocks[0], beginning.Blocks[0]);
        Assert.Equal(article.Blocks[0].Span.End, article.Beginning(article.Blocks[0].Span.End).Text.Length);
    }
}
