namespace Readout.Pages;

/// <summary>
/// Finds the element that holds the article: every block is worth its characters when it reads like prose and costs them when
/// it reads like navigation; the element with the largest sum holds the article, and the chrome inside it is left out.
/// </summary>
internal sealed class BodyFinder(PageTree tree, PageNames names)
{
    // Swept on the development pages (320): 60 to 100 for the length of prose, .3 to .7 for the share of links.
    private const int ProseLength = 80;
    private const double LinkLimit = 0.5;

    public (IReadOnlyList<TextBlock> Kept, IReadOnlyList<Chrome> Dropped) Find()
    {
        var root = Best(Sums());
        var kept = new List<TextBlock>();
        var dropped = new List<Chrome>();
        for (var i = 0; i < tree.Blocks.Count; i++)
        {
            var block = tree.Blocks[i];
            if (Reason(block, i, root) is { } reason) dropped.Add(new Chrome(block.Text, reason));
            else kept.Add(block);
        }
        return (WithoutLooseHeadings(kept, dropped), dropped);
    }

    private double[] Sums()
    {
        var sums = new double[tree.Nodes.Count];
        foreach (var block in tree.Blocks) sums[block.Node] += Value(block);
        // Children stand after their parents: one pass backwards adds up the subtrees.
        for (var node = sums.Length - 1; node > 0; node--)
            if (tree.Nodes[node].Drop is null || sums[node] < 0) sums[tree.Nodes[node].Parent] += Math.Max(sums[node], -200);
        return sums;
    }

    private double Value(TextBlock block)
    {
        var length = block.Text.Length;
        if (block.LinkShare > LinkLimit) return -Math.Min(length, 120);
        if (names.IsChromeLine(block.Text)) return -length;
        if (block.Role is BlockRole.Heading or BlockRole.Caption) return 0;
        if (length < ProseLength) return EndsSentence(block.Text) ? length / 2.0 : block.Role == BlockRole.Item ? -8 : -4;
        return length * (1 - block.LinkShare) * (block.Role == BlockRole.Item ? 0.7 : 1);
    }

    private int Best(double[] sums)
    {
        var best = 0;
        for (var node = 1; node < sums.Length; node++)
            if (sums[node] >= sums[best]) best = node;
        // An element that says that it is the body is believed when it holds a good part of the prose.
        for (var node = best + 1; node < sums.Length; node++)
            if (tree.Nodes[node].Body && sums[node] > 0.6 * sums[best] && IsInside(node, best)) return node;
        return best;
    }

    private bool IsInside(int node, int ancestor)
    {
        while (node > ancestor) node = tree.Nodes[node].Parent;
        return node == ancestor;
    }

    /// <summary>Why a block is chrome; null when it is the article's.</summary>
    private string? Reason(TextBlock block, int index, int root)
    {
        if (!IsInside(block.Node, root)) return "outside the article";
        for (var node = block.Node; node > root; node = tree.Nodes[node].Parent)
            if (tree.Nodes[node].Drop is { } drop) return drop;
        if (names.IsChromeLine(block.Text)) return "a line that pages print around articles";
        if (block.LinkShare > LinkLimit && (block.Text.Length < 200 || block.LinkShare > 0.8) && !IsAmongProse(index)) return "mostly links";
        return null;
    }

    // A short paragraph that is one link between two of prose belongs to the article.
    private bool IsAmongProse(int index) =>
        tree.Blocks[index].Role == BlockRole.Text && EndsSentence(tree.Blocks[index].Text)
        && index > 0 && index + 1 < tree.Blocks.Count && IsProse(tree.Blocks[index - 1]) && IsProse(tree.Blocks[index + 1]);

    private static bool IsProse(TextBlock block) => block.Text.Length >= ProseLength && block.LinkShare < 0.3;

    private static List<TextBlock> WithoutLooseHeadings(List<TextBlock> kept, List<Chrome> dropped)
    {
        var last = kept.FindLastIndex(b => b.Role is not BlockRole.Heading);
        foreach (var loose in kept.Skip(last + 1)) dropped.Add(new Chrome(loose.Text, "a heading with nothing below it"));
        return kept.GetRange(0, last + 1);
    }

    private static bool EndsSentence(string text) => text.AsSpan().TrimEnd("\"'”’)»") is [.., '.' or '!' or '?' or '…' or ':' or '。'];
}
