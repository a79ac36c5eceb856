using System.Globalization;
using Readout.Syntax;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Learns lemmas and features per word and tag from a treebank, as the lines that the reader loads.</summary>
internal static class WordTables
{
    private const int LongestEnding = 6;

    /// <summary>Majority lemma of each form and tag; rules for endings where they agree; whole words where no rule gives their lemma.</summary>
    public static string[] Lemmas(IEnumerable<ConlluSentence> sentences, Vocabulary vocabulary)
    {
        // Names keep the capitals of their form; of other words ("American", "I") the lemma's own count.
        var majority = Majority(sentences, vocabulary, w => w.Lemma.Replace('’', '\'') is var lemma && w.Xpos.StartsWith("NNP", StringComparison.Ordinal) ? lemma.ToLowerInvariant() : lemma);
        var rules = new Dictionary<(int Tag, string Ending), Dictionary<(int Drop, string Add), int>>();
        foreach (var ((tag, form), lemma) in majority)
        {
            var rule = Rule(form, lemma.ToLowerInvariant());
            for (var length = 0; length <= Math.Min(LongestEnding, form.Length); length++)
                if (rule.Drop <= Math.Max(length, 2)) Count(rules, (tag, form[^length..]), rule);
        }
        var lines = new List<string>();
        foreach (var ((tag, ending), counts) in rules.OrderBy(r => r.Key.Tag).ThenBy(r => r.Key.Ending, StringComparer.Ordinal))
        {
            var best = counts.MaxBy(c => (c.Value, -c.Key.Drop));
            if (counts.Values.Sum() < 2 && ending.Length > 0) continue;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{tag}\te\t{ending}\t{best.Key.Drop}\t{best.Key.Add}"));
        }
        var learned = new Lemmatizer(lines, [.. vocabulary.Tags.Select(TagPair.Parse)]);
        foreach (var ((tag, form), lemma) in majority.OrderBy(m => m.Key.Tag).ThenBy(m => m.Key.Form, StringComparer.Ordinal))
            if (learned.Lemma(form, tag) != lemma) lines.Add(string.Create(CultureInfo.InvariantCulture, $"{tag}\tw\t{form}\t{lemma}"));
        return [.. lines];
    }

    public static string[] Features(IEnumerable<ConlluSentence> sentences, Vocabulary vocabulary)
    {
        var all = sentences.ToArray();
        var majority = Majority(all, vocabulary, w => w.Feats);
        var general = new Dictionary<int, Dictionary<string, int>>();
        foreach (var word in all.SelectMany(s => s.Words)) Count(general, vocabulary.TagOf(word.Upos, word.Xpos), word.Feats);
        var usual = general.ToDictionary(g => g.Key, g => g.Value.MaxBy(c => c.Value).Key);
        return [.. usual.OrderBy(u => u.Key).Select(u => $"{u.Key}\t\t{u.Value}"),
            .. majority.Where(m => usual[m.Key.Tag] != m.Value).OrderBy(m => m.Key.Tag).ThenBy(m => m.Key.Form, StringComparer.Ordinal).Select(m => $"{m.Key.Tag}\t{m.Key.Form}\t{m.Value}")];
    }

    private static (int Drop, string Add) Rule(string form, string lemma)
    {
        var shared = 0;
        while (shared < Math.Min(form.Length, lemma.Length) && form[shared] == lemma[shared]) shared++;
        return (form.Length - shared, lemma[shared..]);
    }

    private static Dictionary<(int Tag, string Form), string> Majority(IEnumerable<ConlluSentence> sentences, Vocabulary vocabulary, Func<ConlluWord, string> value)
    {
        var counts = new Dictionary<(int, string), Dictionary<string, int>>();
        foreach (var word in sentences.SelectMany(s => s.Words))
            Count(counts, (vocabulary.TagOf(word.Upos, word.Xpos), WordShape.Normalise(word.Form).ToLowerInvariant()), value(word));
        return counts.ToDictionary(c => c.Key, c => c.Value.MaxBy(v => v.Value).Key);
    }

    private static void Count<TKey, TValue>(Dictionary<TKey, Dictionary<TValue, int>> counts, TKey key, TValue value)
        where TKey : notnull
        where TValue : notnull
    {
        if (!counts.TryGetValue(key, out var inner)) inner = counts[key] = [];
        inner[value] = inner.GetValueOrDefault(value) + 1;
    }
}
