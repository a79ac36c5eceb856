using System.Text;

namespace Readout.Pages.Decoding;

/// <summary>Bytes to characters: byte order mark, what the bytes themselves show, what envelope and page declare, in this order.</summary>
internal sealed class PageDecoder(CharsetNames charsets)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Throws <see cref="PageException"/> when the bytes are no text.</summary>
    public DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.TrimStart(" \t\r\n\f"u8).IsEmpty) throw new PageException("page-empty", "holds no text; give a page with an article");
        BinaryFiles.Refuse(bytes);
        var decoded = Marked(bytes) ?? Told(bytes, declared);
        return Mojibake.Mend(decoded);
    }

    private static DecodedText? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Utf8(rest, []),
        [0xFF, 0xFE, .. var rest] => new(Encoding.Unicode.GetString(rest), "utf-16", []),
        [0xFE, 0xFF, .. var rest] => new(Encoding.BigEndianUnicode.GetString(rest), "utf-16BE", []),
        [not 0, 0, not 0, 0, ..] => new(Encoding.Unicode.GetString(bytes), "utf-16", []),
        [0, not 0, 0, not 0, ..] => new(Encoding.BigEndianUnicode.GetString(bytes), "utf-16BE", []),
        _ => null,
    };

    private DecodedText Told(ReadOnlySpan<byte> bytes, string? declared)
    {
        var encoding = charsets.Encoding(declared) ?? charsets.Encoding(CharsetDeclaration.Of(bytes));
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        // Multi-byte UTF-8 does not come about by chance; ISO-2022-JP is seven-bit and must be believed.
        if (valid && encoding?.CodePage is not 50220) return Utf8(bytes, []);
        if (encoding is not null && encoding.CodePage is not (65001 or 1200 or 1201)) return new(encoding.GetString(bytes), encoding.WebName, []);
        return valid ? Utf8(bytes, []) : Damaged(bytes);
    }

    /// <summary>Neither valid UTF-8 nor declared otherwise: few faults are damage, many another character set.</summary>
    private static DecodedText Damaged(ReadOnlySpan<byte> bytes)
    {
        var (faults, sound) = Utf8Faults.Count(bytes);
        if (sound * 4 >= faults)
            return Utf8(bytes, [new Doubt("broken-utf8", $"{faults} places are no valid UTF-8 and stand as U+FFFD; fetch the page again if they matter")]);
        return new(Windows1252.GetString(bytes), "windows-1252", [new Doubt("charset-guessed", "the page is not UTF-8 and declares nothing else; it was read as windows-1252")]);
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, IReadOnlyList<Doubt> doubts) => new(Encoding.UTF8.GetString(bytes), "utf-8", doubts);
}
