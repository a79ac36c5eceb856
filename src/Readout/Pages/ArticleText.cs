using System.Text;

namespace Readout.Pages;

/// <summary>Puts an article's text together from its parts: parts are set apart by a blank line, blocks cover them.</summary>
internal sealed class ArticleText
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];

    public IReadOnlyList<Block> Blocks => blocks;

    public void Add(BlockKind kind, string part)
    {
        if (part.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        var start = text.Length;
        text.Append(part);
        blocks.Add(new Block(kind, new TextSpan(start, text.Length)));
    }

    public override string ToString() => text.ToString();
}
