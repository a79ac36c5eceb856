namespace Readout.Syntax.Network;

/// <summary>
/// The best tree for a matrix of arc scores: each word takes its best head; when that is no tree with one root, the most certain root is
/// fixed and cycles are resolved as Chu, Liu and Edmonds do. Scores are overwritten. Node 0 is the artificial root.
/// </summary>
internal sealed unsafe class ArcDecoder
{
    /// <summary>The score of an arc that must not be.</summary>
    public const float Never = -1e8f;
    private readonly List<Cycle> cycles = [];
    private int[] mark = [];
    private int[] entry = [];
    private (int Dependent, int Head)[] arcs = [];
    private (int Dependent, int Head)[] chosen = [];
    private bool[] gone = [];

    private readonly record struct Cycle(int[] Members, (int Dependent, int Head)[] Arcs, int[][] Leaves);

    /// <param name="scores">Row d, column h: the score of h as head of d; row 0 is not used.</param>
    /// <param name="stride">Length of a row in memory.</param>
    /// <param name="n">Words with the artificial root.</param>
    /// <param name="heads">Receives the head of each word; heads[0] is -1.</param>
    public void Decode(float* scores, int stride, int n, Span<int> heads)
    {
        if (mark.Length < n) Grow(n);
        for (var i = 1; i < n; i++) scores[(long)i * stride + i] = float.MinValue;
        Greedy(scores, stride, n, heads);
        if (Roots(heads[..n]) == 1 && FindCycle(heads, n) < 0) return;
        FixRoot(scores, stride, n);
        Greedy(scores, stride, n, heads);
        if (FindCycle(heads, n) >= 0) Contract(scores, stride, n, heads);
    }

    private void Grow(int n)
    {
        mark = new int[n];
        entry = new int[n];
        chosen = new (int, int)[n];
        gone = new bool[n];
    }

    private static void Greedy(float* scores, int stride, int n, Span<int> heads)
    {
        heads[0] = -1;
        for (var i = 1; i < n; i++) heads[i] = Elementwise.IndexOfMax(scores + (long)i * stride, n);
    }

    private static int Roots(ReadOnlySpan<int> heads) => heads.Count(0);

    // The root is the word that loses most when it hangs elsewhere.
    private static void FixRoot(float* scores, int stride, int n)
    {
        var root = 1;
        var most = float.NegativeInfinity;
        for (var i = 1; i < n; i++)
        {
            var row = scores + (long)i * stride;
            var other = n > 2 ? float.MinValue : 0;
            for (var j = 1; j < n; j++)
                if (j != i && row[j] > other) other = row[j];
            if (row[0] - other > most) (most, root) = (row[0] - other, i);
        }
        for (var i = 1; i < n; i++)
            if (i != root) scores[(long)i * stride] = Never;
            else
                for (var j = 1; j < n; j++) scores[(long)i * stride + j] = j == i ? float.MinValue : Never;
    }

    /// <summary>A node on a cycle, or -1.</summary>
    private int FindCycle(ReadOnlySpan<int> heads, int n)
    {
        Array.Clear(mark, 0, n);
        for (var i = 1; i < n; i++)
        {
            var node = i;
            while (node > 0 && mark[node] == 0)
            {
                mark[node] = i;
                node = heads[node];
            }
            if (node > 0 && mark[node] == i) return node;
        }
        return -1;
    }

    private void Contract(float* scores, int stride, int n, Span<int> heads)
    {
        if (arcs.Length < n * n) arcs = new (int, int)[n * n];
        var leaves = new int[n][];
        for (var i = 0; i < n; i++)
        {
            leaves[i] = [i];
            gone[i] = false;
            entry[i] = heads[i];
            for (var j = 0; j < n; j++) arcs[i * n + j] = (i, j);
        }
        cycles.Clear();
        for (var node = FindCycle(entry, n); node >= 0; node = FindCycle(entry, n)) Merge(node, scores, stride, n, leaves);
        for (var i = 1; i < n; i++)
            if (!gone[i]) chosen[i] = arcs[i * n + entry[i]];
        for (var c = cycles.Count - 1; c >= 0; c--) Expand(cycles[c]);
        for (var i = 1; i < n; i++) heads[i] = chosen[i].Head;
    }

    private static int[] Members(int node, int[] entry)
    {
        var members = new List<int> { node };
        for (var next = entry[node]; next != node; next = entry[next]) members.Add(next);
        return [.. members];
    }

    // The cycle becomes its first member; arcs in and out of it are the best of any member's.
    private void Merge(int node, float* scores, int stride, int n, int[][] leaves)
    {
        var members = Members(node, entry);
        cycles.Add(new Cycle(members, [.. members.Select(m => arcs[m * n + entry[m]])], [.. members.Select(m => leaves[m])]));
        foreach (var member in members) gone[member] = true;
        for (var other = 0; other < n; other++)
            if (!gone[other]) MergeArcs(node, members, other, scores, stride, n);
        gone[node] = false;
        leaves[node] = [.. members.SelectMany(m => leaves[m])];
        foreach (var member in members)
            if (member != node) entry[member] = 0;
        entry[node] = BestHead(node, scores, stride, n);
        for (var other = 1; other < n; other++)
            if (!gone[other] && other != node && gone[entry[other]]) entry[other] = node;
    }

    private void MergeArcs(int node, int[] members, int other, float* scores, int stride, int n)
    {
        int into = members[0], from = members[0];
        float bestInto = float.NegativeInfinity, bestFrom = float.NegativeInfinity;
        foreach (var member in members)
        {
            var row = scores + (long)member * stride;
            var gain = row[other] - row[entry[member]];
            if (gain > bestInto) (bestInto, into) = (gain, member);
            if (other > 0 && scores[(long)other * stride + member] is var score && score > bestFrom) (bestFrom, from) = (score, member);
        }
        scores[(long)node * stride + other] = bestInto;
        arcs[node * n + other] = arcs[into * n + other];
        if (other == 0) return;
        scores[(long)other * stride + node] = bestFrom;
        arcs[other * n + node] = arcs[other * n + from];
    }

    private int BestHead(int node, float* scores, int stride, int n)
    {
        var best = 0;
        for (var j = 1; j < n; j++)
            if (!gone[j] && j != node && scores[(long)node * stride + j] > scores[(long)node * stride + best]) best = j;
        return best;
    }

    // Where the chosen arc enters the cycle, the cycle's own arc gives way; the other members keep theirs.
    private void Expand(Cycle cycle)
    {
        var arc = chosen[cycle.Members[0]];
        for (var i = 0; i < cycle.Members.Length; i++)
            chosen[cycle.Members[i]] = cycle.Leaves[i].Contains(arc.Dependent) ? arc : cycle.Arcs[i];
    }
}
