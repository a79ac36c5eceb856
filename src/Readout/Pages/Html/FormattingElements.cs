namespace Readout.Pages.Html;

/// <summary>The list of active formatting elements (13.2.4.3): what is reopened where a block begins.</summary>
internal sealed class FormattingElements(MarkupTree tree)
{
    private const int Marker = -1;

    // The standard bounds only equal ones. No page that means something has more open.
    private const int Most = 64, MostEqual = 3;

    private readonly List<int> nodes = [];

    public int Count => nodes.Count;

    public int this[int index]
    {
        get => nodes[index];
        set => nodes[index] = value;
    }

    public bool IsMarker(int index) => nodes[index] == Marker;

    public void Mark()
    {
        if (nodes.Count < 4 * Most) nodes.Add(Marker);
    }

    public void ClearToMarker()
    {
        while (nodes.Count > 0)
        {
            var last = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            if (last == Marker) return;
        }
    }

    public void Add(int node)
    {
        var (equal, earliest, start) = (0, -1, nodes.LastIndexOf(Marker) + 1);
        for (var i = start; i < nodes.Count; i++)
        {
            if (tree.Tag(nodes[i]) != tree.Tag(node) || !tree.SameAttributes(nodes[i], node)) continue;
            if (equal++ == 0) earliest = i;
        }
        if (equal >= MostEqual) nodes.RemoveAt(earliest);
        else if (nodes.Count - start >= Most) nodes.RemoveAt(start);
        nodes.Add(node);
    }

    public int IndexOf(int node) => nodes.LastIndexOf(node);

    /// <summary>The place of the last element of a name behind the last marker; -1 when there is none.</summary>
    public int LastOf(Tag tag)
    {
        for (var i = nodes.Count - 1; i >= 0 && nodes[i] != Marker; i--)
            if (tree.Tag(nodes[i]) == tag) return i;
        return -1;
    }

    public void RemoveAt(int index) => nodes.RemoveAt(index);

    public void Remove(int node) => nodes.Remove(node);

    public void InsertAt(int index, int node) => nodes.Insert(Math.Clamp(index, 0, nodes.Count), node);
}
