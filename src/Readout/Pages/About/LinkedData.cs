using System.Text.Json;

namespace Readout.Pages.About;

/// <summary>A JSON-LD object of the page with the properties that matter to an article (schema.org).</summary>
internal sealed record LinkedData
{
    /// <summary>0 an article, 1 a page or video, 2 anything else.</summary>
    public int Rank { get; init; } = 2;

    public string? Headline { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>All objects of a script; none when it is not JSON even after mending raw line breaks.</summary>
    public static IEnumerable<LinkedData> Read(ReadOnlyMemory<char> script)
    {
        using var document = Parse(script) ?? Parse(Mended(script.Span).AsMemory());
        return document is null ? [] : [.. Objects(document.RootElement).Select(Of)];
    }

    private static string Mended(ReadOnlySpan<char> script)
    {
        var from = script.IndexOfAny('{', '[');
        var to = script.LastIndexOfAny('}', ']');
        return from < 0 || to < from ? "" : string.Create(to + 1 - from, script[from..(to + 1)], static (mended, raw) => { for (var i = 0; i < raw.Length; i++) mended[i] = raw[i] < ' ' ? ' ' : raw[i]; });
    }

    private static JsonDocument? Parse(ReadOnlyMemory<char> script)
    {
        try
        {
            return JsonDocument.Parse(script.Trim(), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The parser allows a depth of 64, so the recursion is bounded.
    private static IEnumerable<JsonElement> Objects(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(Objects);
        if (json.ValueKind != JsonValueKind.Object) return [];
        var inner = json.EnumerateObject().Where(p => p.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "hasPart").SelectMany(p => Objects(p.Value));
        return inner.Prepend(json);
    }

    private static LinkedData Of(JsonElement json) => new()
    {
        Rank = Texts(json, "@type").Select(RankOf).DefaultIfEmpty(2).Min(),
        Headline = Text(json, "headline") ?? Text(json, "name"),
        Published = Text(json, "datePublished") ?? Text(json, "uploadDate") ?? Text(json, "dateCreated"),
        Modified = Text(json, "dateModified"),
        Publisher = Names(json, "publisher").FirstOrDefault(),
        Url = Text(json, "url") ?? Text(json, "@id"),
        Authors = [.. Names(json, "author")],
    };

    private static int RankOf(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe" ? 0
        : type.EndsWith("Page", StringComparison.Ordinal) || type.EndsWith("Object", StringComparison.Ordinal) ? 1 : 2;

    private static string? Text(JsonElement json, string name) => Texts(json, name).FirstOrDefault();

    private static IEnumerable<string> Texts(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) return [];
        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return values.Where(v => v.ValueKind == JsonValueKind.String).Select(Plain).Where(v => v.Length > 0);
    }

    // Publishing systems write HTML's character references into JSON.
    private static string Plain(JsonElement text)
    {
        var raw = text.GetString()!;
        return System.Net.WebUtility.HtmlDecode(raw.Length > FactCollector.LongestStatement ? raw[..FactCollector.LongestStatement] : raw).Trim();
    }

    /// <summary>Names of persons or organisations, given as text or as objects with a name.</summary>
    private static IEnumerable<string> Names(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) return [];
        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return values.SelectMany(v => v.ValueKind == JsonValueKind.Object ? Texts(v, "name") : v.ValueKind == JsonValueKind.String ? [Plain(v)] : []).Where(n => n.Length > 0);
    }
}
