using Readout.Phrases;

namespace Readout.Time;

/// <summary>Reads the expressions of a text in order, so that each can count from the dates before it.</summary>
internal sealed class TimeResolver(PhraseChart chart, TenseReader tenses, DateOnly? published, IReadOnlyList<PhraseEdge> chosen)
{
    private readonly bool isNarrative = IsNarrative(chart, published, chosen);
    private TimeMoment? focus;
    private int focusEnd;

    /// <summary>The outcomes in the order of the expressions.</summary>
    public TimeOutcome[] ReadAll()
    {
        var outcomes = new TimeOutcome[chosen.Count];
        for (var i = 0; i < chosen.Count; i++)
        {
            outcomes[i] = TimeFormulas.Read(chosen[i], Scene(i));
            Remember(chosen[i], outcomes[i]);
        }
        return outcomes;
    }

    private TimeScene Scene(int index)
    {
        var edge = chosen[index];
        return new TimeScene
        {
            Published = published,
            Focus = focus,
            Neighbour = focus is not null && IsSameSentence(focusEnd, edge.Start) ? focus : null,
            Narrative = isNarrative,
            Tense = tenses.At(chart, edge.Start, edge.End),
            Next = index + 1 < chosen.Count ? () => TimeFormulas.Read(chosen[index + 1], Scene(index + 1) with { Next = null }).Moment : null,
        };
    }

    private void Remember(PhraseEdge edge, TimeOutcome outcome)
    {
        if (outcome.Moment is not { Grain: >= Grain.Year } moment || IsComparison(edge, moment) || isNarrative && IsAside(edge, moment)) return;
        (focus, focusEnd) = (moment, edge.End);
    }

    // "Today" in a quotation and the year of "the 1976 election" do not move a history on.
    private bool IsAside(PhraseEdge edge, TimeMoment moment)
    {
        if (edge.Rule!.Formula.Operation is "weekday" or "days" or "unit" or "ago" or "part") return true;
        return moment.Grain == Grain.Year && focus is { Grain: > Grain.Year } && edge.Start > 0 && chart.Tokens[edge.Start - 1].Word?.Form is not ("in" or "of" or "," or "during" or "by" or "(");
    }

    // A comparison ("up from a year earlier") does not move the story to that year.
    private static bool IsComparison(PhraseEdge edge, TimeMoment moment) =>
        edge.Rule!.Formula.Operation is "earlier" or "ago" && moment.Grain is Grain.Quarter or Grain.Half or Grain.Year;

    private bool IsSameSentence(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (TenseReader.IsEnd(chart.Tokens, i)) return false;
        return true;
    }

    // A history names many years far from its own date and hardly a weekday. The figures (six years named, two in three far) keep
    // news with a paragraph of background apart from encyclopedia articles; both kinds of development texts fall on their side.
    private static bool IsNarrative(PhraseChart chart, DateOnly? published, IReadOnlyList<PhraseEdge> chosen)
    {
        if (published is null) return true;
        int far = 0, near = 0;
        foreach (var edge in chosen)
        {
            var year = chart.Tokens[edge.End - 1] is { Digits: 4, Number: var n } ? (int)n : 0;
            if (year is > 1000 and < 2200 && Math.Abs(year - published.Value.Year) > 1) far++;
            else if (edge.Rule!.Formula.Operation is "weekday" or "days" or "unit" or "ago") near++;
            else if (year == published.Value.Year) near++;
        }
        return far >= 6 && far > 2 * near;
    }
}
