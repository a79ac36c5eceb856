
namespace Readout.Store.Asking;

/// <summary>A user's search words: all words must occur, "quoted phrases" stay together, <c>-word</c> excludes, <c>word*</c> begins, OR parts. Whatever else they hold is text.</summary>
internal sealed class WordsQuery
{
    private readonly List<List<Term>> wanted = [];
    private readonly List<Term> unwanted = [];
    private readonly HashSet<string> lexemes = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="QuestionException"/> when no word is left.</summary>
    public WordsQuery(string words)
    {
        var isOr = false;
        // FTS5 takes a NUL for the end of the query.
        foreach (var term in Terms(words.Replace('\0', ' ')))
        {
            if (term is { Text: "OR", IsExcluded: false })
            {
                isOr = wanted.Count > 0;
                continue;
            }
            if (term.IsExcluded) unwanted.Add(term);
            // AND binds closer than OR.
            else if (isOr || wanted.Count == 0) wanted.Add([term]);
            else wanted[^1].Add(term);
            if (!term.IsExcluded) lexemes.UnionWith(term.Lexemes);
            isOr = false;
        }
        if (wanted.Count == 0) throw new QuestionException("there is no word to search for");
    }

    /// <summary>Whether a word of a text is one of those searched for.</summary>
    public bool Mentions(string lexeme) => lexemes.Contains(lexeme) || wanted.Any(w => w.Any(t => t.IsPrefix && lexeme.StartsWith(t.Lexemes[^1], StringComparison.Ordinal)));

    public string ForFts5() => Written(t => t.ForFts5(), " AND ", " OR ", (all, none) => $"({all}) NOT ({none})");

    public string ForTsquery() => Written(t => t.ForTsquery(), " & ", " | ", (all, none) => $"({all}) & !({none})");

    private string Written(Func<Term, string> term, string and, string or, Func<string, string, string> without)
    {
        var all = string.Join(or, wanted.Select(w => string.Join(and, w.Select(term))));
        return unwanted.Count == 0 ? all : without(all, string.Join(or, unwanted.Select(term)));
    }

    private static IEnumerable<Term> Terms(string words)
    {
        for (var at = 0; at < words.Length;)
        {
            if (char.IsWhiteSpace(words[at]))
            {
                at++;
                continue;
            }
            var isExcluded = words[at] == '-';
            if (isExcluded) at++;
            var isPhrase = at < words.Length && words[at] == '"';
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < words.Length && (isPhrase ? words[end] != '"' : !char.IsWhiteSpace(words[end]) && words[end] != '"')) end++;
            at = isPhrase ? end + 1 : Math.Max(end, at + (end == at ? 1 : 0));
            var text = words[start..Math.Min(end, words.Length)];
            var isPrefix = !isPhrase && text.EndsWith('*');
            // A term without a letter or digit holds no token, and FTS5 would refuse it.
            if (text.Any(char.IsLetterOrDigit)) yield return new Term(isPrefix ? text.TrimEnd('*') : text, isExcluded, isPrefix);
        }
    }

    private sealed record Term(string Text, bool IsExcluded, bool IsPrefix)
    {
        public IReadOnlyList<string> Lexemes { get; } = [.. Data.Searching.Lexemes.Of(Text).Select(l => l.Lexeme)];

        public string ForFts5() => '"' + Text.Replace("\"", "\"\"", StringComparison.Ordinal) + (IsPrefix ? "\" *" : "\"");

        // Lexemes are letters and digits alone, so nothing has to be escaped.
        public string ForTsquery() => $"({string.Join(" <-> ", Lexemes.Select((l, i) => $"'{l}'{(IsPrefix && i == Lexemes.Count - 1 ? ":*" : "")}"))})";
    }
}
