using Readout.Events;
using Readout.Syntax;

namespace Readout.Positions;

/// <summary>Finds on what condition a position stands: "unless ...", "if ...", "in exchange for ...".</summary>
internal static class Conditions
{
    public static TextSpan? Of(Clause clause, PositionBook book)
    {
        var parse = clause.Parse;
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Deprel is not (Deprel.Mark or Deprel.Case or Deprel.Advmod) || parse[word].Head < 0) continue;
            if (Opens(parse, word, book) && parse[word].Head is var head && Bears(parse, head, clause.Word)) return Span(parse, word, head, clause.Word);
            if (IsAstray(parse, word, clause.Word, book)) return ToStop(parse, word);
        }
        return Phrase(clause, book);
    }

    private static bool Opens(Parse parse, int word, PositionBook book)
    {
        var form = Standing.Form(parse, word);
        if (!book.Is("condition", form)) return false;
        return parse[parse[word].Head].Deprel is Deprel.Advcl || (form is "unless" or "until" or "till" && parse[parse[word].Head].Deprel is not Deprel.Ccomp);
    }

    // The condition hangs on the predicate, on a word that governs it or on one that completes it.
    private static bool Bears(Parse parse, int condition, int predicate)
    {
        var above = parse[condition].Head;
        return above >= 0 && !IsWithin(parse, predicate, condition) && (IsWithin(parse, predicate, above) || IsWithin(parse, above, predicate));
    }

    // "Unless" that the parser hangs on the predicate itself still opens what follows.
    private static bool IsAstray(Parse parse, int word, int predicate, PositionBook book) =>
        word > predicate && parse[word].Head == predicate && book.Is("condition", Standing.Form(parse, word)) && parse[word].Deprel == Deprel.Mark;

    private static TextSpan ToStop(Parse parse, int word)
    {
        var end = word + 1;
        while (end < parse.Count && parse[end].Upos != Upos.Punct) end++;
        return parse.SpanOf(word, end);
    }

    private static bool IsWithin(Parse parse, int word, int top)
    {
        for (; word >= 0; word = parse[word].Head)
            if (word == top) return true;
        return false;
    }

    // Behind the predicate a condition runs to the next mark of punctuation, whatever the tree hangs its last words on.
    private static TextSpan Span(Parse parse, int mark, int head, int predicate)
    {
        var (_, end) = parse.Subtree(head);
        while (mark > predicate && end < parse.Count && parse[end - 1].Upos != Upos.Punct && parse[end].Upos != Upos.Punct) end++;
        var start = mark > 0 && Standing.Form(parse, mark - 1) == "only" ? mark - 1 : mark;
        while (end > mark + 1 && parse[end - 1].Upos == Upos.Punct) end--;
        return parse.SpanOf(Math.Min(start, head), Math.Max(end, mark + 1));
    }

    private static TextSpan? Phrase(Clause clause, PositionBook book)
    {
        var parse = clause.Parse;
        var text = parse.Span.In(parse.Text);
        foreach (var words in book.Words("exchange"))
        {
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || parse.Span.Start + at < parse[clause.Word].Span.Start) continue;
            var stop = text.AsSpan(at).IndexOfAny(",;.\"”");
            return new TextSpan(parse.Span.Start + at, stop < 0 ? parse.Span.End : parse.Span.Start + at + stop);
        }
        return null;
    }
}
