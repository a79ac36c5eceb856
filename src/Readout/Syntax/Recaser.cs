using Readout.Syntax.Network;

namespace Readout.Syntax;

/// <summary>
/// Headlines give most words a capital, or all letters. Their words are read in the case that they have elsewhere: in the article's running
/// text, else in the texts the models were made from. The offsets stay those of the page.
/// </summary>
internal sealed class Recaser(WordIndex common)
{
    private const int LongestSmall = 4, FewestCapitals = 3;

    /// <summary>For each sentence that is written like a headline its words in their usual case; null for all others.</summary>
    public string[]?[] Forms(string text, IReadOnlyList<TextSpan[]> sentences)
    {
        var result = new string[]?[sentences.Count];
        Dictionary<string, int>? seen = null;
        for (var s = 0; s < result.Length; s++)
            if (IsHeadline(text, sentences[s]))
            {
                seen ??= Seen(text, sentences);
                var isAllCapitals = sentences[s].All(w => IsAllCapitals(w.In(text)));
                var forms = sentences[s].Select(w => Usual(w.In(text), isAllCapitals, seen)).ToArray();
                // Sentences begin with a capital.
                forms[0] = char.ToUpperInvariant(forms[0][0]) + forms[0][1..];
                result[s] = forms;
            }
        return result;
    }

    /// <summary>No full stop, at least three words with a capital, and no word without one that is longer than "with".</summary>
    public static bool IsHeadline(string text, ReadOnlySpan<TextSpan> words)
    {
        if (words[^1].Of(text) is ".") return false;
        var capitals = 0;
        foreach (var word in words)
        {
            var form = word.Of(text);
            if (char.IsUpper(form[0])) capitals++;
            else if (char.IsLower(form[0]) && form.Length > LongestSmall) return false;
        }
        return capitals >= FewestCapitals && capitals * 2 > words.Length;
    }

    // How often each form stands within the running text; the first word of a sentence says nothing.
    private static Dictionary<string, int> Seen(string text, IReadOnlyList<TextSpan[]> sentences)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var words in sentences)
        {
            if (IsHeadline(text, words)) continue;
            foreach (var word in words.AsSpan(1))
            {
                var form = word.Of(text);
                lookup[form] = lookup.TryGetValue(form, out var count) ? count + 1 : 1;
            }
        }
        return seen;
    }

    private string Usual(string form, bool isAllCapitals, Dictionary<string, int> seen)
    {
        // Among words in title case, one in capitals is an acronym: "US" is not "us".
        if (!char.IsUpper(form[0]) || (!isAllCapitals && form.Length > 1 && IsAllCapitals(form))) return form;
        var lower = form.ToLowerInvariant();
        var (small, capital) = (seen.GetValueOrDefault(lower), seen.GetValueOrDefault(form));
        if (small > capital) return lower;
        if (capital > 0) return form;
        if (isAllCapitals && form[0] + lower[1..] is var name && seen.ContainsKey(name)) return name;
        return common.Find(lower, 0) > 0 ? lower : form;
    }

    private static bool IsAllCapitals(string form) => !form.Any(char.IsLower);
}
