using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Readout.App.Sources.Warc;

/// <summary>A recorded HTTP response: status, headers, and the body with chunks and packing undone.</summary>
internal sealed class HttpMessage
{
    private readonly Dictionary<string, string> headers = new(StringComparer.Ordinal);
    private byte[] raw = [];

    public int Status { get; private set; }

    public string ContentType => headers.GetValueOrDefault("content-type", "");

    public static HttpMessage? Parse(byte[] block)
    {
        var reader = new ByteReader(new MemoryStream(block));
        var first = reader.Line(1 << 16, out _);
        if (first is null || !first.AsSpan().StartsWith("HTTP/"u8)) return null;
        var message = new HttpMessage { Status = int.TryParse(Encoding.ASCII.GetString(first).Split(' ').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var status) ? status : 0 };
        while (reader.Line(1 << 16, out _) is { Length: > 0 } line) AddHeader(message.headers, line);
        message.raw = reader.Block(block.Length);
        return message;
    }

    public static void AddHeader(Dictionary<string, string> headers, byte[] line)
    {
        var text = Encoding.UTF8.GetString(line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) headers[text[..colon].Trim().ToLowerInvariant()] = text[(colon + 1)..].Trim();
    }

    public static bool IsReadable(string type) =>
        type.Length == 0 || new[] { "text/html", "application/xhtml", "text/plain" }.Any(t => type.StartsWith(t, StringComparison.OrdinalIgnoreCase));

    public static string? Charset(string type)
    {
        var at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'') is { Length: > 0 } charset ? charset : null;
    }

    /// <summary>At most <see cref="Bytes.PageLimit"/> bytes; a damaged end of a packed body is left off.</summary>
    public ReadOnlyMemory<byte> Body()
    {
        var body = headers.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase) ? Joined(raw) : raw;
        return headers.GetValueOrDefault("content-encoding", "").ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when Unpacked.Looks(body) => Unpack(new GZipStream(new MemoryStream(body), CompressionMode.Decompress)),
            "deflate" => Unpack(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress)),
            "br" => Unpack(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
            _ => body,
        };
    }

    private static byte[] Unpack(Stream packed)
    {
        using (packed)
        using (var body = new MemoryStream())
        {
            var chunk = new byte[81920];
            try
            {
                for (int read; body.Length < Bytes.PageLimit && (read = packed.Read(chunk)) > 0;) body.Write(chunk, 0, read);
            }
            catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException)
            {
                // Crawlers cut long bodies; what came before the cut is the page.
            }
            return body.ToArray();
        }
    }

    // Some crawlers keep the header but store the body joined; then it does not begin with a length.
    private static byte[] Joined(byte[] chunked)
    {
        var reader = new ByteReader(new MemoryStream(chunked));
        using var body = new MemoryStream();
        while (reader.Line(1 << 10, out _) is { } line)
        {
            var digits = Encoding.ASCII.GetString(line).Split(';')[0].Trim();
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) return body.Length == 0 ? chunked : body.ToArray();
            if (length == 0) break;
            body.Write(reader.Block(length));
            reader.Line(2, out _);
        }
        return body.ToArray();
    }
}
