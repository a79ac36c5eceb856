namespace Readout.Pages.Html;

/// <summary>The stack of open elements (13.2.4.2), of bounded depth: what stands deeper is laid into the deepest.</summary>
internal sealed class OpenElements(MarkupTree tree)
{
    /// <summary>As browsers bound it, so that no page makes the search for an open element long.</summary>
    public const int Deepest = 512;

    private readonly int[] nodes = new int[Deepest];
    private readonly int[] open = new int[256];
    private readonly int[] beyond = new int[256];

    public int Count { get; private set; }

    public bool WasTooDeep { get; private set; }

    public int Current => nodes[Count - 1];

    public Tag CurrentTag => tree.Tag(nodes[Count - 1]);

    public int this[int index] => nodes[index];

    public Tag TagAt(int index) => tree.Tag(nodes[index]);

    public bool Has(Tag tag) => open[(int)tag] > 0;

    /// <summary>False when the stack is full; the element then stays without content.</summary>
    public bool Push(int node)
    {
        if (Count == Deepest)
        {
            LeaveOut(tree.Tag(node));
            return false;
        }
        nodes[Count++] = node;
        open[(int)tree.Tag(node)]++;
        return true;
    }

    /// <summary>An element too deep for the stack: its end tag must not end another.</summary>
    public void LeaveOut(Tag tag)
    {
        WasTooDeep = true;
        beyond[(int)tag]++;
    }

    /// <summary>True for the end tag of an element that did not fit.</summary>
    public bool EndsBeyond(Tag tag)
    {
        if (beyond[(int)tag] == 0) return false;
        beyond[(int)tag]--;
        return true;
    }

    public int Pop()
    {
        open[(int)tree.Tag(nodes[--Count])]--;
        return nodes[Count];
    }

    public void PopUntil(Tag tag)
    {
        while (tree.Tag(Pop()) != tag && Count > 2) { }
    }

    public void PopTo(int count)
    {
        while (Count > count) Pop();
    }

    public bool InScope(Tag tag, Traits bound = Traits.Scope) => LastInScope(tag, bound) >= 0;

    /// <summary>The place of the innermost open element of a name that no element of the bound hides; -1 when there is none.</summary>
    public int LastInScope(Tag tag, Traits bound = Traits.Scope)
    {
        if (!Has(tag)) return -1;
        for (var i = Count - 1; i >= 0; i--)
        {
            if (TagAt(i) == tag) return i;
            if (TagAt(i).Is(bound)) return -1;
        }
        return -1;
    }

    public int LastOf(Tag tag)
    {
        if (!Has(tag)) return -1;
        var i = Count - 1;
        while (TagAt(i) != tag) i--;
        return i;
    }

    public int IndexOf(int node) => Array.LastIndexOf(nodes, node, Count - 1, Count);

    public void RemoveAt(int index)
    {
        open[(int)TagAt(index)]--;
        Array.Copy(nodes, index + 1, nodes, index, --Count - index);
    }

    public void InsertAt(int index, int node)
    {
        Array.Copy(nodes, index, nodes, index + 1, Count++ - index);
        nodes[index] = node;
        open[(int)tree.Tag(node)]++;
    }

    public void Replace(int index, int node) => nodes[index] = node;

    /// <summary>Ends the elements that need no end tag (13.2.6.3).</summary>
    public void EndImplied(Tag except = Tag.Text)
    {
        while (CurrentTag.Is(Traits.ImpliedEnd) && CurrentTag != except) Pop();
    }
}
