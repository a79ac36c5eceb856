using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readout.App.Sources.Web;
using Readout.Exports.Formats;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Readout.Store.Watching;

namespace Readout.App.Running;

/// <summary>Runs one watch: what it has not reported yet goes to its target, and only then is it noted as reported. Killed in between it reports again; entries carry keys by which a receiver drops doubles.</summary>
internal sealed class WatchRun(ReadingStore store, DateOnly today, CancellationToken stop)
{
    /// <summary>Number of new entries, or why they could not be reported.</summary>
    public (int New, string? Problem) Run(Watch watch)
    {
        // The page shows what nobody has looked at; there is nothing to send.
        if (watch.Output == WatchOutput.Page) return (0, null);
        var entries = store.Ask(new WatchEntriesQuestion { Watch = watch, Today = today });
        var fresh = store.Ask(new UnreportedQuestion { Watch = watch.Name, Entries = [.. entries.Select(e => e.Key)] }).ToHashSet(StringComparer.Ordinal);
        List<WatchEntry> news = [.. entries.Where(e => fresh.Contains(e.Key))];
        // A feed or calendar is written whole, also to take out what is no longer so.
        if (news.Count == 0 && watch.Output is WatchOutput.Jsonl or WatchOutput.Webhook) return (0, null);
        string? problem;
        try
        {
            problem = Report(watch, entries, news);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = $"{watch.Target} could not be written: {failure.Message}";
        }
        if (problem is not null) return (0, problem);
        store.Reported(watch.Name, [.. news.Select(n => n.Key)]);
        return (news.Count, null);
    }

    private string? Report(Watch watch, IReadOnlyList<WatchEntry> all, IReadOnlyList<WatchEntry> news)
    {
        switch (watch.Output)
        {
            case WatchOutput.Jsonl:
                AppendLines(watch.Target, news);
                return null;
            case WatchOutput.Atom:
                Replace(watch.Target, output => Atom.Write(output, $"Readout: {watch.Name}", $"urn:readout:watch:{Uri.EscapeDataString(watch.Name)}", $"urn:readout:watch:{Uri.EscapeDataString(watch.Name)}",
                    all.OrderByDescending(e => e.Feed.Citation.Published, StringComparer.Ordinal).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Feed), e => e.Citation.Url ?? "urn:readout:" + Uri.EscapeDataString(e.Id)));
                return null;
            case WatchOutput.Ical:
                var selection = new Selection { Actors = watch.Actors, Words = watch.Words, Place = watch.Place, Limit = int.MaxValue };
                Replace(watch.Target, output => ICalendar.Write(store.Ask(new CalendarQuestion { Selection = selection, Today = today }), output));
                return null;
            default:
                return Call(watch, news);
        }
    }

    /// <summary>Lines that are there already are not written twice; half a line that a kill left is taken away first.</summary>
    private static void AppendLines(string path, IReadOnlyList<WatchEntry> news)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var there = new HashSet<string>(StringComparer.Ordinal);
        using var reader = new StreamReader(file, leaveOpen: true);
        var whole = 0L;
        var text = reader.ReadToEnd();
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            whole += Encoding.UTF8.GetByteCount(line) + 1;
            if (KeyOf(line) is { } key) there.Add(key);
        }
        file.SetLength(whole);
        file.Position = whole;
        foreach (var entry in news.Where(n => !there.Contains(n.Key))) file.Write(Encoding.UTF8.GetBytes(WatchEntries.Json(entry) + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static string? KeyOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("key", out var key) ? key.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A reader sees the old file or the new one, never half.</summary>
    private static void Replace(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var output = File.Create(beside))
        {
            write(output);
            output.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private string? Call(Watch watch, IReadOnlyList<WatchEntry> news)
    {
        var secret = watch.SecretVariable is { } variable ? Environment.GetEnvironmentVariable(variable) : null;
        if (watch.SecretVariable is not null && string.IsNullOrEmpty(secret)) return $"the environment variable {watch.SecretVariable} with the secret is not set";
        var body = Encoding.UTF8.GetBytes($"{{\"watch\":{JsonSerializer.Serialize(watch.Name)},\"entries\":[{string.Join(',', news.Select(WatchEntries.Json))}]}}");
        using var webhook = new Webhook(watch.AllowPrivate ? _ => true : GuardedConnection.AllowsPublic, stop);
        return webhook.Post(new Uri(watch.Target), body, Convert.ToHexStringLower(SHA256.HashData(body))[..16], secret).GetAwaiter().GetResult() is { } problem ? $"{watch.Target} {problem}" : null;
    }
}
