using System.Text;

namespace Readout.Store.Asking;

/// <summary>A user's search words as an FTS5 query: all words must occur, "quoted phrases" stay together, <c>-word</c> excludes, <c>word*</c> begins, OR parts. Whatever else they hold is text.</summary>
internal static class WordsQuery
{
    /// <summary>Throws <see cref="QuestionException"/> when no word is left.</summary>
    public static string Of(string words)
    {
        // FTS5 takes a NUL for the end of the query.
        words = words.Replace('\0', ' ');
        var (wanted, unwanted) = (new StringBuilder(), new StringBuilder());
        var isOr = false;
        foreach (var (term, isExcluded, isPrefix) in Terms(words))
        {
            if (term == "OR")
            {
                isOr = wanted.Length > 0;
                continue;
            }
            var quoted = '"' + term.Replace("\"", "\"\"", StringComparison.Ordinal) + (isPrefix ? "\" *" : "\"");
            var target = isExcluded ? unwanted : wanted;
            if (target.Length > 0) target.Append(isExcluded || isOr ? " OR " : " AND ");
            target.Append(quoted);
            isOr = false;
        }
        if (wanted.Length == 0) throw new QuestionException("there is no word to search for");
        return unwanted.Length == 0 ? wanted.ToString() : $"({wanted}) NOT ({unwanted})";
    }

    private static IEnumerable<(string Term, bool IsExcluded, bool IsPrefix)> Terms(string words)
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
            var term = words[start..Math.Min(end, words.Length)];
            var isPrefix = !isPhrase && term.EndsWith('*');
            // A term without a letter or digit holds no token, and FTS5 would refuse it.
            if (term.Any(char.IsLetterOrDigit)) yield return (isPrefix ? term.TrimEnd('*') : term, isExcluded, isPrefix);
        }
    }
}
