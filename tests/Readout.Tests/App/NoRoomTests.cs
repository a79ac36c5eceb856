using System.Runtime.Versioning;
using System.Text.Json;
using Readout.Store;
using Readout.Store.Data;
using Readout.Tests.Store;

namespace Readout.Tests.App;

/// <summary>A disk that is full, a store that can only be read, two that write at once: nothing reported is lost, and the message says what to do.</summary>
public sealed class NoRoomTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void What_was_reported_before_the_disk_was_full_is_kept_and_the_rest_comes_later()
    {
        var (news, path) = (News("a", 120), Path.Combine(session.Folder, "full.db"));
        // No file may grow beyond 1.5 MB (blocks of 512 bytes); the signal is ignored, so that the write fails as on a full disk.
        var (status, lines, errors) = ProgramProcess.Run(["sh", "-c", "trap '' XFSZ; ulimit -f 3000; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "sh"], ["add", news, "--store", path]);
        Assert.Equal(2, status);
        Assert.Contains("full.db", errors, StringComparison.Ordinal);
        Assert.Contains("what was reported is kept", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.NotEmpty(lines);
        using (var store = ReadingStore.OpenExisting(path)) Assert.Empty(lines.Select(Id).Except(Ids(store)));
        Assert.Equal(0, session.Run("add", news, "--store", path));
        using var whole = ReadingStore.OpenExisting(path);
        Assert.Equal(120, Ids(whole).Count);
        Assert.All(whole.Examine(mend: false), a => Assert.True(a.IsWell, a.Fault));
    }

    [Fact]
    public void A_store_that_may_not_grow_takes_an_article_whole_or_not_at_all()
    {
        using var file = new StoreFile();
        file.Run(Made.Full("a", "North Korea met us."));
        using var store = ReadingStore.Open(file.Path);
        store.Locked(c => c.Execute($"PRAGMA max_page_count = {c.Number("PRAGMA page_count")}"));
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Word{i} "));
        var problem = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => store.Add([Made.Plain("b", text)], DateTimeOffset.UnixEpoch));
        Assert.Contains("make room", StoreFault.Of(problem, file.Path).Message, StringComparison.Ordinal);
        Assert.Equal(["a"], Ids(store));
        store.Locked(c => c.Execute("PRAGMA max_page_count = 1000000"));
        store.Add([Made.Plain("b", text)], DateTimeOffset.UnixEpoch);
        Assert.Equal(["a", "b"], Ids(store).Order());
        Assert.All(store.Examine(mend: false), a => Assert.True(a.IsWell, a.Fault));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_store_that_can_only_be_read_answers_and_refuses_to_be_written()
    {
        var (news, path) = (News("a", 3), Path.Combine(session.Folder, "shelf", "kept.db"));
        Assert.Equal(0, session.Run("add", news, "--store", path));
        Assert.Equal(0, session.Run("search", "envoy", "--store", path));
        var before = session.Output;
        var bytes = File.ReadAllBytes(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // Rights bind root only without the capability to pass over them.
        string[] bound = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : [];
        var asked = ProgramProcess.Run(bound, ["search", "envoy", "--store", path]);
        var added = ProgramProcess.Run(bound, ["add", News("b", 1), "--store", path]);
        var corrected = ProgramProcess.Run(bound, ["watch", "add", "w", "--type", "CONSULT", "--jsonl", Path.Combine(session.Folder, "w.jsonl"), "--store", path]);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal((0, before.TrimEnd()), (asked.Status, string.Join('\n', asked.Lines)));
        foreach (var refused in new[] { added, corrected })
        {
            Assert.Equal(2, refused.Status);
            Assert.Contains("write-protected", refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
        }
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Two_that_write_at_once_lose_nothing_and_make_the_store_that_one_would_make(StoreKind kind)
    {
        using var shared = new StoreFile(kind);
        using var alone = new StoreFile();
        string[] news = [News("a", 60), News("b", 60), News("a", 60)];
        var runs = await Task.WhenAll(news.Select(n => Task.Run(() => ProgramProcess.Run([], ["add", n, "--store", shared.Path]))));
        Assert.Equal(["", "", ""], runs.Select(r => r.Errors));
        Assert.All(runs, r => Assert.Equal(0, r.Status));
        session.Run(["add", .. news, "--store", alone.Path]);
        Assert.Empty(runs.SelectMany(r => r.Lines).Select(Id).Except(shared.With(Ids)));
        Assert.Equal(alone.Export(), shared.Export());
    }

    private string News(string name, int articles) =>
        session.File(name + ".jsonl", string.Join('\n', Enumerable.Range(1, articles).Select(i => JsonSerializer.Serialize(new { id = $"{name}{i:000}", published = "2021-03-18", text = $"The minister of state number {i} met the envoy of {name} in the capital on Monday. Talks would go on for {i} days, he said. " + string.Concat(Enumerable.Repeat($"Report {i} of {name} has more. ", 40)) }))));

    private static string Id(string line) => JsonDocument.Parse(line).RootElement.GetProperty("article").GetString()!;

    private static List<string> Ids(ReadingStore store) =>
        [.. store.Readings(null, false).Select(r => JsonDocument.Parse(r).RootElement.GetProperty("article").GetProperty("id").GetString()!)];
}
