using System.Collections.Frozen;

namespace Readout.Store.Acts;

/// <summary>The content words of a piece of evidence: small letters, no names, no function words, common endings off.</summary>
internal static class ActWords
{
    private static readonly FrozenSet<string> Stop = new[]
    {
        "that", "this", "with", "from", "have", "been", "will", "would", "were", "their", "they", "which", "than", "then", "there", "when", "what", "where", "while", "after", "before", "about", "into", "over",
        "also", "said", "says", "told", "more", "most", "some", "such", "other", "both", "between", "during", "against", "under", "could", "should", "being", "does", "only", "just", "very", "each", "many",
        "including", "according", "other", "these", "those", "through", "upon", "because", "until", "since", "first", "last", "next", "week", "month", "year", "today", "yesterday", "tomorrow", "time", "times",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["ings", "ing", "ied", "ies", "ed", "es", "s", "ly"];

    public static HashSet<string> Of(string text, int start, int end)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, start); i < Math.Min(end, text.Length);)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var from = i;
            while (i < end && i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’')) i++;
            // Capitals are names, and names are compared as parties.
            if (i - from >= 4 && char.IsLower(text[from])) Add(words, text[from..i]);
        }
        return words;
    }

    /// <summary>Share of the shorter list that the other has; 0 when one is too short to tell.</summary>
    public static double Shared(HashSet<string> one, HashSet<string> other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        if (shorter == 0) return 0;
        var common = 0;
        foreach (var word in one.Count == shorter ? one : other)
            if ((one.Count == shorter ? other : one).Contains(word)) common++;
        return shorter >= 3 ? (double)common / shorter : (double)common / Math.Max(one.Count, other.Count);
    }

    private static void Add(HashSet<string> words, string word)
    {
        if (Stop.Contains(word)) return;
        words.Add(Stem(word));
    }

    private static string Stem(string word)
    {
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length].TrimEnd('e');
        return word.TrimEnd('e');
    }
}
