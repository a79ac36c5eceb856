using Readout.Loading;

namespace Readout.Pages;

/// <summary>What class names, ids, roles and lines of text say about chrome (knowledge/pages).</summary>
public sealed class PageNames
{
    private readonly List<(string Word, string Kind)> words = [];
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);
    private readonly List<string> starts = [];

    public PageNames(KnowledgeFolder folder)
    {
        foreach (var row in folder.Table("pages/names.tsv").Rows) words.Add((row["word"], row["kind"]));
        foreach (var row in folder.Table("pages/lines.tsv").Rows)
        {
            if (row["match"] == "start") starts.Add(row["text"]);
            else lines.Add(row["text"]);
        }
    }

    /// <summary>The kind of an element by its class and id: <c>drop</c>, <c>body</c>, <c>caption</c>, <c>title</c>; null when they say nothing.</summary>
    public string? Kind(ReadOnlySpan<char> names)
    {
        if (names.IsWhiteSpace()) return null;
        string? found = null;
        foreach (var (word, kind) in words)
        {
            if (!HasWord(names, word)) continue;
            if (kind == "body") return kind;
            found ??= kind;
        }
        return found;
    }

    /// <summary>A line that pages print around articles ("Share this", "Advertisement").</summary>
    public bool IsChromeLine(string text)
    {
        if (text.Length > 120) return false;
        var folded = text.Trim().TrimEnd(':', '.', '…', '»', '>', '!').ToLowerInvariant();
        return lines.Contains(folded) || starts.Exists(s => folded.StartsWith(s, StringComparison.Ordinal));
    }

    // "related" is a word of "related-articles" and "js_related", not of "unrelated" or "correlated".
    private static bool HasWord(ReadOnlySpan<char> names, string word)
    {
        for (var from = 0; from <= names.Length - word.Length;)
        {
            var at = names[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            at += from;
            var before = at == 0 || !char.IsAsciiLetter(names[at - 1]) || (char.IsAsciiLetterUpper(names[at]) && char.IsAsciiLetterLower(names[at - 1]));
            var end = at + word.Length;
            var after = end == names.Length || !char.IsAsciiLetterLower(names[end]) || names[end] == 's';
            if (before && after) return true;
            from = at + 1;
        }
        return false;
    }
}
