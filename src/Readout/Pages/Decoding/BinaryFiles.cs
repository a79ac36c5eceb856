namespace Readout.Pages.Decoding;

/// <summary>Tells files that are no text, by their first bytes or by control characters.</summary>
internal static class BinaryFiles
{
    public static void Refuse(ReadOnlySpan<byte> bytes)
    {
        if (Known(bytes) is { } kind) throw new PageException("page-binary", $"is {kind}, not a page; save the article as HTML or plain text");
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        var utf16 = sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];
        if (utf16) return;
        var controls = 0;
        foreach (var b in sample)
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 26 or 27)) controls++;
        if (controls * 20 > sample.Length || sample.Count((byte)0) * 100 > sample.Length)
            throw new PageException("page-binary", "is a binary file, not a page; save the article as HTML or plain text");
    }

    private static string? Known(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an Office document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Office document",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "a database",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, ..] => "a program",
        [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] or [0xFD, (byte)'7', (byte)'z', ..] => "a compressed file",
        _ => null,
    };
}
