using System.Text;
using System.Text.Json;
using Readout.Pages;

namespace Readout.App.Sources;

/// <summary>Articles as JSON lines: <c>text</c> or <c>html</c>, and optionally id, url, title, published, source, authors. A wrong line is named; the others are read.</summary>
internal static class JsonLines
{
    public static IEnumerable<Page> Read(string input, Stream stream, Action<SourceException> failed)
    {
        var reader = new ByteReader(stream);
        var number = 0;
        while (reader.Line(Bytes.PageLimit, out var cut) is { } line)
        {
            number++;
            if (line.AsSpan().Trim(" \t\uFEFF"u8).IsEmpty) continue;
            var name = $"{input}#{number}";
            if (Page(name, line, cut, failed) is { } page) yield return page;
        }
    }

    private static Page? Page(string input, byte[] line, bool cut, Action<SourceException> failed)
    {
        try
        {
            if (cut) throw new SourceException(input, Bytes.TooLarge);
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(line).TrimStart('\uFEFF'));
            return Page(input, document.RootElement);
        }
        catch (SourceException problem)
        {
            failed(problem);
        }
        catch (JsonException)
        {
            failed(new SourceException(input, "is no JSON object; give one object on each line"));
        }
        catch (InvalidOperationException)
        {
            failed(new SourceException(input, "holds half a surrogate pair, which is no text; write the character whole"));
        }
        return null;
    }

    private static Page Page(string input, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) throw new SourceException(input, "is no JSON object; give one object on each line");
        var text = Text(record, "text");
        var body = text ?? Text(record, "html") ?? throw new SourceException(input, "has neither \"text\" nor \"html\"");
        return new Page
        {
            Input = input,
            Bytes = Encoding.UTF8.GetBytes(body),
            Charset = "utf-8",
            Kind = text is null ? PageKind.Html : PageKind.Given,
            Id = Text(record, "id"),
            Url = Text(record, "url"),
            Title = Text(record, "title"),
            Published = Text(record, "published"),
            Source = Text(record, "source"),
            Authors = Authors(record),
        };
    }

    private static string? Text(JsonElement record, string name) => !record.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static List<string> Authors(JsonElement record)
    {
        if (!record.TryGetProperty("authors", out var authors)) return [];
        if (authors.ValueKind == JsonValueKind.String) return [authors.GetString()!];
        return authors.ValueKind == JsonValueKind.Array ? [.. authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)] : [];
    }
}
