namespace Readout.Pages.Html;

/// <summary>An element or a stretch of text. Nodes are linked by their indices; -1 is none.</summary>
internal struct MarkupNode
{
    public int Parent;
    public int First;
    public int Last;
    public int Previous;
    public int Next;

    /// <summary>Where the text stands in the page: of text itself, of a title or script; for unknown elements their name.</summary>
    public int Start;
    public int Length;

    public int FirstAttribute;
    public byte Attributes;
    public Tag Tag;
}
