using System.Globalization;
using Readout.Pages;

namespace Readout.App.Sources.Warc;

/// <summary>Pages of a web archive (ISO 28500), read as a stream: the responses with status 200 that are HTML or text.</summary>
internal sealed class WarcReader(string input, Stream stream, Action<SourceException> failed)
{
    private const int LongestHeader = 1 << 16;
    private readonly ByteReader bytes = new(stream);
    private int record;

    public IEnumerable<Page> Pages()
    {
        while (Headers() is { } headers)
        {
            record++;
            var name = $"{input}#{record}";
            if (!headers.TryGetValue("content-length", out var given) || !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new SourceException(name, "has no Content-Length, so the rest of the archive cannot be read");
            if (Block(headers, name, length) is { } block && Page(headers, name, block) is { } page) yield return page;
        }
    }

    /// <summary>The next record's headers in lower case, or null at the end.</summary>
    private Dictionary<string, string>? Headers()
    {
        byte[]? line;
        do line = bytes.Line(LongestHeader, out _);
        while (line is { Length: 0 });
        if (line is null) return null;
        if (!line.AsSpan().StartsWith("WARC/"u8)) throw new SourceException($"{input}#{record + 1}", "does not begin as a WARC record does; the archive is damaged from here on");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while ((line = bytes.Line(LongestHeader, out _)) is { Length: > 0 }) HttpMessage.AddHeader(headers, line);
        return line is null ? throw Truncated($"{input}#{record + 1}") : headers;
    }

    private byte[]? Block(Dictionary<string, string> headers, string name, long length)
    {
        var isPage = headers.GetValueOrDefault("warc-type") is "response" or "resource" or "conversion";
        if (isPage && length > Bytes.PageLimit) failed(new SourceException(name, Bytes.TooLarge));
        if (!isPage || length > Bytes.PageLimit) return bytes.Skip(length) ? null : throw Truncated(name);
        var block = bytes.Block((int)length);
        return block.Length == length ? block : throw Truncated(name);
    }

    private static SourceException Truncated(string name) => new(name, "is cut off in the middle of a record; the records before it were read");

    private static Page? Page(Dictionary<string, string> headers, string name, byte[] block)
    {
        var type = headers.GetValueOrDefault("content-type", "");
        var body = (ReadOnlyMemory<byte>)block;
        if (type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
        {
            if (HttpMessage.Parse(block) is not { Status: 200 } message) return null;
            (type, body) = (message.ContentType, message.Body());
        }
        else if (headers["warc-type"] == "response")
        {
            return null;
        }
        if (!HttpMessage.IsReadable(type) || body.IsEmpty) return null;
        return new Page
        {
            Input = name,
            Bytes = body,
            Charset = HttpMessage.Charset(type),
            Url = headers.GetValueOrDefault("warc-target-uri")?.Trim('<', '>'),
            Kind = type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? PageKind.Text : PageKind.Unknown,
        };
    }
}
