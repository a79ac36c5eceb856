using System.Text.Json.Nodes;

namespace Readout.Store.Correcting;

/// <summary>Says that an entity of a reading is somebody else: in the list of entities and in every finding that names it.</summary>
internal static class ActorEdits
{
    private static readonly string[] Findings = ["statements", "events", "positions", "agreements"];

    /// <summary>The whole entity; whether it was there.</summary>
    public static bool Replace(JsonObject reading, string from, Identity to)
    {
        var entities = reading["entities"]!.AsArray();
        var changed = false;
        foreach (var finding in Findings.SelectMany(f => reading[f]!.AsArray().OfType<JsonObject>())) changed |= FindingFields.Replace(finding, from, to.Id);
        if (Of(entities, from) is not { } entity) return changed;
        if (from != to.Id && Of(entities, to.Id) is { } known)
        {
            Merge(known, entity);
            entities.Remove(entity);
        }
        else
        {
            Name(entity, to);
        }
        return true;
    }

    /// <summary>One mention only: what rests on it names the other one from now on.</summary>
    public static bool Replace(JsonObject reading, string from, Identity to, TextSpan place)
    {
        var entities = reading["entities"]!.AsArray();
        if (Of(entities, from) is not { } entity) return false;
        var mentions = entity["mentions"]!.AsArray();
        if (mentions.OfType<JsonObject>().FirstOrDefault(m => FindingFields.Span(m).Overlaps(place)) is not { } mention) return false;
        mentions.Remove(mention);
        if (Of(entities, to.Id) is { } known)
        {
            Merge(known, new JsonObject { ["mentions"] = new JsonArray(mention) });
        }
        else
        {
            var added = new JsonObject();
            Name(added, to);
            added["mentions"] = new JsonArray(mention);
            added["rule"] = "correction";
            entities.Add(added);
        }
        var left = mentions.OfType<JsonObject>().Select(FindingFields.Span).ToList();
        foreach (var finding in Findings.SelectMany(f => reading[f]!.AsArray().OfType<JsonObject>()))
        {
            var rests = finding["source"] is JsonObject source ? FindingFields.Span(source) : FindingFields.Place(finding);
            if (rests.Overlaps(FindingFields.Span(mention)) && !left.Any(rests.Overlaps)) FindingFields.Replace(finding, from, to.Id);
        }
        if (mentions.Count == 0) entities.Remove(entity);
        return true;
    }

    private static JsonObject? Of(JsonArray entities, string id) => entities.OfType<JsonObject>().FirstOrDefault(e => FindingFields.Text(e, "id") == id);

    private static void Name(JsonObject entity, Identity to)
    {
        (entity["id"], entity["kind"], entity["name"], entity["code"]) = (to.Id, to.Kind, to.Name, to.Code);
        if (to.Sector is not null || !entity.ContainsKey("sector")) entity["sector"] = to.Sector;
        // The office stays that of the article's day unless the correction gives one.
        if (to.Office is not null || !entity.ContainsKey("office")) entity["office"] = to.Office;
    }

    private static void Merge(JsonObject into, JsonObject other)
    {
        List<JsonObject> all = [.. into["mentions"]!.AsArray().OfType<JsonObject>().Concat(other["mentions"]!.AsArray().OfType<JsonObject>())];
        into["mentions"]!.AsArray().Clear();
        other["mentions"]!.AsArray().Clear();
        into["mentions"] = new JsonArray([.. all.OrderBy(FindingFields.Span).Select(m => (JsonNode)m)]);
    }
}
