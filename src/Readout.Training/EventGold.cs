using System.Text.Json;
using Readout.Events;

namespace Readout.Training;

/// <summary>An event that a careful reader recorded.</summary>
internal sealed record GoldEvent(string Type, IReadOnlySet<string> Actors, IReadOnlySet<string> Recipients, bool Mutual, string Evidence);

/// <summary>An article with the events that a careful reader recorded of it; those of the part <c>check</c> are never fitted to.</summary>
internal sealed record GoldArticle(string Id, string Title, string Published, string Text, string Url, string Source, bool IsCheck, IReadOnlyList<GoldEvent> Events)
{
    /// <summary>Reads <c>texts.jsonl</c> with the readings <c>ID.json</c> of a folder; articles without a reading are left out.</summary>
    public static IEnumerable<GoldArticle> Read(string texts, string readings)
    {
        foreach (var line in File.ReadLines(texts).Where(l => l.Length > 0))
        {
            using var record = JsonDocument.Parse(line);
            var id = record.RootElement.GetProperty("id").ToString();
            var file = Path.Combine(readings, id + ".json");
            if (!File.Exists(file)) continue;
            using var reading = JsonDocument.Parse(File.ReadAllText(file));
            var events = reading.RootElement.GetProperty("events").EnumerateArray().Select(Event).ToList();
            yield return new GoldArticle(id, Field(record.RootElement, "title"), Field(record.RootElement, "published"), Field(record.RootElement, "text"), Field(record.RootElement, "url"), Field(record.RootElement, "source"), Field(record.RootElement, "part") == "check", events);
        }
    }

    /// <summary>Reads single sentences with their event and the codes of its sides (PLOVER gold standard records).</summary>
    public static IEnumerable<GoldArticle> Sentences(string file)
    {
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            using var record = JsonDocument.Parse(line);
            var text = Field(record.RootElement, "text");
            var events = record.RootElement.GetProperty("events").EnumerateArray()
                .Select(e => new GoldEvent(Field(e, "type"), Coded(e, "actors"), Coded(e, "recipients"), false, text)).ToList();
            yield return new GoldArticle(Field(record.RootElement, "id"), "", "", text, "", "", false, events);
        }
    }

    /// <summary>The examples of the rules: sentences with the event they must or must not give.</summary>
    public static IEnumerable<GoldArticle> Examples(IEnumerable<RuleExample> examples) =>
        examples.Select(e => new GoldArticle($"{e.File}:{e.Line}", "", "", e.Sentence, "", "", false, e.Expected is { } expected ? [Expected(expected, e.Sentence)] : []));

    /// <summary>Reads sentences of our own, <c>EVENT TAB SENTENCE</c> a line.</summary>
    public static IEnumerable<GoldArticle> Lines(string file) => File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select((l, i) => (Cells: l.Split('\t'), Line: i))
        .Select(l => new GoldArticle($"line-{l.Line}", "", "", l.Cells[1], "", "", false, l.Cells[0] == "none" ? [] : [Expected(l.Cells[0], l.Cells[1])]));

    // "CONSULT USA & KOR", "ACCUSE IRN > ISR".
    private static GoldEvent Expected(string expected, string sentence)
    {
        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => w is ">" or "&");
        HashSet<string> Side(IEnumerable<string> side) => side.SelectMany(w => w.Split(',')).Select(w => w.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return new GoldEvent(words[0], Side(words[1..Math.Max(1, at)]), Side(at < 0 ? [] : words[(at + 1)..]), at >= 0 && words[at] == "&", sentence);
    }

    private static HashSet<string> Coded(JsonElement e, string name) =>
        [.. e.GetProperty(name).EnumerateArray().Select(a => Field(a, "code")).Where(c => c.Length > 0).Select(c => c[..Math.Min(3, c.Length)])];

    private static GoldEvent Event(JsonElement e) => new(
        Field(e, "type"), Codes(e, "actors"), Codes(e, "recipients"), e.TryGetProperty("mutual", out var mutual) && mutual.ValueKind == JsonValueKind.True, Field(e, "evidence"));

    private static HashSet<string> Codes(JsonElement e, string name) =>
        [.. e.GetProperty(name).EnumerateArray().Select(a => a.GetString()!.Split(':')[0])];

    private static string Field(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
