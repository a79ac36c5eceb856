using Readout.Phrases;

namespace Readout.Time;

/// <summary>Which parts of the chart are time expressions, and which of them stand where several overlap.</summary>
internal sealed class TimeCategories(PhraseLexicon lexicon)
{
    private readonly int date = lexicon.Id("date"), time = lexicon.Id("time"), duration = lexicon.Id("duration"), set = lexicon.Id("set");

    // What only looks like a time ("52 years old"): it takes its place and is then left out.
    private readonly int none = lexicon.Id("none");

    public bool IsFinding(int category) => category == date || category == time || category == duration || category == set;

    public TimeType? TypeOf(PhraseEdge edge) =>
        edge.Category == date ? TimeType.Date
        : edge.Category == time ? TimeType.Time
        : edge.Category == duration ? TimeType.Duration
        : edge.Category == set ? TimeType.Set
        : null;

    /// <summary>From left to right the longest; among equals what is no time, then the earlier rule.</summary>
    public List<PhraseEdge> Choose(PhraseChart chart)
    {
        var candidates = chart.Edges.Where(e => e.Rule is { Stage: > 0 } && (TypeOf(e) is not null || e.Category == none)).ToList();
        candidates.Sort((x, y) => x.Start != y.Start ? x.Start.CompareTo(y.Start)
            : x.End != y.End ? y.End.CompareTo(x.End)
            : x.Category == none != (y.Category == none) ? (x.Category == none ? -1 : 1)
            : x.Rule!.Order.CompareTo(y.Rule!.Order));
        var chosen = new List<PhraseEdge>();
        var end = 0;
        foreach (var edge in candidates)
        {
            if (edge.Start < end) continue;
            chosen.Add(edge);
            end = edge.End;
        }
        return chosen;
    }
}
