namespace Readout.Pages.Markup;

/// <summary>What a passage is by its markup.</summary>
internal enum PassageKind : byte
{
    Paragraph,
    Heading,
    Item,
    Quote,
    Caption,
    Row,
    Code,
}

/// <summary>A stretch of visible text between two block borders, white space made single.</summary>
internal sealed class Passage
{
    public required string Text { get; init; }

    public required PassageKind Kind { get; init; }

    /// <summary>Index of the innermost block element that holds it.</summary>
    public required int Element { get; init; }

    /// <summary>1-6 in a heading, else 0.</summary>
    public int Level { get; init; }

    /// <summary>Characters of the text that stand in links.</summary>
    public required int LinkLength { get; init; }

    public required int Words { get; init; }

    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;

    /// <summary>Ends as a sentence does.</summary>
    public bool Ends { get; init; }

    /// <summary>Characters of running prose; 0 for labels, menus and lists of links.</summary>
    public double Prose { get; init; }
}
