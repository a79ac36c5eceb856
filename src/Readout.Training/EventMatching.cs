using Readout.Events;

namespace Readout.Training;

/// <summary>Which drafts are the events that a reader recorded: one to one, the same type, sides that meet.</summary>
internal static class EventMatching
{
    /// <summary>For each draft the gold event it tells, or -1.</summary>
    public static int[] Match(IReadOnlyList<GoldEvent> gold, IReadOnlyList<EventDraft> drafts, string text)
    {
        var owner = Enumerable.Repeat(-1, drafts.Count).ToArray();
        var edges = gold.Select(g => Enumerable.Range(0, drafts.Count).Where(d => Fits(g, drafts[d])).OrderByDescending(d => Common(g.Evidence, drafts[d].Event.Evidence.In(text))).ToList()).ToList();
        for (var g = 0; g < gold.Count; g++) Take(g, edges, owner, []);
        return owner;
    }

    private static bool Take(int gold, List<List<int>> edges, int[] owner, HashSet<int> seen)
    {
        foreach (var draft in edges[gold])
        {
            if (!seen.Add(draft) || (owner[draft] >= 0 && !Take(owner[draft], edges, owner, seen))) continue;
            owner[draft] = gold;
            return true;
        }
        return false;
    }

    public static bool Fits(GoldEvent gold, EventDraft draft)
    {
        if (gold.Type != draft.Event.Type) return false;
        if (gold.Mutual || draft.Event.Mutual)
        {
            var want = gold.Actors.Concat(gold.Recipients).ToHashSet(StringComparer.Ordinal);
            return want.Count(c => draft.Actors.Contains(c) || draft.Recipients.Contains(c)) >= Math.Min(2, want.Count);
        }
        return Meet(gold.Actors, draft.Actors) && Meet(gold.Recipients, draft.Recipients);
    }

    private static bool Meet(IReadOnlySet<string> gold, IReadOnlySet<string> found) => gold.Count == 0 && found.Count == 0 || gold.Overlaps(found);

    /// <summary>F1 of the words that two stretches of text share.</summary>
    public static double Common(string a, string b)
    {
        var (one, two) = (Words(a), Words(b));
        var left = two.ToList();
        var common = one.Count(left.Remove);
        return common == 0 ? 0 : 2.0 * common / (one.Length + two.Length);
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '“', '”', '"', '’', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
