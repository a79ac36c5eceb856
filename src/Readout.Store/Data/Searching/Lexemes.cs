using System.Globalization;
using System.Text;
using Readout.World;

namespace Readout.Store.Data.Searching;

/// <summary>The words of a text as they are searched: runs of letters and digits, folded, without their endings - what the tokenizer <c>porter unicode61</c> of SQLite makes of them, so that both databases find the same.</summary>
internal static class Lexemes
{
    // What a tsvector can hold: positions up to 16,383, 255 of them for each word; a megabyte in all.
    private const int MostPositions = 16_383, MostOfOne = 255, MostBytes = 500_000, LongestWord = 1_000;

    public static IEnumerable<(string Lexeme, TextSpan Span)> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!IsPart(text, at))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && (IsPart(text, at) || IsMark(text[at]))) at++;
            yield return (Of(text.AsSpan(start, Math.Min(at - start, LongestWord))), new TextSpan(start, at));
        }
    }

    /// <summary>As PostgreSQL writes a tsvector.</summary>
    /// <param name="texts">No phrase reaches from one into the next.</param>
    public static string Vector(IEnumerable<string> texts)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var (position, bytes) = (0, 0);
        foreach (var lexeme in texts.SelectMany(t => Of(t).Select(l => l.Lexeme).Prepend("")))
        {
            position++;
            if (lexeme.Length == 0) continue;
            if (!positions.TryGetValue(lexeme, out var places))
            {
                if ((bytes += lexeme.Length * 3 + 8) > MostBytes) break;
                positions[lexeme] = places = [];
            }
            if (position <= MostPositions && places.Count < MostOfOne) places.Add(position);
        }
        var vector = new StringBuilder();
        foreach (var (lexeme, places) in positions) vector.Append(CultureInfo.InvariantCulture, $"'{lexeme}'{(places.Count > 0 ? ":" : "")}").AppendJoin(',', places).Append(' ');
        return vector.ToString();
    }

    private static string Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
            if (!IsMark(c)) folded[length++] = Fold.Letter(c);
        return Porter.Stem(folded[..length].ToString());
    }

    private static bool IsPart(string text, int at) => char.IsLetterOrDigit(text, at) || char.GetUnicodeCategory(text, at) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]) && char.IsLetterOrDigit(text, at - 1));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
