using System.Globalization;
using System.Text.Json.Nodes;

namespace Readout.Store.Correcting;

/// <summary>Fields as a user gives them, <c>status=planned</c> <c>actors=USA,KOR</c> <c>place=Seoul,KOR</c>, as the JSON of a correction.</summary>
public static class FieldValues
{
    /// <summary>Fields of a kind of finding that a correction can set.</summary>
    public static IReadOnlyList<string> Of(string kind) => [.. FindingFields.Settable(kind)];

    /// <summary>An empty value means unknown. Throws <see cref="CorrectionException"/> on a field that the kind does not have.</summary>
    public static string Parse(string kind, IEnumerable<string> pairs)
    {
        var fields = new JsonObject();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new CorrectionException($"'{pair}' is no FIELD=VALUE");
            var (field, value) = (pair[..at].Trim(), pair[(at + 1)..].Trim());
            if (!FindingFields.Settable(kind).Contains(field)) throw new CorrectionException($"a {kind} has no field '{field}' to set; it has {string.Join(", ", FindingFields.Settable(kind))}");
            fields[field] = Value(field, value);
        }
        if (fields.Count == 0) throw new CorrectionException($"give at least one FIELD=VALUE; a {kind} has {string.Join(", ", FindingFields.Settable(kind))}");
        if (fields["type"] is JsonValue type) fields["type"] = type.GetValue<string>().ToUpperInvariant();
        return fields.ToJsonString();
    }

    /// <summary>The finding of an addition, with what the kind must have.</summary>
    public static string Whole(string kind, IEnumerable<string> pairs)
    {
        var fields = JsonNode.Parse(Parse(kind, pairs))!.AsObject();
        string[] needed = kind switch { "event" => ["type", "status"], "statement" => [], "position" => ["holder", "stance", "topic"], _ => ["status"] };
        if (needed.FirstOrDefault(n => fields[n] is null) is { } missing) throw new CorrectionException($"a {kind} needs {missing}=...");
        if (kind == "event") fields["confidence"] = 1;
        if (kind == "statement") fields["form"] ??= "indirect";
        return fields.ToJsonString();
    }

    private static JsonNode? Value(string field, string value)
    {
        if (FindingFields.IsList(field)) return new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => (JsonNode)v)]);
        if (value.Length == 0) return null;
        switch (field)
        {
            case "mutual":
                return bool.TryParse(value, out var yes) ? yes : throw new CorrectionException("mutual is true or false");
            case "goldstein":
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : throw new CorrectionException("goldstein is a number from -10 to 10");
            case "place":
                var parts = value.Split(',', StringSplitOptions.TrimEntries);
                return new JsonObject { ["name"] = parts[0], ["country"] = parts.Length > 1 ? parts[1].ToUpperInvariant() : null, ["latitude"] = null, ["longitude"] = null };
            case "date" when Data.IsoPeriod.Of(value).First is null:
                throw new CorrectionException($"'{value}' is no date; write 2021-03-18, 2021-03, 2021 or 2021-03-15/2021-03-21");
            default:
                return value;
        }
    }
}
