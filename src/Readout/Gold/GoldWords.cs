using System.Text;

namespace Readout.Gold;

/// <summary>How like two pieces of text are, by their words.</summary>
internal static class GoldWords
{
    /// <summary>F1 of the words that both have, each counted as often as it stands in both; 0 when either is empty.</summary>
    public static double F1(string? one, string? other)
    {
        var (left, right) = (Of(one), Of(other));
        if (left.Count == 0 || right.Count == 0) return 0;
        var rest = right.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var common = 0;
        foreach (var word in left)
        {
            if (rest.GetValueOrDefault(word) == 0) continue;
            rest[word]--;
            common++;
        }
        return 2.0 * common / (left.Count + right.Count);
    }

    /// <summary>The same person or body: the last word and the first letter agree, or one of them is the last word alone, or the words are the same in another order.</summary>
    public static bool SameName(string? one, string? other)
    {
        var (left, right) = (Of(one), Of(other));
        if (left.Count == 0 || right.Count == 0) return false;
        if (left[^1] == right[^1]) return left.Count == 1 || right.Count == 1 || left[0][0] == right[0][0];
        return left.ToHashSet(StringComparer.Ordinal).SetEquals(right);
    }

    private static List<string> Of(string? text)
    {
        var words = new List<string>();
        var folded = (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        for (var i = 0; i < folded.Length;)
        {
            var start = i;
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] == '_')) i++;
            if (i > start) words.Add(folded[start..i]);
            else i++;
        }
        return words;
    }
}
