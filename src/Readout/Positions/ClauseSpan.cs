using Readout.Events;
using Readout.Syntax;

namespace Readout.Positions;

/// <summary>The words that a position rests on: subject, predicate and what completes it, without side clauses.</summary>
internal static class ClauseSpan
{
    private const int LongestGap = 8;

    private const int LongestSubject = 14;

    /// <summary>How many words must follow the predicate before a comma may end the evidence.</summary>
    private const int LeastTail = 2;

    public static TextSpan Of(Clause clause, TextSpan? condition)
    {
        var parse = clause.Parse;
        int start = clause.Word, end = clause.Word + 1;
        foreach (var child in parse.Children(clause.Word))
        {
            if (!Belongs(parse, clause, child)) continue;
            var (from, to) = parse.Subtree(child);
            if (from < start && start - to <= LongestGap) start = from;
            if (to > end) end = to;
        }
        start = Lost(parse, clause.Word, Above(parse, clause.Word, start));
        (start, end) = Trim(parse, start, Cut(parse, clause.Word, end));
        return Without(parse.SpanOf(start, end), condition, parse[clause.Word].Span);
    }

    // A main clause whose subject the parser hung elsewhere begins after the last mark of punctuation.
    private static int Lost(Parse parse, int word, int start)
    {
        if (parse[word].Deprel is not (Deprel.Root or Deprel.Parataxis or Deprel.Ccomp)) return start;
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj or Deprel.Expl) return start;
        var from = start;
        while (from > 0 && start - from < LongestSubject && (parse[from - 1].Upos != Upos.Punct || parse.Form(from - 1) is "-") && parse[from - 1].Upos != Upos.Verb) from--;
        return from;
    }

    // "Is not willing to meet", "remains committed": the subject stands with the verb above.
    private static int Above(Parse parse, int word, int start)
    {
        for (var depth = 0; depth < 3 && parse[word].Deprel == Deprel.Xcomp; depth++)
        {
            word = parse[word].Head;
            if (start - word > LongestGap || word > start) return start;
            start = word;
            foreach (var child in parse.Children(word))
                if (parse[child].Deprel is Deprel.Nsubj or Deprel.Aux or Deprel.Cop && parse.Subtree(child) is var (from, to) && from < start && to - from <= 6) start = from;
        }
        return start;
    }

    private static bool Belongs(Parse parse, Clause clause, int child) => parse[child].Deprel switch
    {
        Deprel.Punct or Deprel.Parataxis or Deprel.Cc or Deprel.Discourse or Deprel.Vocative or Deprel.AclRelcl or Deprel.Mark => false,
        Deprel.Conj => false,
        Deprel.Advcl => child > clause.Word && parse.Subtree(child).Start is var from && from > 0 && parse[from - 1].Upos != Upos.Punct,
        Deprel.Obl or Deprel.OblUnmarked or Deprel.Advmod => child > clause.Word - 3,
        Deprel.Appos => false,
        Deprel.Nsubj or Deprel.NsubjPass => parse.Subtree(child) is var (from, to) && to - from <= 12,
        _ => true,
    };

    // Side remarks follow a comma; a list ("peace, security and prosperity") loses its later members, which evidence can spare.
    private static int Cut(Parse parse, int predicate, int end)
    {
        for (var word = predicate + 1 + LeastTail; word < end; word++)
            if (parse.Form(word) is "," or ";" or ":" or "—" or "–") return word;
        return end;
    }

    private static (int Start, int End) Trim(Parse parse, int start, int end)
    {
        while (end - 1 > start && parse[end - 1].Upos == Upos.Punct) end--;
        while (start < end - 1 && parse[start].Upos == Upos.Punct) start++;
        return (start, end);
    }

    private static TextSpan Without(TextSpan span, TextSpan? condition, TextSpan predicate)
    {
        if (condition is not { } c || !c.Overlaps(span)) return span;
        if (c.Start > predicate.Start) return new TextSpan(span.Start, TrimEnd(c.Start, span.Start));
        return c.End < predicate.Start ? new TextSpan(predicate.Start, span.End) : span;
    }

    private static int TrimEnd(int end, int start) => Math.Max(start + 1, end - 1);
}
