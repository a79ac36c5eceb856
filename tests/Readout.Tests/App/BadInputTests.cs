using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Readout.Tests.App;

/// <summary>Each kind of bad input gets an error that names it, exit status 1, and everything else is read.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Prose = "The foreign ministers of the two states met in the capital on Monday and agreed to meet again in spring, their offices said.";
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void An_empty_file() => Refused(session.File("empty.html", ""), "is empty");

    [Fact]
    public void A_file_of_blanks() => Refused(session.File("blank.txt", " \r\n\t\n"), "is empty");

    [Fact]
    public void A_binary_file() => Refused(session.File("page.html", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))]), "is a binary file");

    [Fact]
    public void A_picture_that_claims_to_be_text() => Refused(session.File("photo.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]), "is a picture");

    [Fact]
    public void A_page_of_50_megabytes() => Refused(session.File("huge.html", "<p>" + new string('a', 50 << 20)), "is larger than 32 MB");

    [Fact]
    public void A_gzip_file_that_unpacks_to_an_enormous_page() => Refused(session.File("bomb.html.gz", Packed(new byte[200 << 20])), "bomb.html.gz");

    [Fact]
    public void A_truncated_gzip_file()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<p>{Prose} {i}</p>"))));
        Refused(session.File("cut.html.gz", packed[..(packed.Length / 2)]), "is a damaged or truncated gzip file");
    }

    [Fact]
    public void A_damaged_gzip_file()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<p>{Prose} {i}</p>"))));
        for (var i = 200; i < 260; i++) packed[i] ^= 0x55;
        Refused(session.File("damaged.html.gz", packed), "is a damaged or truncated gzip file");
    }

    [Fact]
    public void A_feed_with_entities_that_multiply() => Refused(
        session.File("bomb.xml", """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"""),
        "document type definition");

    [Fact]
    public void A_feed_that_breaks_off_keeps_the_items_before()
    {
        var feed = session.File("feed.xml", $"<rss><channel><title>Paper</title><item><title>Talks end</title><description>{Prose}</description></item><item><title>Cut");
        Assert.Equal(1, session.Run(feed));
        Assert.Single(session.Lines);
        Assert.Contains("feed.xml: is no well-formed feed from line 1 on", session.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_archive_that_breaks_off_keeps_the_records_before()
    {
        var archive = Warc.Response("https://example.org/1", $"<html><body><article><h1>Talks end</h1><p>{Prose}</p></article></body></html>");
        var path = session.File("crawl.warc", [.. archive, .. archive[..(archive.Length - 30)]]);
        Assert.Equal(1, session.Run(path));
        Assert.Single(session.Lines);
        Assert.Contains("crawl.warc#2: is cut off", session.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_line_among_JSON_lines_is_named_and_the_others_are_read()
    {
        var file = session.File("news.jsonl", $$"""{"text":"{{Prose}}"}""" + "\n{broken\n{\"title\":\"no text\"}\n" + """{"text":"\ud800"}""" + "\n[1]\n" + $$"""{"text":"{{Prose}} Again."}""");
        Assert.Equal(1, session.Run(file));
        Assert.Equal(2, session.Lines.Count);
        foreach (var line in new[] { "#2: is no JSON object", "#3: has neither", "#4: holds half a surrogate", "#5: is no JSON object" })
            Assert.Contains("news.jsonl" + line, session.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_nested_tags_are_read_in_time()
    {
        var page = session.File("deep.html", string.Concat(Enumerable.Repeat("<div>", 10_000)) + $"<p>{Prose}</p>");
        var watch = Stopwatch.StartNew();
        Assert.InRange(session.Run(page), 0, 1);
        // Alone it takes two seconds; a busy machine may need longer, a quadratic parser never ends.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}");
        Assert.True(session.Lines.Count == 1 || session.Errors.Contains("deep.html", StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_UTF_8_is_read_with_the_broken_bytes_replaced()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes("<meta charset=utf-8><p>"), 0xC3, 0x28, 0xE2, 0x82, .. Encoding.UTF8.GetBytes($" {Prose}</p>")];
        Assert.Equal(0, session.Run(session.File("broken.html", page)));
        Assert.Contains(Prose, Text(session.Lines[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("no-such-charset")]
    public void A_wrong_charset_does_not_stop_the_reading(string declared)
    {
        byte[] page = [.. Encoding.UTF8.GetBytes($"<meta charset={declared}><p>{Prose} The president of C"), 0xF4, .. Encoding.Latin1.GetBytes("te d'Ivoire agreed.</p>")];
        Assert.Equal(0, session.Run(session.File("charset.html", page)));
        Assert.Contains(Prose, Text(session.Lines[0]), StringComparison.Ordinal);
    }

    private static string Text(string line) => JsonDocument.Parse(line).RootElement.GetProperty("article").GetProperty("text").GetString()!;

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private void Refused(string bad, string message)
    {
        var good = session.File("good.txt", $"Talks end\n\n{Prose}");
        Assert.Equal(1, session.Run(bad, good));
        Assert.Single(session.Lines);
        var error = Assert.Single(session.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"readout: {bad}", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
