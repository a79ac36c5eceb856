using System.Text;
using System.Text.Json;
using Readout.Pages;

namespace Readout.App.Sources;

/// <summary>Articles as JSON lines: <c>text</c> or <c>html</c>, and optionally id, url, title, published, source, authors.</summary>
internal static class JsonLines
{
    public static bool Looks(string name, ReadOnlySpan<byte> bytes) =>
        name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
        || (bytes.TrimStart(" \r\n\t\uFEFF"u8) is [(byte)'{', ..] && (bytes.IndexOf("\"text\""u8) >= 0 || bytes.IndexOf("\"html\""u8) >= 0));

    public static IEnumerable<Page> Read(string input, byte[] bytes)
    {
        var line = 0;
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text)) yield return Page(input, line, text);
        }
    }

    private static Page Page(string input, int line, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var record = document.RootElement;
            var html = Text(record, "html");
            var body = Text(record, "text") ?? html ?? throw new SourceException(input, $"line {line} has neither \"text\" nor \"html\"");
            return new Page
            {
                Input = $"{input}#{line}",
                Bytes = Encoding.UTF8.GetBytes(body),
                Charset = "utf-8",
                Kind = Text(record, "text") is null ? PageKind.Html : PageKind.Given,
                Id = Text(record, "id"),
                Url = Text(record, "url"),
                Title = Text(record, "title"),
                Published = Text(record, "published"),
                Source = Text(record, "source"),
                Authors = Authors(record),
            };
        }
        catch (JsonException)
        {
            throw new SourceException(input, $"line {line} is no JSON object");
        }
    }

    private static string? Text(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Authors(JsonElement record) =>
        record.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array
            ? [.. authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)]
            : [];
}
