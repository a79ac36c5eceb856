using Readout.World;

namespace Readout.Events;

/// <summary>Whether an act took place, as the article tells it.</summary>
public enum EventStatus
{
    /// <summary>It took place.</summary>
    Happened,

    /// <summary>It is going on.</summary>
    Ongoing,

    /// <summary>Somebody says that it will take place.</summary>
    Planned,

    /// <summary>Threatened, conditional or considered.</summary>
    Possible,

    /// <summary>The text says that it did not take place.</summary>
    Denied,
}

/// <summary>Who did what to whom, in PLOVER terms with a CAMEO code beside it.</summary>
public sealed record Event
{
    /// <summary><c>e1</c>, <c>e2</c> ... in text order; unique within the reading.</summary>
    public required string Id { get; init; }

    /// <summary>One of the sixteen PLOVER types, such as <c>CONSULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, which narrows the type, such as <c>visit</c>; null when none fits.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts: what it is about, such as <c>military</c>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, two to four digits, such as <c>042</c>.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score of the CAMEO code, -10 to 10 (ICEWS table).</summary>
    public double? Goldstein { get; init; }

    /// <summary>Ids of the entities that did it; empty when the text leaves them open.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Ids of the entities it was done to; empty when the text leaves them open.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Both sides did it together (a meeting, an agreement).</summary>
    public bool Mutual { get; init; }

    /// <summary>When, ISO 8601 (a day, a month, a year or an interval); null when the text does not tell.</summary>
    public string? Date { get; init; }

    /// <summary>Where it took place; null when the text does not tell.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether it took place.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Id of the statement on whose word it is reported; null when the article says so itself.</summary>
    public string? Statement { get; init; }

    /// <summary>How likely a careful reader is to record it, 0 to 1, by the fitted weights.</summary>
    public double Confidence { get; init; }

    /// <summary>The words that tell of it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>Where else the article tells the same act, in text order.</summary>
    public IReadOnlyList<TextSpan> AlsoAt { get; init; } = [];

    /// <summary>The rule that found it.</summary>
    public required Why Why { get; init; }
}
