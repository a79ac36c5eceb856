using Readout.Store.Acts;

namespace Readout.Store.Ledgers;

/// <summary>The occasions on which one demand, or one condition, was made.</summary>
internal sealed class DemandGroup
{
    // A topic is broad: the same demand shares words, too.
    private const double SameWords = 0.34;

    private readonly List<Stand> occasions = [];

    private DemandGroup(HashSet<string> words) => FirstWords = words;

    /// <summary>In the order of publication; never empty.</summary>
    public IReadOnlyList<Stand> Occasions => occasions;

    public Stand First => occasions[0];

    public Stand Last => occasions[^1];

    /// <summary>How often it was made, reports of one day counted once.</summary>
    public int Times => occasions.DistinctBy(o => o.Published).Count();

    private HashSet<string> FirstWords { get; }

    /// <param name="stands">In the order of publication.</param>
    /// <returns>Groups in the order of their first occasions.</returns>
    public static List<DemandGroup> Of(IReadOnlyList<Stand> stands, bool byCondition)
    {
        var groups = new List<DemandGroup>();
        var byKey = new Dictionary<(string, string), List<DemandGroup>>();
        foreach (var stand in stands)
        {
            var words = byCondition && stand.Condition is { } condition ? ActWords.Of(condition, 0, condition.Length) : stand.Words;
            if (!byKey.TryGetValue(stand.Key, out var known)) byKey[stand.Key] = known = [];
            var group = known.Find(g => ActWords.Shared(g.FirstWords, words) >= SameWords);
            if (group is null)
            {
                known.Add(group = new DemandGroup(words));
                groups.Add(group);
            }
            group.occasions.Add(stand);
        }
        return groups;
    }
}
