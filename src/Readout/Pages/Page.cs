namespace Readout.Pages;

public enum PageKind
{
    /// <summary>Look at the bytes to tell HTML from plain text.</summary>
    Unknown,
    Html,
    Text,

    /// <summary>Clean text that came with its record (JSON lines); it becomes the article's text to the character.</summary>
    Given,
}

/// <summary>The bytes as they came, with what the envelope (file, feed item, WARC record, JSON line) says of them.</summary>
public sealed record Page
{
    /// <summary>Where it came from, as the user named it: a file, a URL, <c>feed.xml#3</c>.</summary>
    public required string Input { get; init; }

    public ReadOnlyMemory<byte> Bytes { get; init; }

    public PageKind Kind { get; init; }

    /// <summary>Character set that the envelope declares, such as <c>windows-1252</c>.</summary>
    public string? Charset { get; init; }

    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Publication date that the envelope gives, ISO 8601; wins over all that the page says.</summary>
    public string? Published { get; init; }

    /// <summary>Publication date of the call (<c>--date</c>): wins over everything.</summary>
    public DateOnly? Date { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];
}
