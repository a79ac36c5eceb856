namespace Readout.Store.Asking;

/// <summary>An event of the record with its evidence.</summary>
public sealed record FoundEvent
{
    /// <summary>Id of the article and of the event in it: <c>voa-seoul#e3</c>.</summary>
    public required string Id { get; init; }

    public required string Type { get; init; }

    public string? Mode { get; init; }

    public string? Cameo { get; init; }

    public double? Goldstein { get; init; }

    public required IReadOnlyList<Party> Actors { get; init; }

    public required IReadOnlyList<Party> Recipients { get; init; }

    /// <summary>People whom the evidence names for a side that stands as a state or body.</summary>
    public IReadOnlyList<Party> Named { get; init; } = [];

    public bool Mutual { get; init; }

    public string? Date { get; init; }

    /// <summary>First and last day of <see cref="Date"/>.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>Number of the sentence that the evidence begins in, from 1.</summary>
    public int SentenceNumber { get; init; }

    /// <summary>UTF-16 code units of the article's text.</summary>
    public int ArticleLength { get; init; }

    public string? Place { get; init; }

    public string? Country { get; init; }

    public required string Status { get; init; }

    public double Confidence { get; init; }

    /// <summary>The sentence that holds the evidence, as it stands in the text.</summary>
    public required string Sentence { get; init; }

    public required TextSpan SentenceSpan { get; init; }

    /// <summary>The words that the finding rests on.</summary>
    public required string Evidence { get; init; }

    public required string Rule { get; init; }

    public required Citation Citation { get; init; }

    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>PLOVER score of type and mode, -10 to 10.</summary>
    public double? Score { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Id of the statement on whose word the article reports it, within the article.</summary>
    public string? Statement { get; init; }

    /// <summary>Id of the act that this reports: the same in all reports of it.</summary>
    public string Act { get; init; } = "";

    /// <summary>How many passages of the record report the act.</summary>
    public long Reports { get; init; } = 1;

    /// <summary>Independent sources of the act: outlets, those that carry copies of one text counted once.</summary>
    public long Sources { get; init; } = 1;

    /// <summary>Ids of the corrections that changed or added it.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];
}
