using System.Text;
using System.Text.Json;
using Readout.App.Frame;
using Readout.App.Sources;
using Readout.Gold;
using Readout.Pages;

namespace Readout.App.Running;

/// <summary>Articles with what a careful reader found in them: the texts as JSON lines, and a file <c>ID.json</c> for each.</summary>
internal sealed class GoldFolder(string texts, string readings, string? part = null)
{
    /// <summary>A folder that holds both as <c>texts.jsonl</c> and <c>readings/</c>.</summary>
    /// <param name="part">Only the texts whose <c>part</c> is this one; null is all.</param>
    public static GoldFolder At(string path, string? part = null) => new(Path.Combine(path, "texts.jsonl"), Path.Combine(path, "readings"), part);

    /// <summary>Scores a reader on all articles. An article whose text is missing counts as read with nothing found.</summary>
    /// <exception cref="UsageException">The folder has no gold, or a file is no gold reading.</exception>
    public GoldScorer Score(Func<Page, Reading> read, Action finished, CancellationToken stop)
    {
        var found = Readings(read, finished, stop);
        var scorer = new GoldScorer();
        foreach (var gold in Gold().Where(g => part is null || found.ContainsKey(g.Id))) scorer.Add(gold, found.GetValueOrDefault(gold.Id) ?? new GoldReading { Id = gold.Id });
        return scorer;
    }

    private Dictionary<string, GoldReading> Readings(Func<Page, Reading> read, Action finished, CancellationToken stop)
    {
        if (!File.Exists(texts)) throw new UsageException($"{texts}: does not exist; give a folder with texts.jsonl and readings/");
        var found = new Dictionary<string, GoldReading>(StringComparer.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(texts).Where(IsWanted))));
        foreach (var page in JsonLines.Read(texts, stream, problem => throw new UsageException($"{problem.Input}: {problem.Message}")))
        {
            stop.ThrowIfCancellationRequested();
            var reading = GoldReading.Of(read(page));
            found[reading.Id] = reading;
            finished();
        }
        return found;
    }

    private bool IsWanted(string line)
    {
        if (part is null || line.Length == 0) return true;
        using var record = JsonDocument.Parse(line);
        return record.RootElement.TryGetProperty("part", out var value) && value.ValueEquals(part);
    }

    private IEnumerable<GoldReading> Gold()
    {
        if (!Directory.Exists(readings)) throw new UsageException($"{readings}: does not exist; it should hold a file ID.json for each article");
        return Directory.EnumerateFiles(readings, "*.json").Order(StringComparer.Ordinal).Select(Gold);
    }

    private static GoldReading Gold(string file)
    {
        try
        {
            return GoldReading.Parse(File.ReadAllText(file)) with { Id = Path.GetFileNameWithoutExtension(file) };
        }
        catch (JsonException problem)
        {
            throw new UsageException($"{file}: is no gold reading: {problem.Message}");
        }
    }
}
