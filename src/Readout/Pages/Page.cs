namespace Readout.Pages;

/// <summary>What the bytes of a page are.</summary>
public enum PageKind
{
    /// <summary>Look at the bytes to tell HTML from plain text.</summary>
    Unknown,

    /// <summary>HTML of any age.</summary>
    Html,

    /// <summary>Plain text as people send it: wrapped lines, headers, signatures.</summary>
    Text,

    /// <summary>Clean text that came with its record (JSON lines); it becomes the article's text to the character.</summary>
    Given,
}

/// <summary>The bytes as they came, with what the envelope (file, feed item, WARC record, JSON line) says of them.</summary>
public sealed record Page
{
    /// <summary>Where it came from, as the user named it: a file, a URL, <c>feed.xml#3</c>.</summary>
    public required string Input { get; init; }

    /// <summary>The page itself, at most 32 MB.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What the bytes are; looked at when not given.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Character set that the envelope declares, such as <c>windows-1252</c>.</summary>
    public string? Charset { get; init; }

    /// <summary>An id that the caller wants the article to have.</summary>
    public string? Id { get; init; }

    /// <summary>Address that the envelope gives.</summary>
    public string? Url { get; init; }

    /// <summary>Headline that the envelope gives; wins over the page's own.</summary>
    public string? Title { get; init; }

    /// <summary>Publication date that the envelope gives, ISO 8601; wins over all that the page says.</summary>
    public string? Published { get; init; }

    /// <summary>Publication date of the call (<c>--date</c>): wins over everything.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Outlet that the envelope gives.</summary>
    public string? Source { get; init; }

    /// <summary>Names that the envelope gives; win over the page's byline.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];
}
