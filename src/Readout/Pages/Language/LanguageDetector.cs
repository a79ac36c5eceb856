using System.Globalization;
using Readout.Loading;

namespace Readout.Pages.Language;

/// <summary>A language with how safely it was told.</summary>
/// <param name="Code">ISO 639-1; <c>und</c> when the text is too short or fits nothing.</param>
/// <param name="IsSure">False where a short text was taken for English for want of a sign of another language.</param>
internal readonly record struct ToldLanguage(string Code, bool IsSure)
{
    public IEnumerable<Doubt> Doubts => IsSure ? [] : [new Doubt("language-unsure", "is too short to tell its language; it was read as English: give more text")];
}

/// <summary>
/// Tells the language of a text by its script and, where languages share a script, by letter trigrams. Of a sentence or two, names
/// speak no language: there the words in small letters and the small words of a language decide, and another one than English must be shown.
/// </summary>
internal sealed class LanguageDetector
{
    // A few thousand characters decide; more only cost time.
    private const int Sample = 3000;
    private const int Least = 12;

    // Trigrams of a short text; by how much another language must beat English in its small-letter words and in the whole.
    private const int Short = 350;
    private const float ClearWinner = 1.35f, Ahead = 1.1f;

    // What a small word adds to its language: about the trigrams of one long word.
    private const float SmallWord = 4;

    // Trigrams in small letters that another language needs, with and without one of its small words.
    private const int Few = 15, Enough = 60;

    // The first of a trigram's scores, each of which names the next; 0 is none.
    private readonly Dictionary<ulong, int> trigrams = new(1 << 14);
    private readonly List<int> language = [-1], next = [0];
    private readonly List<float> scored = [0];
    private readonly string[] languages;
    private readonly Script[] scripts;
    private readonly SmallWords words;
    private readonly int english;

    public LanguageDetector(KnowledgeTable table)
    {
        languages = [.. table.Rows.Select(r => r["language"])];
        scripts = [.. table.Rows.Select(r => Enum.TryParse<Script>(r["script"], out var script) ? script : throw r.Wrong($"knows no script '{r["script"]}'"))];
        words = new SmallWords(table);
        english = Array.IndexOf(languages, "en");
        for (var i = 0; i < languages.Length; i++) Profile(table.Rows[i], i);
    }

    public ToldLanguage Detect(string text)
    {
        var script = Scripts.Main(text.AsSpan(0, Math.Min(text.Length, Sample)), out var letters);
        if (letters < Least) return new("und", true);
        if (Scripts.OnlyLanguage(script) is { } only) return new(only, true);
        var scores = new float[languages.Length];
        var counted = Count(text, scores);
        if (counted < Short && english >= 0 && scripts[english] == script) return OfShort(text, scores);
        var best = Best(scores, script);
        // Text that hits few trigrams of the best language is a list of names or no language at all.
        return new(best < 0 || scores[best] < counted * 0.35 ? "und" : languages[best], true);
    }

    private ToldLanguage OfShort(string text, float[] scores)
    {
        var lower = new float[languages.Length];
        var counted = Count(SmallWords.WithoutNames(text), lower);
        var hits = words.Count(text);
        for (var i = 0; i < languages.Length; i++) (scores[i], lower[i]) = (scores[i] + hits[i] * SmallWord, lower[i] + hits[i] * SmallWord);
        var best = Best(lower, scripts[english]);
        if (best == english) return new("en", true);
        var shown = counted >= (hits[best] > 0 ? Few : Enough) && lower[best] >= lower[english] * ClearWinner && scores[best] >= scores[english] * Ahead;
        return shown ? new(languages[best], true) : new("en", hits[english] > 0);
    }

    private int Best(float[] scores, Script script)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            if (scripts[i] == script && (best < 0 || scores[i] > scores[best])) best = i;
        return best;
    }

    private int Count(string text, float[] scores)
    {
        var (a, b, counted) = (' ', ' ', 0);
        for (var i = 0; i <= Math.Min(text.Length, Sample); i++)
        {
            var c = i < text.Length ? Letter(text[i]) : ' ';
            if (c == ' ' && b == ' ') continue;
            if (b != ' ' || a != ' ') { counted++; Add(Key(a, b, c), scores); }
            (a, b) = (b, c);
        }
        return counted;
    }

    /// <summary>The letter or mark in lower case; a blank for anything else.</summary>
    private static char Letter(char c)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetter(c) ? (char)(c | 0x20) : ' ';
        return char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? char.ToLowerInvariant(c) : ' ';
    }

    private void Add(ulong trigram, float[] scores)
    {
        for (var entry = trigrams.GetValueOrDefault(trigram); entry > 0; entry = next[entry]) scores[language[entry]] += scored[entry];
    }

    // A trigram counts by how much more frequent it is than the rarest that a profile keeps.
    private void Profile(KnowledgeRow row, int of)
    {
        var profile = row.Cell("trigrams");
        var sum = 0.0;
        foreach (var part in profile.Split('|')) sum += CountOf(profile[part].Trim(), row);
        var total = (float)sum;
        foreach (var part in profile.Split('|'))
        {
            var entry = profile[part].Trim();
            if (entry.IndexOf(':') != 3) continue;
            var key = Key(Blank(entry[0]), Blank(entry[1]), Blank(entry[2]));
            language.Add(of);
            scored.Add(MathF.Log(1 + CountOf(entry, row) / total * 2000));
            next.Add(trigrams.GetValueOrDefault(key));
            trigrams[key] = next.Count - 1;
        }
    }

    private static float CountOf(ReadOnlySpan<char> entry, KnowledgeRow row)
    {
        if (entry.IsEmpty) return 0;
        return entry.IndexOf(':') is >= 0 and var colon && float.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times
            : throw row.Wrong($"has '{entry}', expected three characters, a colon and how often they were counted");
    }

    private static char Blank(char c) => c == '_' ? ' ' : c;

    private static ulong Key(char a, char b, char c) => ((ulong)a << 32) | ((ulong)b << 16) | c;
}
