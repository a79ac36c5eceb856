using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Readout.Tests.App;

public sealed class WatchTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    private string Store => Path.Combine(session.Folder, "w.db");

    [Fact]
    public void A_watch_reports_each_thing_once()
    {
        Add(1, 3);
        var file = Path.Combine(session.Folder, "news.jsonl");
        Assert.Equal(0, session.Run("watch", "add", "blinken", "Blinken", "--jsonl", file, "--store", Store));
        Assert.Equal(0, session.Run("watch", "run", "--store", Store));
        var first = File.ReadAllLines(file);
        Assert.NotEmpty(first);
        session.Run("watch", "run", "--store", Store);
        Assert.Equal(first, File.ReadAllLines(file));
        Add(4, 5);
        session.Run("watch", "run", "blinken", "--store", Store);
        var keys = File.ReadAllLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("key").GetString()).ToList();
        Assert.True(keys.Count > first.Length);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(0, session.Run("watch", "list", "--store", Store));
        Assert.Contains("blinken", session.Output, StringComparison.Ordinal);
        Assert.Equal(0, session.Run("watch", "remove", "blinken", "--store", Store));
        Assert.Equal(2, session.Run("watch", "run", "blinken", "--store", Store));
    }

    [Fact]
    public void Half_a_line_that_a_kill_left_is_mended_and_nothing_comes_twice()
    {
        Add(1, 3);
        var file = Path.Combine(session.Folder, "news.jsonl");
        session.Run("watch", "add", "blinken", "Blinken", "--jsonl", file, "--store", Store);
        session.Run("watch", "run", "--store", Store);
        var whole = File.ReadAllText(file);
        // The state after a kill between the file and the note: the lines are there, one of them half, and nothing is noted.
        session.Run("watch", "remove", "blinken", "--store", Store);
        File.WriteAllText(file, whole[..^20]);
        session.Run("watch", "add", "blinken", "Blinken", "--jsonl", file, "--store", Store);
        session.Run("watch", "run", "--store", Store);
        Assert.Equal(whole.Split('\n').Order(), File.ReadAllText(file).Split('\n').Order());
    }

    [Fact]
    public void Feeds_and_calendars_are_kept()
    {
        Add(1, 3);
        var (atom, ics) = (Path.Combine(session.Folder, "w.atom"), Path.Combine(session.Folder, "w.ics"));
        session.Run("watch", "add", "feed", "Blinken", "--kind", "statements", "--atom", atom, "--store", Store);
        session.Run("watch", "add", "calendar", "Blinken", "--kind", "meetings", "--ical", ics, "--store", Store);
        Assert.Equal(0, session.Run("watch", "run", "--store", Store));
        using var xml = System.Xml.XmlReader.Create(atom);
        Assert.NotEmpty(System.ServiceModel.Syndication.SyndicationFeed.Load(xml).Items);
        Assert.NotEmpty(Ical.Net.Calendar.Load(File.ReadAllText(ics))!.Events);
    }

    [Fact]
    public async Task A_webhook_is_signed_and_a_private_one_refused()
    {
        Add(1, 2);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook";
        Environment.SetEnvironmentVariable("READOUT_TEST_SECRET", "s3cret");
        session.Run("watch", "add", "hook", "Blinken", "--webhook", url, "--secret-env", "READOUT_TEST_SECRET", "--store", Store);
        Assert.Equal(1, session.Run("watch", "run", "--store", Store));
        Assert.Contains("private address", session.Errors, StringComparison.Ordinal);
        session.Run("watch", "add", "hook", "Blinken", "--webhook", url, "--secret-env", "READOUT_TEST_SECRET", "--allow-private", "--store", Store);
        var received = Receive(listener);
        Assert.Equal(0, session.Run("watch", "run", "--store", Store));
        var (headers, body) = await received;
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, body)), headers["x-signature"]);
        Assert.NotEmpty(headers["x-delivery"]);
        Assert.NotEqual(0, JsonDocument.Parse(body).RootElement.GetProperty("entries").GetArrayLength());
        // Reported, so there is nobody to call.
        Assert.Equal(0, session.Run("watch", "run", "--store", Store));
    }

    [Fact]
    public void A_page_that_was_edited_in_silence_shows_what_it_said_before()
    {
        session.Run("add", session.File("v1.jsonl", """{"id":"v","published":"2021-03-18","text":"The talks begin on Monday.\n\nNothing else."}"""), "--store", Store);
        session.Run("add", session.File("v2.jsonl", """{"id":"v","published":"2021-03-18","text":"The talks begin on Friday.\n\nNothing else."}"""), "--store", Store);
        Assert.Equal(0, session.Run("explain", "v", "--versions", "--store", Store));
        var changes = JsonDocument.Parse(session.Lines[1]).RootElement.GetProperty("changes").EnumerateArray().Select(c => (c.GetProperty("kind").GetString(), c.GetProperty("text").GetString()!.Trim())).ToList();
        Assert.Contains(("removed", "Monday."), changes);
        Assert.Contains(("added", "Friday."), changes);
    }

    // A month apart, or they would be reports of one meeting.
    private static readonly string[] Months = ["January", "February", "March", "April", "May"];

    private void Add(int first, int last) => session.Run("add", session.File($"n{first}.jsonl", string.Join('\n', Enumerable.Range(first, last - first + 1).Select(i =>
        $$"""{"id":"n{{i:00}}","title":"Talks {{i}}","published":"2021-0{{i}}-10","source":"The Paper","text":"Talks {{i}}\n\nU.S. Secretary of State Antony Blinken met South Korean Foreign Minister Chung Eui-yong in Seoul on 9 {{Months[i - 1]}}.\n\n“We will keep the alliance strong for {{i}} years,” Blinken said."}"""))), "--store", Store);

    private static async Task<(Dictionary<string, string> Headers, byte[] Body)> Receive(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var bytes = new List<byte>();
        var chunk = new byte[65536];
        while (true)
        {
            var read = await stream.ReadAsync(chunk);
            bytes.AddRange(chunk.AsSpan(0, read).ToArray());
            var text = Encoding.Latin1.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;
            var headers = text[..end].Split("\r\n").Skip(1).Select(h => h.Split(": ", 2)).ToDictionary(h => h[0].ToLowerInvariant(), h => h[1], StringComparer.Ordinal);
            if (bytes.Count < end + 4 + int.Parse(headers["content-length"], System.Globalization.CultureInfo.InvariantCulture)) continue;
            await stream.WriteAsync("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            return (headers, [.. bytes.Skip(end + 4)]);
        }
    }
}
