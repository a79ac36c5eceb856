namespace Readout.Pages.Html;

/// <summary>What the HTML standard says of an element, as far as the building of the tree and the reading of text need it.</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,

    /// <summary>13.2.4.2: ends the search for an open element of the same name, and takes part in misnesting.</summary>
    Special = 1,

    /// <summary>Bounds the scope in which open elements are sought.</summary>
    Scope = 2,
    ListScope = 4,
    ButtonScope = 8,
    TableScope = 16,

    /// <summary>Has neither content nor end tag.</summary>
    Void = 32,

    /// <summary>Ends without its end tag when an enclosing element ends.</summary>
    ImpliedEnd = 64,

    /// <summary>Its start tag ends an open paragraph, its end tag all that is open in it.</summary>
    Flow = 128,

    /// <summary>Reopened in the next block when it was not closed in the last.</summary>
    Formatting = 256,

    /// <summary>What may not stand directly in it goes before the table.</summary>
    Foster = 512,

    /// <summary>Belongs to the head of the page.</summary>
    Head = 1024,

    /// <summary>15.3: parts blocks of text.</summary>
    Block = 2048,

    /// <summary>Never holds text that a reader of the page sees as part of it.</summary>
    Unread = 4096,

    /// <summary>May not stand in drawings: its start tag ends one.</summary>
    EndsDrawing = 8192,
}
