using System.Collections.Frozen;
using System.Globalization;
using Readout.Loading;

namespace Readout.Pages.Language;

/// <summary>Tells the language of a text by its script and, where languages share a script, by letter trigrams.</summary>
internal sealed class LanguageDetector
{
    // A few thousand characters decide; more only cost time.
    private const int Sample = 3000;
    private const int Least = 12;

    // Trigrams of a short text, and by how much another language must beat English there.
    private const int Short = 350;
    private const float ClearWinner = 1.35f;

    private readonly FrozenDictionary<ulong, (int Start, int Count)> trigrams;
    private readonly (int Language, float Score)[] scored;
    private readonly string[] languages;
    private readonly Script[] scripts;

    public LanguageDetector(KnowledgeTable table)
    {
        languages = [.. table.Rows.Select(r => r["language"])];
        scripts = [.. table.Rows.Select(r => Enum.TryParse<Script>(r["script"], out var script) ? script : throw r.Wrong($"knows no script '{r["script"]}'"))];
        var scores = new Dictionary<ulong, List<(int, float)>>();
        for (var i = 0; i < languages.Length; i++) Profile(table.Rows[i], i, scores);
        scored = [.. scores.Values.SelectMany(v => v)];
        var start = 0;
        trigrams = scores.ToDictionary(s => s.Key, s => (start += s.Value.Count, s.Value.Count)).ToFrozenDictionary(s => s.Key, s => (s.Value.Item1 - s.Value.Count, s.Value.Count));
    }

    /// <summary>ISO 639-1 code; <c>und</c> when the text is too short or fits nothing.</summary>
    public string Detect(string text)
    {
        var script = Scripts.Main(text.AsSpan(0, Math.Min(text.Length, Sample)), out var letters);
        if (letters < Least) return "und";
        if (Scripts.OnlyLanguage(script) is { } only) return only;
        var scores = new float[languages.Length];
        var counted = Count(text, scores);
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
            if (scripts[i] == script && (best < 0 || scores[i] > scores[best])) best = i;
        // A sentence or two do not tell related languages apart: English is given up only for a clear winner.
        var english = Array.IndexOf(languages, "en");
        if (best >= 0 && english >= 0 && scripts[english] == script && counted < Short && scores[best] < scores[english] * ClearWinner) best = english;
        // Text that hits few trigrams of the best language is a list of names or no language at all.
        return best < 0 || scores[best] < counted * 0.35 ? "und" : languages[best];
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
        var entries = row.Values("trigrams").Select(v => v.Split(':')).Select(p => (Gram: p[0].Replace('_', ' '), Count: float.Parse(p[1], CultureInfo.InvariantCulture))).ToList();
        var total = entries.Sum(e => e.Count);
        foreach (var (gram, count) in entries.Where(e => e.Gram.Length == 3))
        {
            var key = Key(gram[0], gram[1], gram[2]);
            if (!scores.TryGetValue(key, out var list)) scores[key] = list = [];
            list.Add((language, MathF.Log(1 + count / total * 2000)));
        }
    }

    private static ulong Key(char a, char b, char c) => ((ulong)a << 32) | ((ulong)b << 16) | c;
}
