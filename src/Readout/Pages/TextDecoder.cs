using System.Text;

namespace Readout.Pages;

/// <summary>Bytes to text: byte order mark, envelope, <c>meta charset</c>, then UTF-8 if it is valid, else windows-1252.</summary>
internal static class TextDecoder
{
    private const int HeadLength = 4096;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Throws <see cref="PageException"/> for what is no text. Adds a doubt where bytes had to be replaced.</summary>
    public static string Decode(Page page, List<Doubt> doubts)
    {
        var bytes = page.Bytes.Span;
        if (bytes.TrimStart(" \t\r\n\0"u8).IsEmpty) throw new PageException("page-empty", "is empty");
        if (MarkedEncoding(bytes) is { } marked) return marked.Encoding.GetString(bytes[marked.Length..]);
        if (IsBinary(bytes)) throw new PageException("page-binary", "is not text but binary data; give HTML, text, JSON lines, a feed or a WARC file");
        var declared = Named(page.Charset) ?? Named(MetaCharset(bytes));
        if (IsUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage) return declared.GetString(bytes);
        if (declared is null && !MostlyUtf8(bytes)) return Encoding.GetEncoding(1252).GetString(bytes);
        doubts.Add(new Doubt("text-broken", "some bytes are not valid UTF-8 and were replaced by U+FFFD"));
        return Encoding.UTF8.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? MarkedEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var control = 0;
        var head = bytes[..Math.Min(bytes.Length, HeadLength)];
        foreach (var b in head)
            if (b < 9 || b is > 13 and < 27 or > 27 and < 32) control++;
        return control * 50 > head.Length;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    // A few damaged bytes in a page that is otherwise UTF-8 do not make it windows-1252.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done) good += used > 1 ? 1 : 0;
            else bad++;
            bytes = bytes[used..];
        }
        return good > 4 * bad;
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var name = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = name.IndexOfAny("\"' />;");
        return end <= 0 ? null : name[..end].ToString();
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        // The web reads Latin-1 as windows-1252 (WHATWG Encoding Standard).
        var label = name.Trim().ToLowerInvariant() is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" ? "windows-1252" : name.Trim();
        return Encoding.GetEncodings().Any(e => e.Name.Equals(label, StringComparison.OrdinalIgnoreCase)) ? Encoding.GetEncoding(label) : null;
    }
}
