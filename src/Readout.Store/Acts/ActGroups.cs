namespace Readout.Store.Acts;

/// <summary>Groups reports into acts: whoever is linked by a chain of pairs that tell of one act.</summary>
internal static class ActGroups
{
    /// <summary>Groups in the order of their first reports, each in the order of reports.</summary>
    public static List<List<ActReport>> Of(IReadOnlyList<ActReport> reports)
    {
        List<ActReport> sorted = [.. reports];
        sorted.Sort(ActReport.Compare);
        var parents = Enumerable.Range(0, sorted.Count).ToArray();
        for (var i = 1; i < sorted.Count; i++)
            for (var j = 0; j < i; j++)
                if (Root(parents, i) != Root(parents, j) && SameAct.Why(sorted[i], sorted[j]) is not null) parents[Math.Max(Root(parents, i), Root(parents, j))] = Math.Min(Root(parents, i), Root(parents, j));
        return [.. Enumerable.Range(0, sorted.Count).GroupBy(i => Root(parents, i)).OrderBy(g => g.Key).Select(g => g.Select(i => sorted[i]).ToList())];
    }

    private static int Root(int[] parents, int at)
    {
        while (parents[at] != at) at = parents[at] = parents[parents[at]];
        return at;
    }
}
