namespace Readout.Gold;

/// <summary>The largest one-to-one matching of gold findings to found ones (augmenting paths; Kuhn 1955).</summary>
internal static class Matching
{
    /// <param name="edges">For each gold finding the found ones that would do, the likest first.</param>
    /// <returns>For each gold finding that is matched, the found one.</returns>
    public static Dictionary<int, int> Largest(IReadOnlyList<IReadOnlyList<int>> edges)
    {
        var owner = new Dictionary<int, int>();
        for (var gold = 0; gold < edges.Count; gold++) Take(gold, edges, owner, []);
        return owner.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    private static bool Take(int gold, IReadOnlyList<IReadOnlyList<int>> edges, Dictionary<int, int> owner, HashSet<int> seen)
    {
        foreach (var found in edges[gold])
        {
            if (!seen.Add(found)) continue;
            if (owner.TryGetValue(found, out var rival) && !Take(rival, edges, owner, seen)) continue;
            owner[found] = gold;
            return true;
        }
        return false;
    }
}
