namespace Readout.Pages;

public enum BlockKind
{
    Title,
    Paragraph,
    Heading,
    Item,
    Quote,
    Caption,
}

/// <summary>A stretch of article text of one kind; blocks are sorted and do not overlap.</summary>
public readonly record struct Block(BlockKind Kind, TextSpan Span);

public enum PublishedFrom
{
    Unknown,
    Option,
    Metadata,
    Url,
    Dateline,
    Caption,
    Text,
}

/// <summary>A piece of the page that is not article text, kept so that <c>explain</c> can say why it was dropped.</summary>
public sealed record Chrome(string Text, string Reason);

/// <summary>The clean text of a page with what the page says about it. All spans of a reading count in <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>Stable id: given, or made from the URL or the text; never from the order of reading.</summary>
    public required string Id { get; init; }

    public required string Input { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>ISO 8601 day, or null when unknown.</summary>
    public DateOnly? Published { get; init; }

    public PublishedFrom PublishedFrom { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>ISO 639-1; <c>und</c> when it cannot be told. Only <c>en</c> is read further.</summary>
    public string Language { get; init; } = "und";

    public required string Text { get; init; }

    /// <summary>64-bit SimHash of the text, by which the store links wire copies; see <see cref="TextFingerprint"/>.</summary>
    public ulong Fingerprint => TextFingerprint.Of(Text);

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<Chrome> Dropped { get; init; } = [];

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
