using System.Collections.Frozen;
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

    private readonly FrozenDictionary<ulong, (int Start, int Count)> trigrams;
    private readonly (int Language, float Score)[] scored;
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
        var scores = new Dictionary<ulong, List<(int, float)>>();
        for (var i = 0; i < languages.Length; i++) Profile(table.Rows[i], i, scores);
        scored = [.. scores.Values.SelectMany(v => v)];
        var start = 0;
        trigrams = scores.ToDictionary(s => s.Key, s => (start += s.Value.Count, s.Value.Count)).ToFrozenDictionary(s => s.Key, s => (s.Value.Item1 - s.Value.Count, s.Value.Count));
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
        if (!trigrams.TryGetValue(trigram, out var entries)) return;
        foreach (var (language, score) in scored.AsSpan(entries.Start, entries.Count)) scores[language] += score;
    }

    // A trigram counts by how much more frequent it is than the rarest that a profile keeps.
    private static void Profile(KnowledgeRow row, int language, Dictionary<ulong, List<(int, float)>> scores)
    {
        var entries = row.Values("trigrams").Select(v => Counted(v, row)).ToList();
        var total = entries.Sum(e => e.Count);
        foreach (var (gram, count) in entries.Where(e => e.Gram.Length == 3))
        {
            var key = Key(gram[0], gram[1], gram[2]);
            if (!scores.TryGetValue(key, out var list)) scores[key] = list = [];
            list.Add((language, MathF.Log(1 + count / total * 2000)));
        }
    }

    private static (string Gram, float Count) Counted(string entry, KnowledgeRow row) =>
        entry.Split(':') is [var gram, var count] && float.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? (gram.Replace('_', ' '), times)
        : throw row.Wrong($"has '{entry}', expected three characters, a colon and how often they were counted");

    private static ulong Key(char a, char b, char c) => ((ulong)a << 32) | ((ulong)b << 16) | c;
}
