using Readout.Loading;

namespace Readout.Statements.Wording;

/// <summary>Finds the uses of phrase families in an article and who used them.</summary>
internal sealed class WordingFinder
{
    private readonly Dictionary<string, WordingPattern[]> patterns;

    /// <summary>Reads <c>statements/wording.tsv</c>. Throws <see cref="KnowledgeException"/> when it is malformed.</summary>
    public WordingFinder(KnowledgeFolder folder)
    {
        var all = folder.Table("statements/wording.tsv").Rows.Select(WordingPattern.Read).ToList();
        Families = [.. all.Select(p => p.Family).Distinct(StringComparer.Ordinal)];
        patterns = all.SelectMany(p => p.Parts[0].Words.Select(w => (Word: w, Pattern: p))).GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Pattern).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The families in the order of the file.</summary>
    public IReadOnlyList<string> Families { get; }

    /// <summary>All uses in text order; of several forms of one family at one place the longest.</summary>
    public IReadOnlyList<WordingUse> Find(string text, IReadOnlyList<Statement> statements)
    {
        var (words, spans) = Words(text);
        var found = new List<WordingUse>();
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < words.Count; at++)
        {
            if (!patterns.TryGetValue(words[at], out var candidates)) continue;
            foreach (var family in candidates.GroupBy(p => p.Family, StringComparer.Ordinal))
            {
                if (ends.GetValueOrDefault(family.Key) > at) continue;
                var (pattern, length) = family.Select(p => (p, p.Match(words, at))).MaxBy(p => p.Item2);
                if (length == 0) continue;
                ends[family.Key] = at + length;
                found.Add(Use(pattern, spans[at].Cover(spans[at + length - 1]), statements));
            }
        }
        return found;
    }

    private static WordingUse Use(WordingPattern pattern, TextSpan span, IReadOnlyList<Statement> statements)
    {
        var statement = statements.Where(s => s.Content.Any(c => c.Contains(span))).MinBy(s => s.Content.Sum(c => c.Length));
        return new WordingUse(pattern.Family, pattern.Form, span, statement?.Id, pattern.Why);
    }

    // Words in lower case; hyphens part words like spaces, and a possessive stays with its word: "Korea's".
    private static (List<string> Words, List<TextSpan> Spans) Words(string text)
    {
        var words = new List<string>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var end = i + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '%' || JoinsWord(text, end))) end++;
            words.Add(text[i..end].ToLowerInvariant().Replace('’', '\''));
            spans.Add(new TextSpan(i, end));
            i = end;
        }
        return (words, spans);
    }

    private static bool JoinsWord(string text, int at) =>
        text[at] is '\'' or '’' or '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);
}
