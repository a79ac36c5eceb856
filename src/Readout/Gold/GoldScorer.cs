namespace Readout.Gold;

/// <summary>Scores readings against gold readings, article by article, micro-averaged over all of them.</summary>
internal sealed class GoldScorer
{
    private readonly Dictionary<string, GoldScore> scores = Kinds.ToDictionary(k => k, k => new GoldScore(k, 0, 0, 0));
    private readonly List<GoldMiss> misses = [];

    /// <summary>What is scored: a kind of finding, or a stricter or looser reading of the kind before it.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["events", "events-quad", "statements", "speakers", "positions", "agreements", "people", "offices", "status", "month"];

    /// <summary>Sums up to now, in the order of <see cref="Kinds"/>. <c>status</c> and <c>month</c> count the matched events only.</summary>
    public IReadOnlyList<GoldScore> Scores => [.. Kinds.Select(k => scores[k])];

    /// <summary>What was missed or invented, in the order of the articles.</summary>
    public IReadOnlyList<GoldMiss> Misses => misses;

    public void Add(GoldReading gold, GoldReading found)
    {
        Events(gold, found);
        Count("events-quad", gold.Id, gold.Events, found.Events, GoldRules.SameQuad, e => e.Evidence);
        Count("statements", gold.Id, gold.Statements, found.Statements, GoldRules.SameStatement, Said);
        Count("speakers", gold.Id, gold.Statements, found.Statements, GoldRules.SameSpeaker, Said);
        Count("positions", gold.Id, gold.Positions, found.Positions, GoldRules.SamePosition, p => p.Evidence);
        Count("agreements", gold.Id, gold.Agreements, found.Agreements, GoldRules.SameAgreement, a => a.Evidence);
        Count("people", gold.Id, gold.People, found.People, GoldRules.SamePerson, p => p.Name);
        Count("offices", gold.Id, gold.People, found.People, GoldRules.SameOffice, p => p.Name);
    }

    private static string Said(GoldStatement statement) => string.Join(" … ", statement.Content);

    private void Events(GoldReading gold, GoldReading found)
    {
        var pairs = Count("events", gold.Id, gold.Events, found.Events, GoldRules.SameEvent, e => e.Evidence);
        foreach (var (one, other) in pairs.Select(p => (gold.Events[p.Key], found.Events[p.Value])))
        {
            scores["status"] += new GoldScore("status", 1, 1, one.Status == other.Status ? 1 : 0);
            if (one.Date is { } date) scores["month"] += new GoldScore("month", 1, 1, Month(date) == Month(other.Date) ? 1 : 0);
        }
    }

    private static string? Month(string? date) => date?.Length > 7 ? date[..7] : date;

    private Dictionary<int, int> Count<T>(string kind, string article, IReadOnlyList<T> gold, IReadOnlyList<T> found, Func<T, T, bool> same, Func<T, string?> text)
    {
        var edges = gold.Select(g => (IReadOnlyList<int>)[.. Enumerable.Range(0, found.Count).Where(i => same(g, found[i])).OrderByDescending(i => GoldWords.F1(text(g), text(found[i])))]).ToList();
        var pairs = Matching.Largest(edges);
        scores[kind] += new GoldScore(kind, gold.Count, found.Count, pairs.Count);
        misses.AddRange(gold.Where((_, i) => !pairs.ContainsKey(i)).Select(g => new GoldMiss(article, kind, false, g!.ToString()!)));
        var matched = pairs.Values.ToHashSet();
        misses.AddRange(found.Where((_, i) => !matched.Contains(i)).Select(f => new GoldMiss(article, kind, true, f!.ToString()!)));
        return pairs;
    }
}
