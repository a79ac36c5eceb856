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
}
