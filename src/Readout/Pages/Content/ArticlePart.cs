namespace Readout.Pages.Content;

/// <summary>A part of the article before it is laid into the text.</summary>
internal readonly record struct ArticlePart(BlockKind Kind, string Text);

/// <summary>What a page gives: its article's parts in order, and what was left out.</summary>
internal sealed record PageContent(IReadOnlyList<ArticlePart> Parts, IReadOnlyList<Chrome> Dropped)
{
    /// <summary>Parts of labels and running text outside the article where a date may stand.</summary>
    public IEnumerable<string> Labels { get; init; } = [];
}
