using System.Buffers;

namespace Readout.Pages.Html;

/// <summary>The tree of a page: nodes in one array, linked by index; texts and values stay where they stand in the page.</summary>
internal sealed class MarkupTree(string text, CharacterReferences references) : IDisposable
{
    /// <summary>Nodes; a page that has more is cut there. News pages have 500 to 50,000.</summary>
    public const int MostNodes = 1_000_000;

    public const int Html = 0, Head = 1;

    private MarkupNode[] nodes = ArrayPool<MarkupNode>.Shared.Rent(Math.Clamp(text.Length / 24, 64, 1 << 16));
    private MarkupAttribute[] attributes = ArrayPool<MarkupAttribute>.Shared.Rent(Math.Clamp(text.Length / 48, 64, 1 << 16));

    public CharacterReferences References => references;

    public int Count { get; private set; }

    public int AttributeCount { get; private set; }

    public bool IsFull => Count >= MostNodes;

    public int Body { get; set; } = -1;

    /// <summary>What the parser could not build as it stands.</summary>
    public IReadOnlyList<Doubt> Doubts { get; set; } = [];

    public ref MarkupNode this[int node] => ref nodes[node];

    public Tag Tag(int node) => nodes[node].Tag;

    /// <summary>The text of a text node or title as it stands in the page, with its character references.</summary>
    public ReadOnlySpan<char> Raw(int node) => text.AsSpan(nodes[node].Start, nodes[node].Length);

    public ReadOnlySpan<char> Raw(MarkupAttribute attribute) => text.AsSpan(attribute.Start, attribute.Length);

    public ReadOnlyMemory<char> RawMemory(int node) => text.AsMemory(nodes[node].Start, nodes[node].Length);

    public string Decoded(int node) => references.Decoded(Raw(node), inAttribute: false);

    /// <summary>The value as it stands in the page; false when the element has no such attribute.</summary>
    public bool TryRaw(int node, Attr name, out ReadOnlySpan<char> value)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.FirstAttribute; i < element.FirstAttribute + element.Attributes; i++)
        {
            if (attributes[i].Name != name) continue;
            value = text.AsSpan(attributes[i].Start, attributes[i].Length);
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>One of the attributes from a place on has the name.</summary>
    public bool HasAttribute(int from, Attr name)
    {
        for (var i = from; i < AttributeCount; i++)
            if (attributes[i].Name == name) return true;
        return false;
    }

    /// <summary>The value with its character references read; null when the element has no such attribute.</summary>
    public string? Attribute(int node, Attr name) => TryRaw(node, name, out var value) ? references.Decoded(value, inAttribute: true) : null;

    /// <summary>The next node in document order; -1 behind the last.</summary>
    /// <param name="into">False to pass over what the node holds.</param>
    public int After(int node, bool into = true)
    {
        if (into && nodes[node].First >= 0) return nodes[node].First;
        while (node >= 0 && nodes[node].Next < 0) node = nodes[node].Parent;
        return node < 0 ? -1 : nodes[node].Next;
    }

    public ReadOnlySpan<MarkupAttribute> AttributesOf(int node) => attributes.AsSpan(nodes[node].FirstAttribute, nodes[node].Attributes);

    public bool SameAttributes(int one, int other)
    {
        var a = AttributesOf(one);
        var b = AttributesOf(other);
        if (a.Length != b.Length) return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i].Name != b[i].Name || !text.AsSpan(a[i].Start, a[i].Length).SequenceEqual(text.AsSpan(b[i].Start, b[i].Length))) return false;
        return true;
    }

    public void Add(MarkupAttribute attribute)
    {
        if (AttributeCount == attributes.Length) Grow(ref attributes);
        attributes[AttributeCount++] = attribute;
    }

    /// <summary>Takes back the attributes behind a place: those of a tag that makes no element.</summary>
    public void ForgetAttributes(int from) => AttributeCount = from;

    public int Add(Tag tag, int start, int length, int firstAttribute, int attributeCount)
    {
        if (Count == nodes.Length) Grow(ref nodes);
        nodes[Count] = new MarkupNode { Tag = tag, Start = start, Length = length, FirstAttribute = firstAttribute, Attributes = (byte)attributeCount, Parent = -1, First = -1, Last = -1, Previous = -1, Next = -1 };
        return Count++;
    }

    /// <summary>Puts a node that stands nowhere into an element, before one of its nodes or (-1) behind the last.</summary>
    public void Insert(int node, int parent, int before = -1)
    {
        var previous = before < 0 ? nodes[parent].Last : nodes[before].Previous;
        nodes[node].Parent = parent;
        nodes[node].Previous = previous;
        nodes[node].Next = before;
        if (previous < 0) nodes[parent].First = node;
        else nodes[previous].Next = node;
        if (before < 0) nodes[parent].Last = node;
        else nodes[before].Previous = node;
    }

    public void Remove(int node)
    {
        var (parent, previous, next) = (nodes[node].Parent, nodes[node].Previous, nodes[node].Next);
        if (parent < 0) return;
        if (previous < 0) nodes[parent].First = next;
        else nodes[previous].Next = next;
        if (next < 0) nodes[parent].Last = previous;
        else nodes[next].Previous = previous;
        nodes[node].Parent = nodes[node].Previous = nodes[node].Next = -1;
    }

    public void MoveChildren(int from, int to)
    {
        for (var child = nodes[from].First; child >= 0; child = nodes[from].First)
        {
            Remove(child);
            Insert(child, to);
        }
    }

    public void Dispose()
    {
        ArrayPool<MarkupNode>.Shared.Return(nodes);
        ArrayPool<MarkupAttribute>.Shared.Return(attributes);
        (nodes, attributes) = ([], []);
    }

    private static void Grow<T>(ref T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
