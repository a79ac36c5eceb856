using System.Diagnostics;
using System.Text.Json;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.Tests.App;

/// <summary>The process is killed for real in the middle of <c>add</c>, several times; what it reported must be in the store.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 150;
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void Nothing_that_was_reported_is_lost_when_the_process_is_killed()
    {
        var news = session.File("news.jsonl", string.Join('\n', Enumerable.Range(1, Articles).Select(i => JsonSerializer.Serialize(new { id = $"n{i:000}", published = "2021-03-18", text = Text(i) }))));
        var path = Path.Combine(session.Folder, "killed.db");
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
    public void Corrections_and_watches_that_were_reported_outlive_a_kill()
    {
        var news = session.File("news.jsonl", string.Join('\n', Enumerable.Range(1, 12).Select(i => JsonSerializer.Serialize(new { id = $"n{i:000}", published = "2021-03-18", text = Text(i) }))));
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
            var reported = Until(lines, milliseconds, "correct", "--import", log, "--store", path).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("correction").GetProperty("id").GetString()!).ToList();
            using var store = ReadingStore.OpenExisting(path);
            var kept = store.Ask(new CorrectionsQuestion());
            Assert.Empty(reported.Except(kept.Select(c => c.Correction.Id)));
            Assert.Contains(kept.Count, new[] { 0, 40 });
            Assert.Equal(kept.Count, store.Ask(new TimelineQuestion { Reports = true, Selection = new Selection { Types = ["ACCUSE"], Limit = 100 } }).Count(e => e.Corrected.Count > 0));
        }
        string[] files = [.. Enumerable.Range(0, 3).Select(i => Path.Combine(session.Folder, $"w{i}.jsonl"))];
        foreach (var (i, file) in files.Index()) session.Run("watch", "add", $"w{i}", "--type", "ACCUSE", "--jsonl", file, "--store", path);
        foreach (var (lines, milliseconds) in new[] { (1, 60_000), (int.MaxValue, 600), (2, 60_000) })
            foreach (var reported in Until(lines, milliseconds, "watch", "run", "--store", path).Select(l => l.Split('\t')).Where(l => l[1] != "0"))
                Assert.NotEmpty(File.ReadAllLines(files[reported[0][1] - '0']));
        Until(int.MaxValue, 60_000, "watch", "run", "--store", path);
        foreach (var keys in files.Select(f => File.ReadAllLines(f).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("key").GetString()!).Order().ToList()))
        {
            Assert.Equal(keys.Distinct(), keys);
            Assert.Equal(File.ReadAllLines(files[0]).Length, keys.Count);
        }
    }

    /// <summary>Runs the program until it has reported some lines, then kills it; the ids that it reported.</summary>
    private static List<string> AddUntil(string news, string store, int lines) =>
        [.. Until(lines, 120_000, "add", news, "--store", store).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetString()!)];

    /// <summary>Runs the program until it has printed some lines or some time has passed, then kills it; the lines.</summary>
    private static List<string> Until(int lines, int milliseconds, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "readout.dll"), .. arguments, "--quiet", "--knowledge", Repository.Knowledge, "--models", Path.Combine(Repository.Root, "models")])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var late = new Timer(_ => Kill(process), null, milliseconds, Timeout.Infinite);
        var printed = new List<string>();
        while (printed.Count < lines && process.StandardOutput.ReadLine() is { } line) printed.Add(line);
        Kill(process);
        process.WaitForExit();
        return printed;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static HashSet<string> Ids(ReadingStore store) =>
        [.. store.Readings(null, false).Select(r => JsonDocument.Parse(r).RootElement.GetProperty("article").GetProperty("id").GetString()!)];

    private static string Text(int i) => string.Join(' ', Enumerable.Range(0, 8).Select(s => $"The minister of state number {i + s} met the envoy in the capital on Monday and said that talks would go on for {i * 7 % 31 + s} days."));
}
