using Readout.World;

namespace Readout.Events;

public enum EventStatus
{
    Happened,
    Ongoing,
    Planned,
    Possible,
    Denied,
}

/// <summary>Who did what to whom, in PLOVER terms with a CAMEO code beside it.</summary>
public sealed record Event
{
    public required string Id { get; init; }

    /// <summary>One of the sixteen PLOVER types, such as <c>CONSULT</c>.</summary>
    public required string Type { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string> Contexts { get; init; } = [];

    public string? Cameo { get; init; }

    /// <summary>Goldstein score of the CAMEO code, -10 to 10 (ICEWS table).</summary>
    public double? Goldstein { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Both sides did it together (a meeting, an agreement).</summary>
    public bool Mutual { get; init; }

    public string? Date { get; init; }

    public Place? Place { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>Id of the statement on whose word it is reported; null when the article says so itself.</summary>
    public string? Statement { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    public required TextSpan Evidence { get; init; }

    /// <summary>Where else the article tells the same act, in text order.</summary>
    public IReadOnlyList<TextSpan> AlsoAt { get; init; } = [];

    public required Why Why { get; init; }
}
