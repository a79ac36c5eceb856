using Readout.World;

namespace Readout.Meetings;

public enum MeetingStatus
{
    Planned,
    Held,
    Postponed,
    Cancelled,
}

public enum MeetingWay
{
    Meeting,
    Visit,
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

    public Place? Place { get; init; }

    public required MeetingWay Way { get; init; }

    public required MeetingStatus Status { get; init; }

    public required TextSpan Evidence { get; init; }
}
