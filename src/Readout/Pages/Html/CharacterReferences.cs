using System.Globalization;
using System.Text;
using Readout.Loading;

namespace Readout.Pages.Html;

/// <summary>Reads character references such as <c>&amp;eacute;</c> and <c>&amp;#233;</c> (HTML Living Standard, 13.2.5.72).</summary>
internal sealed class CharacterReferences
{
    // Of the names that stand without a semicolon, none is longer.
    private const int LongestBare = 6;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bare;
    private readonly int longest;

    public CharacterReferences(KnowledgeTable table)
    {
        var all = table.Rows.ToDictionary(r => r["name"], Characters, StringComparer.Ordinal);
        names = all.GetAlternateLookup<ReadOnlySpan<char>>();
        bare = table.Rows.Where(r => r["bare"] == "yes").ToDictionary(r => r["name"], r => all[r["name"]], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        longest = all.Keys.Max(n => n.Length);
    }

    /// <summary>A text with its references read.</summary>
    /// <param name="inAttribute">In values, a name without semicolon counts only when neither a letter, a digit nor <c>=</c> follows: addresses are full of them.</param>
    public string Decoded(ReadOnlySpan<char> raw, bool inAttribute)
    {
        var at = raw.IndexOf('&');
        if (at < 0) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        Span<char> buffer = stackalloc char[4];
        while (at >= 0)
        {
            text.Append(raw[..at]);
            raw = raw[at..];
            var used = Read(raw, inAttribute, buffer, out var written);
            text.Append(used == 0 ? "&" : buffer[..written]);
            raw = raw[Math.Max(used, 1)..];
            at = raw.IndexOf('&');
        }
        return text.Append(raw).ToString();
    }

    /// <summary>Reads the reference that a text starts with.</summary>
    /// <param name="buffer">At least four characters long.</param>
    /// <returns>The characters of the text that it takes; 0 when it is none.</returns>
    public int Read(ReadOnlySpan<char> text, bool inAttribute, Span<char> buffer, out int written)
    {
        written = 0;
        if (text.Length < 2) return 0;
        return text[1] == '#' ? Number(text, buffer, out written) : char.IsAsciiLetter(text[1]) ? Name(text, inAttribute, buffer, out written) : 0;
    }

    private int Name(ReadOnlySpan<char> text, bool inAttribute, Span<char> buffer, out int written)
    {
        var end = 1;
        while (end < text.Length && end <= longest + 1 && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end < text.Length && text[end] == ';' && names.TryGetValue(text[1..end], out var value)) return Write(value, end + 1, buffer, out written);
        for (var length = Math.Min(end - 1, LongestBare); length >= 2; length--)
        {
            if (!bare.TryGetValue(text.Slice(1, length), out value)) continue;
            if (inAttribute && length + 1 < text.Length && (text[length + 1] == '=' || char.IsAsciiLetterOrDigit(text[length + 1]))) break;
            return Write(value, length + 1, buffer, out written);
        }
        written = 0;
        return 0;
    }

    private static int Write(string value, int used, Span<char> buffer, out int written)
    {
        value.CopyTo(buffer);
        written = value.Length;
        return used;
    }

    private static int Number(ReadOnlySpan<char> text, Span<char> buffer, out int written)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var (start, code) = (hex ? 3 : 2, 0);
        var end = start;
        for (; end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])); end++)
            code = Math.Min(0x110000, code * (hex ? 16 : 10) + Convert.ToInt32(text[end] <= '9' ? text[end] - '0' : (text[end] | 0x20) - 'a' + 10));
        written = end == start ? 0 : Character(code).EncodeToUtf16(buffer);
        return end == start ? 0 : end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    // Numbers of the C1 controls mean the characters of windows-1252, as the standard lists them.
    private static Rune Character(int code)
    {
        if (code is >= 0x80 and <= 0x9F) code = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"[code - 0x80];
        return code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
    }

    private static string Characters(KnowledgeRow row)
    {
        var text = new StringBuilder();
        foreach (var code in row["characters"].Split(' '))
            text.Append(int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number) ? new Rune(number).ToString() : throw row.Wrong($"has '{code}', which is no code point in hexadecimal digits"));
        return text.Length <= 4 ? text.ToString() : throw row.Wrong("stands for more than four UTF-16 units");
    }
}
