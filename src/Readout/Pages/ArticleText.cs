using System.Text;

namespace Readout.Pages;

/// <summary>The clean text of an article, block after block with a blank line between, and where each block stands.</summary>
internal sealed class ArticleText
{
    private readonly List<Block> blocks = [];

    public ArticleText(string? title, IEnumerable<TextBlock> kept)
    {
        var text = new StringBuilder();
        if (title is { Length: > 0 }) Add(text, BlockKind.Title, title);
        var captions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in kept)
        {
            if (block.Role == BlockRole.Heading && Same(block.Text, title)) continue;
            if (block.Role == BlockRole.Caption && !captions.Add(block.Text)) continue;
            Add(text, Kind(block.Role), block.Text);
        }
        Text = text.ToString();
    }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks => blocks;

    private void Add(StringBuilder text, BlockKind kind, string content)
    {
        if (text.Length > 0) text.Append("\n\n");
        blocks.Add(new Block(kind, new TextSpan(text.Length, text.Length + content.Length)));
        text.Append(content);
    }

    private static bool Same(string heading, string? title) => title is not null && string.Equals(heading.Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase);

    private static BlockKind Kind(BlockRole role) => role switch
    {
        BlockRole.Heading => BlockKind.Heading,
        BlockRole.Item => BlockKind.Item,
        BlockRole.Quote => BlockKind.Quote,
        BlockRole.Caption => BlockKind.Caption,
        _ => BlockKind.Paragraph,
    };
}
