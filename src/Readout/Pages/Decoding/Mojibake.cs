using System.Text;

namespace Readout.Pages.Decoding;

/// <summary>Mends UTF-8 that was once read as windows-1252 and saved again, when the page leaves no doubt that this happened.</summary>
internal static class Mojibake
{
    // U+00C2..U+00F4 lead bytes as characters: what must start every double-encoded character.
    private const char FirstLead = '\u00C2', LastLead = '\u00F4';
    private const int Enough = 3;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static DecodedText Mend(DecodedText decoded)
    {
        var text = decoded.Text;
        var leads = 0;
        var sequences = 0;
        for (var at = 0; (at = Next(text, at)) >= 0; at++)
        {
            leads++;
            if (Sequence(text, at, out var length, out _)) { sequences++; at += length - 1; }
        }
        if (sequences < Enough || sequences * 10 < leads * 8) return decoded;
        var doubt = new Doubt("mojibake-mended", $"{sequences} characters had been encoded twice (windows-1252 read as UTF-8) and were mended");
        return decoded with { Text = Mended(text), Doubts = [.. decoded.Doubts, doubt] };
    }

    private static int Next(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAnyInRange(FirstLead, LastLead);
        return at < 0 ? -1 : from + at;
    }

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        var from = 0;
        for (int at; (at = Next(text, from)) >= 0;)
        {
            mended.Append(text, from, at - from);
            if (Sequence(text, at, out var length, out var character)) mended.Append(character);
            else { length = 1; mended.Append(text[at]); }
            from = at + length;
        }
        return mended.Append(text, from, text.Length - from).ToString();
    }

    private static bool Sequence(string text, int at, out int length, out string character)
    {
        Span<byte> bytes = stackalloc byte[4];
        length = text[at] < '\u00E0' ? 2 : text[at] < '\u00F0' ? 3 : 4;
        character = "";
        if (at + length > text.Length) return false;
        for (var i = 0; i < length; i++)
            if (!Byte(text[at + i], out bytes[i]) || (i > 0 && bytes[i] is < 0x80 or > 0xBF)) return false;
        if (Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) != System.Buffers.OperationStatus.Done || used != length) return false;
        character = rune.ToString();
        return true;
    }

    /// <summary>The byte that windows-1252 (or Latin-1, for the holes of windows-1252) shows as this character.</summary>
    private static bool Byte(char c, out byte value)
    {
        value = (byte)c;
        if (c <= 0xFF) return true;
        Span<byte> one = stackalloc byte[2];
        if (!"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".Contains(c, StringComparison.Ordinal)) return false;
        return Windows1252.TryGetBytes([c], one, out var count) && count == 1 && (value = one[0]) >= 0x80;
    }
}
