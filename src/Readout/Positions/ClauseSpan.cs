using Readout.Events;
using Readout.Syntax;

namespace Readout.Positions;

/// <summary>The words that a position rests on: subject, predicate and what completes it, without side clauses.</summary>
internal static class ClauseSpan
{
    private const int LongestGap = 8;

    /// <summary>How many words must follow the predicate before a comma may end the evidence.</summary>
    private const int LeastTail = 3;

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
        (start, end) = Trim(parse, start, Cut(parse, clause.Word, end));
        return Without(parse.SpanOf(start, end), condition, parse[clause.Word].Span);
    }

    private static bool Belongs(Parse parse, Clause clause, int child) => parse[child].Deprel switch
    {
        Deprel.Punct or Deprel.Parataxis or Deprel.Cc or Deprel.Discourse or Deprel.Vocative or Deprel.AclRelcl or Deprel.Mark => false,
        Deprel.Conj => false,
        Deprel.Advcl => child > clause.Word && parse[child].Xpos == "VB",
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
