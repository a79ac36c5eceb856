using System.Text;
using Readout.Store.Asking;

namespace Readout.Store.Data.Searching;

/// <summary>The piece of a text with most of the words searched for.</summary>
internal static class Snippet
{
    private const int Words = 24;

    public static string Of(string text, WordsQuery query)
    {
        List<(string Lexeme, TextSpan Span)> words = [.. Lexemes.Of(text)];
        if (words.Count == 0) return text;
        bool[] hits = [.. words.Select(w => query.Mentions(w.Lexeme))];
        var first = Best(hits);
        var last = Math.Min(first + Words, words.Count) - 1;
        var snippet = new StringBuilder(first > 0 ? "…" : "");
        var at = first > 0 ? words[first].Span.Start : 0;
        for (var i = first; i <= last; i++)
        {
            if (!hits[i]) continue;
            snippet.Append(text, at, words[i].Span.Start - at).Append(SearchQuestion.MarkStart).Append(text, words[i].Span.Start, words[i].Span.Length).Append(SearchQuestion.MarkEnd);
            at = words[i].Span.End;
        }
        var end = last + 1 < words.Count ? words[last].Span.End : text.Length;
        return snippet.Append(text, at, end - at).Append(last + 1 < words.Count ? "…" : "").ToString();
    }

    // Where most hits stand within reach; of equals the first.
    private static int Best(bool[] hits)
    {
        var (best, most) = (0, -1);
        for (var i = 0; i < hits.Length; i++)
        {
            if (!hits[i]) continue;
            var count = hits.AsSpan(i, Math.Min(Words, hits.Length - i)).Count(true);
            if (count > most) (best, most) = (i, count);
        }
        return Math.Max(0, Math.Min(best - 2, hits.Length - Words));
    }
}
