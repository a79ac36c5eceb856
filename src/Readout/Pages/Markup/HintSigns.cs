using Readout.Pages.About;

namespace Readout.Pages.Markup;

/// <summary>What a class, an id or another naming attribute tells of its element.</summary>
internal readonly record struct Hint(ChromeRule? Chrome, FactKind Fact, bool Caption);

/// <summary>The words by which pages name their parts, with what they tell, found without making strings: <c>relatedArticles post-nav_2</c> holds related, articles, post, nav and 2.</summary>
internal sealed class HintSigns
{
    // A value that goes on is no name; utility classes run to some hundred characters.
    private const int Longest = 2000;

    private readonly Dictionary<string, Opening>.AlternateLookup<ReadOnlySpan<char>> openings;

    /// <summary>What a first word tells by itself, and what it tells with the words behind it.</summary>
    private sealed record Opening(Hint Alone, IReadOnlyList<(string More, Hint Hint)> Longer);

    /// <param name="signs">One to three words of lower case, separated by a blank.</param>
    public HintSigns(IEnumerable<(string Sign, Hint Hint)> signs)
    {
        var merged = signs.GroupBy(s => s.Sign, StringComparer.Ordinal).Select(g => (Sign: g.Key, Hint: g.Aggregate(default(Hint), (h, s) => Merge(h, s.Hint))));
        openings = merged.GroupBy(s => s.Sign.Split(' ')[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Opening(
            g.FirstOrDefault(s => s.Sign == g.Key).Hint,
            [.. g.Where(s => s.Sign != g.Key).OrderBy(s => s.Sign.Length).Select(s => (s.Sign[g.Key.Length..], s.Hint))]), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first sign of chrome or else the first sure one; the strongest fact.</summary>
    public Hint Of(ReadOnlySpan<char> value)
    {
        if (value.Length > Longest) value = value[..Longest];
        Span<char> words = stackalloc char[2 * Longest + 2];
        words = words[..Spell(value, words)];
        var hint = default(Hint);
        for (var start = 0; start < words.Length;)
        {
            var end = start + words[start..].IndexOfAny(' ', '\n');
            if (openings.TryGetValue(words[start..end], out var opening)) hint = Merge(hint, Of(opening, words[end..]));
            start = end + 1;
        }
        return hint;
    }

    private static Hint Of(Opening opening, ReadOnlySpan<char> rest)
    {
        var hint = opening.Alone;
        foreach (var (longer, more) in opening.Longer)
            if (rest.StartsWith(longer) && rest[longer.Length] is ' ' or '\n') hint = Merge(hint, more);
        return hint;
    }

    private static Hint Merge(Hint one, Hint other) => new(
        one.Chrome is null || other.Chrome is { Sure: true } && !one.Chrome.Sure ? other.Chrome ?? one.Chrome : one.Chrome,
        other.Fact > one.Fact ? other.Fact : one.Fact, one.Caption || other.Caption);

    /// <summary>Lays the words of a value out in lower case, each followed by a blank, the last of a class by a line feed: phrases stay within a class.</summary>
    private static int Spell(ReadOnlySpan<char> value, Span<char> words)
    {
        var (length, before) = (0, '\0');
        foreach (var c in value)
        {
            var inWord = length > 0 && words[length - 1] is not (' ' or '\n');
            if (char.IsLetterOrDigit(c))
            {
                if (inWord && char.IsUpper(c) && char.IsLower(before)) words[length++] = ' ';
                words[length++] = char.ToLowerInvariant(c);
            }
            else if (inWord) words[length++] = char.IsWhiteSpace(c) ? '\n' : ' ';
            else if (length > 0 && char.IsWhiteSpace(c)) words[length - 1] = '\n';
            before = c;
        }
        if (length > 0 && words[length - 1] is not (' ' or '\n')) words[length++] = '\n';
        return length;
    }
}
