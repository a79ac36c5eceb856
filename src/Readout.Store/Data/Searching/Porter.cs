namespace Readout.Store.Data.Searching;

/// <summary>Takes the endings off English words by the algorithm of M. F. Porter, "An algorithm for suffix stripping" (1980), as the tokenizer of SQLite does.</summary>
internal static class Porter
{
    private static readonly (string From, string To)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string From, string To)[] Step3 = [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 = ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <param name="word">Folded. Words of one or two letters, long ones and those of other alphabets stay as they are.</param>
    public static string Stem(string word)
    {
        if (word.Length is < 3 or > 64 || !word.All(char.IsAsciiLetterOrDigit)) return word;
        var w = Plural(word);
        w = Past(w);
        if (w.EndsWith('y') && HasVowel(w[..^1])) w = w[..^1] + "i";
        w = Replace(w, Step2, 0);
        w = Replace(w, Step3, 0);
        w = Strip(w);
        if (w.EndsWith('e') && (Measure(w[..^1]) > 1 || (Measure(w[..^1]) == 1 && !EndsShort(w[..^1])))) w = w[..^1];
        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w[..^1]) > 1 ? w[..^1] : w;
    }

    private static string Plural(string w)
    {
        if (!w.EndsWith('s')) return w;
        if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal)) return w[..^2];
        return w.EndsWith("ss", StringComparison.Ordinal) ? w : w[..^1];
    }

    private static string Past(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal)) return Measure(w[..^3]) > 0 ? w[..^1] : w;
        var stem = w.EndsWith("ed", StringComparison.Ordinal) ? w[..^2] : w.EndsWith("ing", StringComparison.Ordinal) ? w[..^3] : null;
        if (stem is null || !HasVowel(stem)) return w;
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal)) return stem + "e";
        if (EndsDouble(stem) && stem[^1] is not ('l' or 's' or 'z')) return stem[..^1];
        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Replace(string w, (string From, string To)[] endings, int measure)
    {
        foreach (var (from, to) in endings)
            if (w.EndsWith(from, StringComparison.Ordinal)) return Measure(w[..^from.Length]) > measure ? w[..^from.Length] + to : w;
        return w;
    }

    private static string Strip(string w)
    {
        foreach (var ending in Step4)
        {
            if (!w.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = w[..^ending.Length];
            if (ending == "ent" && (stem.EndsWith('m') || stem.EndsWith("em", StringComparison.Ordinal))) continue;
            return Measure(stem) > 1 && (ending != "ion" || stem is [.., 's' or 't']) ? stem : w;
        }
        return w;
    }

    private static bool IsVowel(string w, int i) => w[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[i] == 'y' && i > 0 && !IsVowel(w, i - 1));

    private static bool HasVowel(string w) => Enumerable.Range(0, w.Length).Any(i => IsVowel(w, i));

    /// <summary>How often vowels are followed by consonants.</summary>
    private static int Measure(string w)
    {
        var measure = 0;
        for (var i = 1; i < w.Length; i++)
            if (!IsVowel(w, i) && IsVowel(w, i - 1)) measure++;
        return measure;
    }

    private static bool EndsDouble(string w) => w.Length > 1 && w[^1] == w[^2] && !IsVowel(w, w.Length - 1);

    private static bool EndsShort(string w) => w.Length > 2 && !IsVowel(w, w.Length - 3) && IsVowel(w, w.Length - 2) && !IsVowel(w, w.Length - 1) && w[^1] is not ('w' or 'x' or 'y');
}
