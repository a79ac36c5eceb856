using System.Text.Json;

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

    private static GoldEvent Event(JsonElement e) => new(
        Field(e, "type"), Codes(e, "actors"), Codes(e, "recipients"), e.TryGetProperty("mutual", out var mutual) && mutual.ValueKind == JsonValueKind.True, Field(e, "evidence"));

    private static HashSet<string> Codes(JsonElement e, string name) =>
        [.. e.GetProperty(name).EnumerateArray().Select(a => a.GetString()!.Split(':')[0])];

    private static string Field(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
