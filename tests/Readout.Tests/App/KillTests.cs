using System.Diagnostics;
using System.Text.Json;
using Readout.Store;

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

    /// <summary>Runs the program until it has reported some lines, then kills it; the ids that it reported.</summary>
    private static List<string> AddUntil(string news, string store, int lines)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "readout.dll"), "add", news, "--store", store, "--quiet", "--knowledge", Repository.Knowledge, "--models", Path.Combine(Repository.Root, "models") })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var ids = new List<string>();
        while (ids.Count < lines && process.StandardOutput.ReadLine() is { } line) ids.Add(JsonDocument.Parse(line).RootElement.GetProperty("article").GetString()!);
        process.Kill();
        process.WaitForExit();
        return ids;
    }

    private static HashSet<string> Ids(ReadingStore store) =>
        [.. store.Readings(null, false).Select(r => JsonDocument.Parse(r).RootElement.GetProperty("article").GetProperty("id").GetString()!)];

    private static string Text(int i) => string.Join(' ', Enumerable.Range(0, 8).Select(s => $"The minister of state number {i + s} met the envoy in the capital on Monday and said that talks would go on for {i * 7 % 31 + s} days."));
}
