namespace Readout.Events;

/// <summary>One record per event: drafts of one type whose sides meet and whose days and places do not contradict are one act told several times.</summary>
internal static class Merger
{
    // A mention that hardly reads as the act is no evidence of it.
    private const double Telling = 0.1;

    public static List<EventDraft> Merge(IEnumerable<EventDraft> drafts, RuleBook rules, Weights weights)
    {
        var kept = new List<EventDraft>();
        foreach (var draft in drafts)
        {
            var same = kept.FindIndex(k => Same(k, draft, rules));
            if (same < 0) kept.Add(draft);
            else kept[same] = Join(kept[same], draft, weights);
        }
        return kept;
    }

    // Two sentences on such an act mean the same act; words against somebody are acts of their own each time.
    private static bool Same(EventDraft a, EventDraft b, RuleBook rules) =>
        a.Event.Type == b.Event.Type && StatusFits(a.Event.Status, b.Event.Status) && SidesMeet(a, b) && WhenFits(a, b) && WhereFits(a.Event, b.Event)
        && (rules.Is("deed", a.Event.Type) || a.Match.Clause.Sentence == b.Match.Clause.Sentence || a.Match.Clause.Lemma == b.Match.Clause.Lemma || a.IsTitle || b.IsTitle);

    private static bool StatusFits(EventStatus a, EventStatus b) => a == b || (IsReal(a) && IsReal(b));

    private static bool IsReal(EventStatus status) => status is EventStatus.Happened or EventStatus.Ongoing;

    private static bool WhenFits(EventDraft a, EventDraft b) => !a.DateTold || !b.DateTold || Meet(a.Event.Date!, b.Event.Date!);

    private static bool WhereFits(Event a, Event b) => a.Place is null || b.Place is null || a.Type is not ("ASSAULT" or "PROTEST" or "COERCE") || a.Place.Country != b.Place.Country || a.Place.Name == b.Place.Name || a.Place.Name == a.Place.Country || b.Place.Name == b.Place.Country;

    // ISO dates: days, months and years by prefix, intervals by their ends.
    private static bool Meet(string a, string b)
    {
        var (aStart, aEnd) = Ends(a);
        var (bStart, bEnd) = Ends(b);
        return Before(aStart, bEnd) && Before(bStart, aEnd);
    }

    private static (string Start, string End) Ends(string date) => date.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? (date[..slash], date[(slash + 1)..]) : (date, date);

    private static bool Before(string start, string end)
    {
        var length = Math.Min(start.Length, end.Length);
        return string.CompareOrdinal(start, 0, end, 0, length) <= 0;
    }

    private static bool SidesMeet(EventDraft a, EventDraft b)
    {
        if (a.Event.Mutual || b.Event.Mutual)
        {
            var (one, two) = (All(a), All(b));
            var common = one.Count(two.Contains);
            return common > 0 && common >= Math.Min(2, Math.Min(one.Count, two.Count));
        }
        return Meet(a.Actors, b.Actors) && Meet(a.Recipients, b.Recipients) && (a.Actors.Overlaps(b.Actors) || a.Recipients.Overlaps(b.Recipients));
    }

    private static TextSpan[] Others(Event best, Event other, bool isTelling) => [.. best.AlsoAt.Concat(isTelling ? [other.Evidence] : []).Concat(other.AlsoAt).Where(s => s != best.Evidence).Distinct().Order()];

    private static HashSet<string> All(EventDraft draft) => [.. draft.Actors, .. draft.Recipients];

    private static bool Meet(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count == 0 || b.Count == 0 || a.Overlaps(b);

    // The surest report stands; what it leaves open the other tells.
    private static EventDraft Join(EventDraft a, EventDraft b, Weights weights)
    {
        var (best, other) = weights.Pick(b.Signs) > weights.Pick(a.Signs) ? (b, a) : (a, b);
        var told = !best.DateTold && other.DateTold;
        return best with
        {
            Event = best.Event with { Date = told ? other.Event.Date : best.Event.Date, Place = best.Event.Place ?? other.Event.Place, AlsoAt = Others(best.Event, other.Event, weights.Pick(other.Signs) >= Telling) },
            DateTold = best.DateTold || told,
            Mentions = a.Mentions + b.Mentions,
            IsTitle = a.IsTitle || b.IsTitle,
        };
    }
}
