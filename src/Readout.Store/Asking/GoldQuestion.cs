using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Articles that somebody corrected, in the gold format: one JSON object each, with actors as CODE:SECTOR and verbatim evidence.</summary>
public sealed record GoldQuestion : Question<IReadOnlyList<string>>
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal override IReadOnlyList<string> Answer(DbConnection connection)
    {
        var ids = connection.Query("SELECT DISTINCT a.id FROM correction_uses u JOIN versions v USING (version) JOIN articles a USING (article) WHERE u.held = 1 AND v.is_current = 1 ORDER BY a.id", [], r => r.GetString(0));
        return [.. ids.Select(i => Gold(KeptReading.Of(connection, i)!).ToJsonString(Options))];
    }

    private static JsonObject Gold(JsonObject reading)
    {
        var article = reading["article"]!.AsObject();
        var text = article["text"]!.GetValue<string>();
        var actors = new Coded(reading);
        return new JsonObject
        {
            ["id"] = article["id"]!.DeepClone(),
            ["published"] = article["published"]?.DeepClone(),
            ["events"] = Each(reading, "events", e => new JsonObject
            {
                ["type"] = Copy(e, "type"),
                ["mode"] = Copy(e, "mode"),
                ["actors"] = actors.List(e, "actors"),
                ["recipients"] = actors.List(e, "recipients"),
                ["mutual"] = Copy(e, "mutual"),
                ["date"] = Copy(e, "date"),
                ["place"] = e["place"]?["name"]?.DeepClone(),
                ["country"] = e["place"]?["country"]?.DeepClone(),
                ["status"] = Copy(e, "status"),
                ["evidence"] = Slice(e, "evidence", text),
            }),
            ["statements"] = Each(reading, "statements", s => new JsonObject
            {
                ["speaker"] = FindingFields.Text(s, "speaker") is { } speaker ? actors.Name(speaker) : null,
                ["form"] = Copy(s, "form"),
                ["content"] = new JsonArray([.. s["content"]!.AsArray().OfType<JsonObject>().Select(c => (JsonNode)FindingFields.Span(c).In(text))]),
            }),
            ["positions"] = Each(reading, "positions", p => new JsonObject
            {
                ["holder"] = actors.Code(FindingFields.Text(p, "holder")!),
                ["stance"] = Copy(p, "stance"),
                ["topic"] = Copy(p, "topic"),
                ["condition"] = Slice(p, "condition", text),
                ["evidence"] = Slice(p, "evidence", text),
            }),
            ["agreements"] = Each(reading, "agreements", a => new JsonObject
            {
                ["name"] = Copy(a, "name"),
                ["parties"] = Copy(a, "parties"),
                ["status"] = Copy(a, "status"),
                ["evidence"] = Slice(a, "evidence", text),
            }),
            ["people"] = Each(reading, "entities", e => FindingFields.Text(e, "kind") != "person" ? null : new JsonObject
            {
                ["name"] = Copy(e, "name"),
                ["country"] = Copy(e, "code"),
                ["office"] = Copy(e, "office"),
            }),
        };
    }

    private static JsonArray Each(JsonObject reading, string list, Func<JsonObject, JsonObject?> make) => new([.. reading[list]!.AsArray().OfType<JsonObject>().Select(make).OfType<JsonObject>()]);

    private static JsonNode? Copy(JsonObject finding, string field) => finding[field]?.DeepClone();

    private static JsonNode? Slice(JsonObject finding, string field, string text) => finding[field] is JsonObject span ? FindingFields.Span(span).In(text) : null;

    private sealed class Coded(JsonObject reading)
    {
        private readonly Dictionary<string, JsonObject> entities = reading["entities"]!.AsArray().OfType<JsonObject>().DistinctBy(e => FindingFields.Text(e, "id")).ToDictionary(e => FindingFields.Text(e, "id")!, StringComparer.Ordinal);

        public string Name(string id) => entities.TryGetValue(id, out var entity) ? FindingFields.Text(entity, "name")! : id;

        public string Code(string id) => entities.TryGetValue(id, out var entity) ? FindingFields.Text(entity, "code") ?? id : id;

        public JsonArray List(JsonObject finding, string field) => new([.. finding[field]!.AsArray().Select(a => (JsonNode)Sectored(a!.GetValue<string>())).DistinctBy(a => a.ToString())]);

        private string Sectored(string id)
        {
            var sector = entities.TryGetValue(id, out var entity) ? FindingFields.Text(entity, "sector") : null;
            return sector is null ? Code(id) : $"{Code(id)}:{sector}";
        }
    }
}
