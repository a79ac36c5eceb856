using System.Globalization;
using System.Text.Json;
using Readout.Pages;

namespace Readout.Benchmarks;

/// <summary>What a page reader found: the parts of the text with their kinds, as the scorer wants them.</summary>
internal sealed record PageFinding(string Text, IReadOnlyList<Block> Blocks, DateOnly? Published, string? Title)
{
    /// <summary>What counts in the score: paragraphs, headings, items and quotes, not the title nor captions.</summary>
    public string Body => string.Join('\n', Blocks.Where(b => b.Kind is not (BlockKind.Title or BlockKind.Caption)).Select(b => b.Span.In(Text)));

    public string Line(string input) => JsonSerializer.Serialize(new
    {
        article = new
        {
            input,
            title = Title,
            published = Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            text = Text,
            blocks = Blocks.Select(b => new { kind = b.Kind.ToString().ToLowerInvariant(), start = b.Span.Start, end = b.Span.End }),
        },
    });
}

/// <summary>A program that reads pages, under the same call for all.</summary>
internal sealed record PagePeer(string Name, Func<PageFile, PageFinding> Read)
{
    public static PagePeer Readout(ArticleExtractor extractor) => new("readout", f =>
    {
        var article = extractor.Extract(new Page { Input = f.Name, Bytes = f.Bytes });
        return new PageFinding(article.Text, article.Blocks, article.Published, article.Title);
    });

    /// <summary>As its own documentation calls it; its whole text counts as one paragraph.</summary>
    public static PagePeer SmartReader { get; } = new("SmartReader 0.11.1", f =>
    {
        var article = new SmartReader.Reader("https://example.org/article.html", System.Text.Encoding.UTF8.GetString(f.Bytes)).GetArticle();
        var text = article.TextContent ?? "";
        var day = article.PublicationDate is { } date ? DateOnly.FromDateTime(date) : (DateOnly?)null;
        return new PageFinding(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], day, article.Title);
    });
}
