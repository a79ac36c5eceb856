using Readout.Phrases;

namespace Readout.Time;

/// <summary>Reads the expressions of a text in order, so that each can count from the dates before it.</summary>
internal sealed class TimeResolver(PhraseChart chart, TenseReader tenses, DateOnly? published, IReadOnlyList<PhraseEdge> chosen)
{
    private readonly bool isNarrative = IsNarrative(chart, published, chosen);
    private TimeMoment? focus;
    private int focusEnd;

    /// <summary>Must be called in text order.</summary>
    public TimeOutcome Read(PhraseEdge edge)
    {
        var scene = new TimeScene
        {
            Published = published, Focus = focus, Neighbour = focus is not null && IsSameSentence(focusEnd, edge.Start) ? focus : null, Narrative = isNarrative,
            Tense = tenses.At(chart.Tokens, edge.Start, edge.End),
        };
        var outcome = TimeFormulas.Read(edge, scene);
        if (outcome.Moment is { Grain: >= Grain.Year } moment) (focus, focusEnd) = (moment, edge.End);
        return outcome;
    }

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
