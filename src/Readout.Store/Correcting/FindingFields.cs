using System.Text.Json.Nodes;

namespace Readout.Store.Correcting;

/// <summary>What corrections need of a finding in the contract's JSON: its place, its kind's own type, who takes part.</summary>
internal static class FindingFields
{
    public static readonly string[] Kinds = ["event", "statement", "position", "agreement"];

    private static readonly string[] ListsOfActors = ["actors", "recipients", "to", "via", "toward", "parties"];

    private static readonly string[] Actors = ["speaker", "holder", "voice"];

    /// <summary>Fields of each kind that <c>set</c> and <c>add</c> may give.</summary>
    public static IReadOnlyList<string> Settable(string kind) => kind switch
    {
        "event" => ["type", "mode", "contexts", "cameo", "goldstein", "actors", "recipients", "mutual", "date", "place", "status"],
        "statement" => ["speaker", "form", "act", "to", "via", "date"],
        "position" => ["holder", "voice", "stance", "topic", "toward"],
        _ => ["name", "parties", "status", "date"],
    };

    public static bool IsList(string field) => field == "contexts" || ListsOfActors.Contains(field);

    public static TextSpan Place(JsonObject finding)
    {
        if (finding["evidence"] is JsonObject evidence) return Span(evidence);
        return finding["content"]!.AsArray().Select(c => Span(c!.AsObject())).Aggregate((a, b) => a.Cover(b));
    }

    public static TextSpan Span(JsonObject span) => new(span["start"]!.GetValue<int>(), span["end"]!.GetValue<int>());

    public static string? Type(string kind, JsonObject finding) => kind switch
    {
        "event" => Text(finding, "type"),
        "position" => Text(finding, "stance"),
        "agreement" => Text(finding, "status"),
        "entity" => Text(finding, "id"),
        _ => null,
    };

    public static IReadOnlyList<string> Sides(JsonObject finding) =>
        [.. Actors.Select(f => Text(finding, f)).OfType<string>().Concat(ListsOfActors.SelectMany(f => List(finding, f))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Another id wherever a finding names an actor; whether it did.</summary>
    public static bool Replace(JsonObject finding, string from, string to)
    {
        var changed = false;
        foreach (var field in Actors.Where(f => Text(finding, f) == from))
        {
            finding[field] = to;
            changed = true;
        }
        foreach (var field in ListsOfActors.Where(f => List(finding, f).Contains(from)))
        {
            finding[field] = new JsonArray([.. List(finding, field).Select(id => id == from ? to : id).Distinct(StringComparer.Ordinal).Select(id => (JsonNode)id)]);
            changed = true;
        }
        return changed;
    }

    public static string? Text(JsonObject json, string field) => json[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static List<string> List(JsonObject json, string field) => json[field] is JsonArray list ? [.. list.Select(v => v!.GetValue<string>())] : [];
}
