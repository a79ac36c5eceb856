namespace Readout.Pages;

/// <summary>What a stretch of an article is.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>A heading within the text.</summary>
    Heading,

    /// <summary>An item of a list or a row of a table.</summary>
    Item,

    /// <summary>A quotation that the page sets apart.</summary>
    Quote,

    /// <summary>The words below a picture.</summary>
    Caption,
}

/// <summary>A stretch of article text of one kind; blocks are sorted and do not overlap.</summary>
public readonly record struct Block(BlockKind Kind, TextSpan Span);

/// <summary>Where an article's publication date was found.</summary>
public enum PublishedFrom
{
    /// <summary>No date was found.</summary>
    Unknown,

    /// <summary>The call gave it (<see cref="Page.Date"/>).</summary>
    Option,

    /// <summary>The envelope or the page's own data.</summary>
    Metadata,

    /// <summary>The address.</summary>
    Url,

    /// <summary>The dateline or byline.</summary>
    Dateline,

    /// <summary>The caption of a picture.</summary>
    Caption,

    /// <summary>A date printed beside the article.</summary>
    Text,
}

/// <summary>A piece of the page that is not article text, kept so that <c>explain</c> can say why it was dropped.</summary>
public sealed record Chrome(string Text, string Reason);

/// <summary>The clean text of a page with what the page says about it. All spans of a reading count in <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>Stable id: given, or made from the URL or the text; never from the order of reading.</summary>
    public required string Id { get; init; }

    /// <summary>Where the page came from, as <see cref="Page.Input"/> named it.</summary>
    public required string Input { get; init; }

    /// <summary>The article's own address; null when none is known.</summary>
    public string? Url { get; init; }

    /// <summary>The headline; null when the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>ISO 8601 day, or null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where <see cref="Published"/> was found.</summary>
    public PublishedFrom PublishedFrom { get; init; }

    /// <summary>The outlet, by name or by host.</summary>
    public string? Source { get; init; }

    /// <summary>Names in the byline, in its order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>ISO 639-1; <c>und</c> when it cannot be told. Only <c>en</c> is read further.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The clean text; blocks are parted by line ends.</summary>
    public required string Text { get; init; }

    /// <summary>64-bit SimHash of the text, by which the store links wire copies; see <see cref="TextFingerprint"/>.</summary>
    public ulong Fingerprint => TextFingerprint.Of(Text);

    /// <summary>The stretches of the text with their kinds, in text order.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Pieces of the page that are not the article's text.</summary>
    public IReadOnlyList<Chrome> Dropped { get; init; } = [];

    /// <summary>What could not be settled about the page.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>The article up to a number of characters, ending with a block or, within one that is too long, with a word.</summary>
    internal Article Beginning(int length)
    {
        var whole = Blocks.TakeWhile(b => b.Span.End <= length).ToList();
        if (whole.Count < Blocks.Count && Blocks[whole.Count] is var next && next.Span.Start < length)
        {
            var blank = Text.LastIndexOf(' ', length - 1, length - next.Span.Start);
            var end = blank > next.Span.Start ? blank : char.IsHighSurrogate(Text[length - 1]) ? length - 1 : length;
            whole.Add(new Block(next.Kind, new TextSpan(next.Span.Start, end)));
        }
        return this with { Text = Text[..(whole.Count > 0 ? whole[^1].Span.End : Math.Min(length, Text.Length))], Blocks = whole };
    }
}
