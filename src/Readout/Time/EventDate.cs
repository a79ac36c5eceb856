using Readout.Syntax;

namespace Readout.Time;

/// <summary>When something happened, from the time expression that governs its word.</summary>
internal static class EventDate
{
    private static readonly string[] NotItsDate = ["before", "after", "until", "till", "than", "pending", "ahead"];

    /// <summary>The ISO date of the time expression that belongs to a predicate; null when none does.</summary>
    /// <param name="parse">The sentence.</param>
    /// <param name="word">Index of the predicate: a verb ("met") or an event noun ("talks").</param>
    /// <param name="times">The article's time expressions.</param>
    /// <param name="published">End of what goes on "since" a date.</param>
    /// <param name="reach">How many words deep below the predicate the expression may hang: 1 takes "condemned on Monday" and leaves "condemned the attack of Monday".</param>
    public static string? Of(Parse parse, int word, IReadOnlyList<TimeExpression> times, DateOnly? published, int reach = 5)
    {
        var dated = Dated(parse, times, published);
        if (dated.Count == 0) return null;
        for (var at = word; at >= 0; at = Shared(parse, at))
            if (Nearest(parse, at, dated, reach) is { } own) return own;
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel is Deprel.Conj or Deprel.Xcomp && Nearest(parse, child, dated, reach) is { } joined) return joined;
        return null;
    }

    /// <summary>Without a tree: the ISO date of the expression nearest to a place within a clause; null when the clause holds none.</summary>
    public static string? Of(TextSpan clause, int place, IReadOnlyList<TimeExpression> times) =>
        times.Where(t => clause.Contains(t.Span) && IsoDate.Of(t) is not null).MinBy(t => Math.Abs(t.Span.Start - place)) is { } nearest ? IsoDate.Of(nearest) : null;

    // A verb that shares its time with the one above it: met and signed, agreed to sign, held talks, met, signing.
    private static int Shared(Parse parse, int word) =>
        parse[word].Deprel is Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Obj or Deprel.NsubjPass or Deprel.Cop or Deprel.Aux or Deprel.Nsubj && (parse[word].Deprel != Deprel.Advcl || !IsFinite(parse, word))
            ? parse[word].Head : -1;

    private static bool IsFinite(Parse parse, int word) => parse[word].Feats.Contains("VerbForm=Fin", StringComparison.Ordinal) || parse.Child(word, Deprel.Mark) >= 0;

    private static string? Nearest(Parse parse, int word, List<(int Head, string Iso)> dated, int reach)
    {
        string? best = null;
        var nearest = int.MaxValue;
        foreach (var (head, iso) in dated)
            if (Steps(parse, head, word, reach) is { } steps && steps * 100 + Math.Abs(head - word) < nearest) (best, nearest) = (iso, steps * 100 + Math.Abs(head - word));
        return best;
    }

    // From the expression up to the predicate, never through another predicate.
    private static int? Steps(Parse parse, int from, int word, int reach)
    {
        var steps = 0;
        for (var at = from; at >= 0 && steps <= reach; at = parse[at].Head, steps++)
        {
            if (at == word) return steps;
            if (at != from && parse[at].Upos is Upos.Verb) return null;
        }
        return null;
    }

    private static List<(int Head, string Iso)> Dated(Parse parse, IReadOnlyList<TimeExpression> times, DateOnly? published)
    {
        var dated = new List<(int, string)>();
        for (var i = 0; i < times.Count; i++)
            if (parse.Span.Contains(times[i].Span) && IsoDate.Of(times[i]) is { } iso && Head(parse, times[i].Span) is { } head && Placed(parse, head, times, i, iso, published) is { } placed)
                dated.Add((head, placed));
        return dated;
    }

    private static int? Head(Parse parse, TextSpan span)
    {
        for (var i = 0; i < parse.Count; i++)
            if (span.Contains(parse[i].Span) && (parse[i].Head < 0 || !span.Contains(parse[parse[i].Head].Span))) return i;
        return null;
    }

    // What the preposition makes of the date.
    private static string? Placed(Parse parse, int head, IReadOnlyList<TimeExpression> times, int index, string iso, DateOnly? published)
    {
        var marker = parse.Child(head, Deprel.Case) is >= 0 and var preposition ? parse[preposition].Lemma : "";
        if (NotItsDate.Contains(marker)) return null;
        if (marker == "since" && published is { } day) return $"{IsoDate.Start(iso)}/{IsoDate.Text(day)}";
        return marker is "from" or "between" && RangeEnd(parse.Text, times, index) is { } end ? $"{IsoDate.Start(iso)}/{IsoDate.End(end)}" : iso;
    }

    private static string? RangeEnd(string text, IReadOnlyList<TimeExpression> times, int index)
    {
        if (index + 1 >= times.Count) return null;
        var between = text.AsSpan(times[index].Span.End, times[index + 1].Span.Start - times[index].Span.End).Trim();
        return between is "to" or "and" or "until" or "through" or "till" ? IsoDate.Of(times[index + 1]) : null;
    }
}
