using Readout.Pages;

namespace Readout.Tests.Pages;

public sealed class PublicationTests
{
    private const string Body = "<p>The two ministers met on Thursday and agreed to meet again in the autumn, officials said.</p>";

    [Theory]
    [InlineData("<meta property=\"article:published_time\" content=\"2021-03-18T10:00:00+09:00\">", "", "2021-03-18", PublishedFrom.Metadata)]
    [InlineData("<meta name=\"date\" content=\"20210318\">", "", "2021-03-18", PublishedFrom.Metadata)]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-18T01:00:00Z\"}</script>", "", "2021-03-18", PublishedFrom.Metadata)]
    [InlineData("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":\"Article\",\"datePublished\":\"2021-03-18\"}]}</script>", "", "2021-03-18", PublishedFrom.Metadata)]
    [InlineData("", "<h1>Ministers meet</h1><time datetime=\"2021-03-18\">Thursday</time>", "2021-03-18", PublishedFrom.Metadata)]
    [InlineData("<link rel=canonical href=\"https://example.org/world/2021/03/18/ministers-meet\">", "", "2021-03-18", PublishedFrom.Url)]
    [InlineData("<link rel=canonical href=\"https://example.org/2021/03/17/ministers-meet\"><meta name=date content=\"2021-03-18T02:00:00Z\">", "", "2021-03-17", PublishedFrom.Url)]
    [InlineData("", "<h1>Ministers meet</h1><p>18 March 2021</p>", "2021-03-18", PublishedFrom.Text)]
    [InlineData("", "<p>SEOUL, March 18, 2021 (Example News) — The talks ended late in the evening.</p>", "2021-03-18", PublishedFrom.Dateline)]
    [InlineData("", "<figure><img><figcaption>The ministers in Seoul on March 18, 2021. (Photo by A. Nobody)</figcaption></figure>", "2021-03-18", PublishedFrom.Caption)]
    public void The_day_of_publication_comes_with_its_place(string head, string top, string day, PublishedFrom from)
    {
        var article = Extraction.Of($"<html><head>{head}</head><body><article>{top}{Body}{Body}</article></body></html>");
        Assert.Equal((day, from), (article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), article.PublishedFrom));
    }

    [Theory]
    [InlineData("en-US", "3/4/2021", "2021-03-04")]
    [InlineData("en-GB", "3/4/2021", "2021-04-03")]
    [InlineData("de", "4. März 2021", "2021-03-04")]
    [InlineData("fr", "4 mars 2021", "2021-03-04")]
    [InlineData("ru", "4 марта 2021", "2021-03-04")]
    [InlineData("pl", "4 listopada 2021", "2021-11-04")]
    [InlineData("hr", "4. listopada 2021", "2021-10-04")]
    [InlineData("ko", "2021년 3월 4일", "2021-03-04")]
    [InlineData("ja", "2021年3月4日", "2021-03-04")]
    [InlineData("hi", "४ मार्च २०२१", "2021-03-04")]
    [InlineData("es", "4 de marzo de 2021", "2021-03-04")]
    public void Dates_are_read_as_the_page_s_language_writes_them(string language, string written, string day)
    {
        var article = Extraction.Of($"<html lang={language}><body><article><h1>Title</h1><p>{written}</p></article></body></html>");
        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Without_a_date_none_is_guessed()
    {
        var article = Extraction.Of($"<html><body><article>{Body}</article></body></html>");
        Assert.Null(article.Published);
        Assert.Equal(PublishedFrom.Unknown, article.PublishedFrom);
    }
}
