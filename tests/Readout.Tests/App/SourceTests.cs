using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Tests.App;

public sealed class SourceTests : IDisposable
{
    private const string Prose = "The foreign ministers of the two states met in the capital on Monday and agreed to meet again in spring, their offices said.";
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void A_feed_gives_an_article_for_each_item()
    {
        var feed = session.File("feed.xml", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- a comment -->
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>The Paper</title>
            <item><title>Talks &amp; trade</title><link>https://example.org/a</link><pubDate>Thu, 18 Mar 2021 23:30:00 EDT</pubDate><dc:creator>A. Writer</dc:creator>
            <description>Short.</description><content:encoded><![CDATA[<p>{Prose}</p>]]></content:encoded></item>
            <item><title>Second</title><link>https://example.org/b</link><dc:date>2021-03-19T01:00:00+09:00</dc:date><description>&lt;p&gt;{Prose}&lt;/p&gt;</description></item>
            </channel></rss>
            """);
        Assert.Equal(0, session.Run(feed));
        var articles = Articles();
        Assert.Equal(2, articles.Count);
        Assert.Equal("Talks & trade", articles[0].GetProperty("title").GetString());
        Assert.Equal("2021-03-18", articles[0].GetProperty("published").GetString());
        Assert.Equal("The Paper", articles[0].GetProperty("source").GetString());
        Assert.Equal("https://example.org/a", articles[0].GetProperty("url").GetString());
        Assert.Equal("A. Writer", articles[0].GetProperty("authors")[0].GetString());
        Assert.Equal("2021-03-19", articles[1].GetProperty("published").GetString());
        Assert.All(articles, a => Assert.Contains(Prose, a.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.EndsWith("feed.xml#2", articles[1].GetProperty("input").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Atom_feed_with_XHTML_content_is_read()
    {
        var feed = session.File("atom", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><entry><title>Talks</title><id>tag:example.org,2021:1</id><published>2021-03-18T10:00:00Z</published>
            <link rel="self" href="https://example.org/self"/><link href="https://example.org/talks"/><author><name>Press office</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Prose}</p></div></content></entry></feed>
            """);
        Assert.Equal(0, session.Run(feed));
        var article = Assert.Single(Articles());
        Assert.Equal("https://example.org/talks", article.GetProperty("url").GetString());
        Assert.Equal("Press office", article.GetProperty("authors")[0].GetString());
        Assert.Contains(Prose, article.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_web_archive_gives_its_pages_with_chunks_and_packing_undone()
    {
        var html = $"<html><head><title>Talks</title></head><body><article><p>{Prose}</p></article></body></html>";
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"5;x=y\r\n{html[..5]}\r\n{html.Length - 5:x}\r\n{html[5..]}\r\n0\r\n\r\n")];
        byte[][] records =
        [
            Warc.Record("warcinfo", "", "application/warc-fields", "software: test\r\n"u8.ToArray()),
            Warc.Response("https://example.org/1", html),
            Warc.Response("https://example.org/2", chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
            Warc.Response("https://example.org/3", Packed(Encoding.UTF8.GetBytes(html)), "content-type: text/html\r\ncontent-encoding: gzip\r\n"),
            Warc.Response("https://example.org/4", Encoding.UTF8.GetBytes(html), "Transfer-Encoding: chunked\r\n"),
            Warc.Response("https://example.org/gone", Encoding.UTF8.GetBytes(html), "Content-Type: text/html\r\n", "404 Not Found"),
            Warc.Response("https://example.org/picture", [1, 2, 3], "Content-Type: image/png\r\n"),
            Warc.Record("request", "https://example.org/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
        ];
        Assert.Equal(0, session.Run(session.File("crawl.warc.gz", [.. records.SelectMany(Packed)])));
        Assert.Equal(["https://example.org/1", "https://example.org/2", "https://example.org/3", "https://example.org/4"], Articles().Select(a => a.GetProperty("url").GetString()!));
        Assert.All(Articles(), a => Assert.Contains(Prose, a.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Given_text_is_kept_to_the_character_and_its_id_and_date_too()
    {
        const string Text = "Title\n\n  Two  spaces, a “quotation” and 한국어.\r\nEnd ";
        Assert.Equal(0, session.Run(session.File("x.gz", Packed(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { id = "my-id", title = "Title", published = "2021-03-18", text = Text }))))));
        var article = Assert.Single(Articles());
        Assert.Equal(Text, article.GetProperty("text").GetString());
        Assert.Equal("my-id", article.GetProperty("id").GetString());
        Assert.Equal("2021-03-18", article.GetProperty("published").GetString());
        Assert.Equal(0, session.Run(Path.Combine(session.Folder, "x.gz"), "--date", "2020-01-02"));
        Assert.Equal("2020-01-02", Articles()[0].GetProperty("published").GetString());
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_names_without_hidden_files_and_style_sheets()
    {
        foreach (var name in new[] { "b/2.txt", "b/1.txt", "a.txt", ".git/config", "b/style.css" }) session.File($"news/{name}", $"Note\n\n{Prose} {name}");
        Assert.Equal(0, session.Run("read", Path.Combine(session.Folder, "news")));
        Assert.Equal(["a.txt", "1.txt", "2.txt"], Articles().Select(a => Path.GetFileName(a.GetProperty("input").GetString()!)));
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private List<JsonElement> Articles() => [.. session.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article"))];
}
