namespace Readout.Pages;

/// <summary>What a block is to the page's reader.</summary>
internal enum BlockRole
{
    Text,
    Heading,
    Item,
    Quote,
    Caption,
}

/// <summary>A stretch of running text of the page, between two block elements.</summary>
/// <param name="Node">Index of its innermost block element in the <see cref="PageTree"/>.</param>
/// <param name="LinkLength">Characters of it that stand inside links.</param>
internal sealed record TextBlock(int Node, BlockRole Role, string Text, int LinkLength)
{
    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;
}

/// <summary>An element of the page as the extractor needs it: its parent and what its names say of it.</summary>
/// <param name="Parent">Index of the parent; -1 for the root.</param>
/// <param name="Drop">Why it is chrome, when its names or its tag say so.</param>
/// <param name="Body">Its names or its tag say that it holds the article.</param>
internal readonly record struct TreeNode(int Parent, string Tag, string? Drop, bool Body);
