using Readout.Store.Acts;
using Readout.Store.Asking;

namespace Readout.Store.Ledgers;

/// <summary>Puts together the occasions on which one demand, or one condition, was made.</summary>
internal static class DemandGroups
{
    // A topic is broad: the same demand shares words, too.
    private const double SameWords = 0.34;

    /// <param name="positions">In the order of publication.</param>
    /// <returns>Groups, each in the order of publication.</returns>
    public static List<List<FoundPosition>> Of(IReadOnlyList<FoundPosition> positions, bool byCondition)
    {
        var groups = new List<(List<FoundPosition> Members, HashSet<string> Words)>();
        var byKey = new Dictionary<(string, string), List<(List<FoundPosition> Members, HashSet<string> Words)>>();
        foreach (var position in positions)
        {
            var text = byCondition ? position.Condition ?? position.Sentence : position.Sentence;
            var words = ActWords.Of(text, 0, text.Length);
            var key = PositionChain.Key(position);
            if (!byKey.TryGetValue(key, out var known)) byKey[key] = known = [];
            var group = known.FirstOrDefault(g => ActWords.Shared(g.Words, words) >= SameWords);
            if (group.Members is null)
            {
                group = ([], words);
                known.Add(group);
                groups.Add(group);
            }
            group.Members.Add(position);
        }
        return [.. groups.Select(g => g.Members)];
    }
}
