using System.Globalization;

namespace Readout.Phrases;

/// <summary>Phrases of whole words in any case, in which <c>*</c> stands for any ending ("troop*", "organi*ed crime"), all looked for in one way through the text.</summary>
internal sealed class PhraseList
{
    private readonly string[] phrases;
    private readonly Dictionary<char, int[]> byStart;

    public PhraseList(IEnumerable<string> phrases)
    {
        this.phrases = [.. phrases.Select(p => p.ToLowerInvariant())];
        byStart = this.phrases.Index().Where(p => p.Item.Length > 0).GroupBy(p => p.Item[0]).ToDictionary(g => g.Key, g => g.Select(p => p.Index).ToArray());
    }

    /// <summary>Whether the text holds one of the phrases.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
            foreach (var phrase in StartingAt(text, at))
                if (End(phrases[phrase], 0, text, at) >= 0) return true;
        return false;
    }

    /// <summary>Of the phrases in the text, each where it stands first, the longest: its number in the list; of equals the first; -1 when it holds none.</summary>
    public int Longest(ReadOnlySpan<char> text)
    {
        var (best, length) = (-1, 0);
        Span<ulong> seen = stackalloc ulong[phrases.Length / 64 + 1];
        for (var at = 0; at < text.Length; at++)
            foreach (var phrase in StartingAt(text, at))
            {
                if ((seen[phrase / 64] >> (phrase % 64) & 1) != 0 || End(phrases[phrase], 0, text, at) is not (>= 0 and var end)) continue;
                seen[phrase / 64] |= 1UL << (phrase % 64);
                if (end - at > length || (end - at == length && phrase < best)) (best, length) = (phrase, end - at);
            }
        return best;
    }

    private ReadOnlySpan<int> StartingAt(ReadOnlySpan<char> text, int at) =>
        IsBoundary(text, at) && byStart.TryGetValue(char.ToLowerInvariant(text[at]), out var found) ? found : [];

    // Where the rest of a phrase ends in the text, an ending as long as can be; -1 when it is not there.
    private static int End(string phrase, int from, ReadOnlySpan<char> text, int at)
    {
        for (; from < phrase.Length; from++, at++)
        {
            if (phrase[from] == '*') return EndOfAny(phrase, from + 1, text, at);
            if (at == text.Length || char.ToLowerInvariant(text[at]) != phrase[from]) return -1;
        }
        return IsBoundary(text, at) ? at : -1;
    }

    private static int EndOfAny(string phrase, int from, ReadOnlySpan<char> text, int at)
    {
        var last = at;
        while (last < text.Length && IsWord(text[last])) last++;
        for (; last >= at; last--)
            if (End(phrase, from, text, last) is >= 0 and var end) return end;
        return -1;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int at) => (at > 0 && IsJoined(text[at - 1])) != (at < text.Length && IsJoined(text[at]));

    private static bool IsJoined(char c) => IsWord(c) || c is '\u200C' or '\u200D';

    private static bool IsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
