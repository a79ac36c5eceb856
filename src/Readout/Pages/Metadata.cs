using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Readout.Pages;

/// <summary>What a page says of itself in its head: meta elements and the first JSON-LD article (schema.org).</summary>
internal sealed class Metadata
{
    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<JsonElement> articles = [];

    public Metadata(IHtmlDocument document)
    {
        foreach (var meta in document.GetElementsByTagName("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is not null && meta.GetAttribute("content") is { Length: > 0 } content) properties.TryAdd(name.Trim(), content.Trim());
        }
        foreach (var script in document.GetElementsByTagName("script"))
            if (script.GetAttribute("type")?.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) == true) ReadLinkedData(script.TextContent);
    }

    /// <summary>The first of these properties that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (properties.TryGetValue(name, out var value)) return value;
        return null;
    }

    /// <summary>A text property of the page's JSON-LD article.</summary>
    public string? Linked(string name)
    {
        foreach (var article in articles)
            if (article.TryGetProperty(name, out var value) && Text(value) is { Length: > 0 } text) return text;
        return null;
    }

    public IReadOnlyList<string> LinkedAuthors() => [.. articles.Where(a => a.TryGetProperty("author", out _)).SelectMany(a => Names(a.GetProperty("author"))).Distinct()];

    private void ReadLinkedData(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            Collect(document.RootElement.Clone(), 0);
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common; the page has other places that say the same.
        }
    }

    private void Collect(JsonElement element, int depth)
    {
        if (depth > 4) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out var graph)) Collect(graph, depth + 1);
            if (IsArticle(element)) articles.Insert(0, element);
            else if (element.TryGetProperty("datePublished", out _)) articles.Add(element);
        }
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type) && (Text(type) ?? "") is var name && (name.Contains("Article", StringComparison.Ordinal) || name is "BlogPosting" or "Report" or "LiveBlogPosting");

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Text(name),
        _ => null,
    };

    private static IEnumerable<string> Names(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.Array => author.EnumerateArray().SelectMany(Names),
        _ => Text(author) is { Length: > 0 and < 100 } name ? [name] : [],
    };
}
