using Readout.World;

namespace Readout.Meetings;

/// <summary>What became of a meeting, as the article tells it.</summary>
public enum MeetingStatus
{
    /// <summary>It lies ahead.</summary>
    Planned,

    /// <summary>It took place or is going on.</summary>
    Held,

    /// <summary>It was moved to a later day.</summary>
    Postponed,

    /// <summary>It will not take place.</summary>
    Cancelled,
}

/// <summary>How two sides meet.</summary>
public enum MeetingWay
{
    /// <summary>In one room.</summary>
    Meeting,

    /// <summary>One side travels to the other.</summary>
    Visit,

    /// <summary>By telephone or video.</summary>
    Phone,
}

/// <summary>A meeting, visit or call, held or to come: what a calendar needs of an event.</summary>
public sealed record Meeting
{
    /// <summary>Id of the event that tells of it.</summary>
    public required string Event { get; init; }

    /// <summary>Entities that meet, in the order of the event.</summary>
    public required IReadOnlyList<string> Sides { get; init; }

    /// <summary>ISO 8601; null when the text does not tell.</summary>
    public string? Date { get; init; }

    /// <summary>Where; null when the text does not tell.</summary>
    public Place? Place { get; init; }

    /// <summary>How they meet.</summary>
    public required MeetingWay Way { get; init; }

    /// <summary>What became of it.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>The words that tell of it.</summary>
    public required TextSpan Evidence { get; init; }
}
