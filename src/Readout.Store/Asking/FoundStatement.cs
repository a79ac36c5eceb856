namespace Readout.Store.Asking;

/// <summary>A statement of the record with its words.</summary>
public sealed record FoundStatement
{
    /// <summary>Id of the article and of the statement in it: <c>voa-seoul#s3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Null when the article does not name who said it.</summary>
    public Party? Speaker { get; init; }

    /// <summary>Where the article first names the speaker.</summary>
    public TextSpan? SpeakerMention { get; init; }

    public string? Cue { get; init; }

    public required string Form { get; init; }

    public required string Act { get; init; }

    public string? Date { get; init; }

    /// <summary>The content, its pieces joined by " … ".</summary>
    public required string Text { get; init; }

    public required string Rule { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Ids of the corrections that changed or added it.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];
}
