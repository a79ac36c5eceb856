namespace Readout.World;

/// <summary>Letters as names are compared: lower case, without accents. Not for display or evidence.</summary>
internal static class Fold
{
    // Latin-1 Supplement and Latin Extended-A (U+00C0 to U+017F) with their base letters; '*' keeps the letter.
    private const string Base =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static char Letter(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        >= '\u00C0' and < '\u0180' when c - 0xC0 < Base.Length && Base[c - 0xC0] != '*' => Base[c - 0xC0],
        '\u0219' or '\u0218' => 's',
        '\u021B' or '\u021A' => 't',
        'ə' or 'Ə' => 'a',
        _ => char.ToLowerInvariant(c),
    };

    public static string Text(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        Text(text, folded);
        return folded.ToString();
    }

    public static void Text(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Letter(text[i]);
    }

    /// <summary>The id of a name: folded words joined by hyphens (<c>antony-blinken</c>).</summary>
    public static string Slug(ReadOnlySpan<char> name)
    {
        Span<char> slug = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) slug[length++] = Letter(c);
            else if (c is not ('\'' or '’' or '.') && length > 0 && slug[length - 1] != '-') slug[length++] = '-';
        }
        return slug[..length].TrimEnd('-').ToString();
    }
}
