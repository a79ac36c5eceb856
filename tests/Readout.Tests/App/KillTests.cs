using System.Text.Json;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Tests.Store;

namespace Readout.Tests.App;

/// <summary>The process is killed for real in the middle of <c>add</c>, several times; what it reported must be in the store.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 150;
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public void Nothing_that_was_reported_is_lost_when_the_process_is_killed(StoreKind kind)
    {
        using var hurt = new StoreFile(kind);
        var news = News(Articles);
        var path = hurt.Path;
        var reported = new HashSet<string>(StringComparer.Ordinal);
        // Each round starts over the same inputs: the known ones pass quickly, then new ones are added until the kill.
        foreach (var kill in new[] { 1, 13, 40, 80, 121 })
        {
            reported.UnionWith(AddUntil(news, path, lines: kill));
            using var store = ReadingStore.OpenExisting(path);
            var kept = Ids(store);
            Assert.Empty(reported.Except(kept));
        }
        AddUntil(news, path, lines: int.MaxValue);
        var whole = Path.Combine(session.Folder, "whole.db");
        AddUntil(news, whole, lines: int.MaxValue);
        using var killed = ReadingStore.OpenExisting(path);
        using var unhurt = ReadingStore.OpenExisting(whole);
        Assert.Equal(Articles, Ids(killed).Count);
        Assert.Equal(unhurt.Readings(null, true), killed.Readings(null, true));
    }

    [Fact]
    public void Nothing_that_was_reported_is_lost_when_the_server_is_killed()
    {
        PostgresInstance.SkipWhereMissing();
        using var server = new PostgresInstance();
        var news = News(Articles);
        var path = server.Address + "?schema=killed";
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kill in new[] { 30, 60 })
        {
            var (status, lines, errors) = ProgramProcess.Run([], ["add", news, "--store", path], printed =>
            {
                if (printed == kill) server.Kill();
            });
            reported.UnionWith(lines.Select(Id));
            Assert.NotEqual(0, status);
            Assert.Contains("repeat the call when the server is up", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            server.Start();
            // This process keeps connections of the round before, which are as dead as the server was.
            Npgsql.NpgsqlConnection.ClearAllPools();
            using var store = ReadingStore.OpenExisting(path);
            Assert.Empty(reported.Except(Ids(store)));
        }
        Assert.Equal(0, ProgramProcess.Run([], ["add", news, "--store", path]).Status);
        using var whole = ReadingStore.OpenExisting(path);
        Assert.Equal(Articles, Ids(whole).Count);
    }

    [Fact]
    public void Corrections_and_watches_that_were_reported_outlive_a_kill()
    {
        var news = News(12);
        var path = Path.Combine(session.Folder, "corrected.db");
        session.Run("add", news, "--store", path);
        var log = session.File("log.jsonl", string.Join('\n', Enumerable.Range(0, 40).Select(i => CorrectionJson.Write(CorrectionJson.Named(new Correction
        {
            Act = CorrectionAct.Add,
            Targets = [new Anchor($"n{i % 12 + 1:000}", "event", null, 0, 12, "The minister", [])],
            Fields = FieldValues.Whole("event", ["type=ACCUSE", "status=happened", $"actors=USA,PRK,x{i}"]),
            Author = "a",
            Reason = "r",
            Made = $"2026-01-01T00:00:{i:00}Z",
        })))));
        // Killed while it starts, while it writes, and right after its first report.
        foreach (var (lines, milliseconds) in new[] { (1, 60_000), (int.MaxValue, 250), (int.MaxValue, 500), (int.MaxValue, 750), (40, 60_000) })
        {
            var reported = ProgramProcess.Until(lines, milliseconds, "correct", "--import", log, "--store", path).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("correction").GetProperty("id").GetString()!).ToList();
            using var store = ReadingStore.OpenExisting(path);
            var kept = store.Ask(new CorrectionsQuestion());
            Assert.Empty(reported.Except(kept.Select(c => c.Correction.Id)));
            Assert.Contains(kept.Count, new[] { 0, 40 });
            Assert.Equal(kept.Count, store.Ask(new TimelineQuestion { Reports = true, Selection = new Selection { Types = ["ACCUSE"], Limit = 100 } }).Count(e => e.Corrected.Count > 0));
        }
        string[] files = [.. Enumerable.Range(0, 3).Select(i => Path.Combine(session.Folder, $"w{i}.jsonl"))];
        foreach (var (i, file) in files.Index()) session.Run("watch", "add", $"w{i}", "--type", "ACCUSE", "--jsonl", file, "--store", path);
        foreach (var (lines, milliseconds) in new[] { (1, 60_000), (int.MaxValue, 600), (2, 60_000) })
            foreach (var reported in ProgramProcess.Until(lines, milliseconds, "watch", "run", "--store", path).Select(l => l.Split('\t')).Where(l => l[1] != "0"))
                Assert.NotEmpty(File.ReadAllLines(files[reported[0][1] - '0']));
        ProgramProcess.Until(int.MaxValue, 60_000, "watch", "run", "--store", path);
        foreach (var keys in files.Select(f => File.ReadAllLines(f).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("key").GetString()!).Order().ToList()))
        {
            Assert.Equal(keys.Distinct(), keys);
            Assert.Equal(File.ReadAllLines(files[0]).Length, keys.Count);
        }
    }

    /// <summary>Runs the program until it has reported some lines, then kills it; the ids that it reported.</summary>
    private static List<string> AddUntil(string news, string store, int lines) =>
        [.. ProgramProcess.Until(lines, 120_000, "add", news, "--store", store).Select(Id)];

    private static string Id(string line) => JsonDocument.Parse(line).RootElement.GetProperty("article").GetString()!;

    private string News(int articles) =>
        session.File("news.jsonl", string.Join('\n', Enumerable.Range(1, articles).Select(i => JsonSerializer.Serialize(new { id = $"n{i:000}", published = "2021-03-18", text = Text(i) }))));

    private static HashSet<string> Ids(ReadingStore store) =>
        [.. store.Readings(null, false).Select(r => JsonDocument.Parse(r).RootElement.GetProperty("article").GetProperty("id").GetString()!)];

    private static string Text(int i) => string.Join(' ', Enumerable.Range(0, 8).Select(s => $"The minister of state number {i + s} met the envoy in the capital on Monday and said that talks would go on for {i * 7 % 31 + s} days."));
}
