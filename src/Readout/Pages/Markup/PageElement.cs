namespace Readout.Pages.Markup;

/// <summary>An element that parts blocks, in document order; its subtree and its passages are index ranges.</summary>
internal struct PageElement
{
    /// <summary>Index of the parent; -1 for the body.</summary>
    public int Parent;

    /// <summary>Index behind the last element of the subtree.</summary>
    public int End;

    public int FirstPassage;

    public int EndPassage;

    /// <summary>What the class, id, role or tag says against it; null if nothing does.</summary>
    public ChromeRule? Suspect;
}
