namespace Readout.Pages;

/// <summary>Tells English from other languages by script and by the commonest words; enough to know what may be read further.</summary>
internal static class LanguageDetector
{
    private static readonly (string Language, HashSet<string> Words)[] Common =
    [
        ("en", ["the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "it", "has", "are", "be", "said"]),
        ("de", ["der", "die", "und", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für", "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch"]),
        ("fr", ["le", "la", "les", "et", "des", "en", "un", "du", "une", "que", "est", "pour", "qui", "dans", "par", "sur", "au", "avec", "il", "pas"]),
        ("es", ["de", "la", "que", "el", "en", "los", "del", "se", "las", "por", "un", "para", "con", "una", "su", "al", "es", "lo", "como", "más"]),
        ("it", ["di", "che", "la", "il", "un", "per", "non", "sono", "una", "con", "del", "della", "le", "si", "da", "dei", "nel", "alla", "anche", "più"]),
        ("pt", ["de", "que", "do", "da", "em", "um", "para", "com", "não", "uma", "os", "no", "se", "na", "por", "mais", "as", "dos", "como", "ao"]),
        ("nl", ["de", "van", "het", "een", "en", "in", "is", "dat", "op", "te", "zijn", "voor", "met", "niet", "die", "aan", "er", "om", "ook", "als"]),
        ("sv", ["och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "den", "till", "inte", "har", "om", "ett", "var", "från", "men", "kan"]),
        ("pl", ["w", "na", "z", "i", "do", "nie", "się", "że", "to", "jest", "o", "przez", "jak", "dla", "od", "po", "co", "za", "ale", "który"]),
        ("tr", ["ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "çok", "daha", "olan", "gibi", "sonra", "kadar", "ise", "ama", "en", "var", "ne", "o"]),
        ("id", ["yang", "dan", "di", "untuk", "dengan", "dari", "ini", "pada", "itu", "dalam", "tidak", "akan", "ke", "oleh", "juga", "telah", "karena", "para", "bisa", "ada"]),
    ];

    /// <summary>ISO 639-1, or <c>und</c> when the text is too short and the page does not say.</summary>
    public static string Detect(string text, string? declared)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, 6000));
        if (Script(sample) is { } script) return script;
        var counts = new int[Common.Length];
        var total = 0;
        foreach (var range in sample.SplitAny(" \n\t,.;:\"“”()"))
        {
            var word = sample[range];
            if (word.IsEmpty) continue;
            total++;
            var lower = word.ToString().ToLowerInvariant();
            for (var i = 0; i < Common.Length; i++)
                if (Common[i].Words.Contains(lower)) counts[i]++;
        }
        var best = Array.IndexOf(counts, counts.Max());
        if (total >= 10 && counts[best] * 12 >= total) return Common[best].Language;
        return declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() : total >= 10 && counts[best] > 0 ? Common[best].Language : "und";
    }

    private static string? Script(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, hangul = 0, kana = 0, han = 0, arabic = 0, hebrew = 0, greek = 0, thai = 0, devanagari = 0;
        foreach (var c in text)
        {
            if (c is >= 'A' and <= 'z' or >= '\u00C0' and <= '\u024F') latin++;
            else if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
            else if (c is >= '\uAC00' and <= '\uD7AF') hangul += 2;
            else if (c is >= '\u3040' and <= '\u30FF') kana += 2;
            else if (c is >= '\u4E00' and <= '\u9FFF') han += 2;
            else if (c is >= '\u0600' and <= '\u06FF') arabic++;
            else if (c is >= '\u0590' and <= '\u05FF') hebrew++;
            else if (c is >= '\u0370' and <= '\u03FF') greek++;
            else if (c is >= '\u0E00' and <= '\u0E7F') thai++;
            else if (c is >= '\u0900' and <= '\u097F') devanagari++;
        }
        if (kana > latin / 2 && kana > 0) return "ja";
        var (count, language) = new[] { (cyrillic, "ru"), (hangul, "ko"), (han, "zh"), (arabic, "ar"), (hebrew, "he"), (greek, "el"), (thai, "th"), (devanagari, "hi") }.MaxBy(s => s.Item1);
        return count > latin ? language : null;
    }
}
