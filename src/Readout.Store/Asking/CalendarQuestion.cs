using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Ledgers;

namespace Readout.Store.Asking;

public enum MeetingState
{
    /// <summary>Announced, and its day is still to come.</summary>
    Upcoming,

    /// <summary>Reported as held.</summary>
    Held,

    /// <summary>Put off, or announced for another day than before; still to come.</summary>
    Moved,

    Cancelled,

    /// <summary>Announced; the day has passed, and nothing tells whether it was held.</summary>
    Unreported,
}

/// <summary>One step of a meeting: announced, put off, held, cancelled.</summary>
/// <param name="Status">planned, held, postponed or cancelled.</param>
public sealed record MeetingStep(string Status, FoundEvent Event);

/// <summary>A meeting, visit or call as of the day, with all that was reported of it.</summary>
public sealed record FoundMeeting
{
    /// <summary>Id of the act that its first report tells of; the same through all its steps.</summary>
    public required string Id { get; init; }

    public required MeetingState State { get; init; }

    /// <summary>meeting, visit or phone.</summary>
    public required string Way { get; init; }

    public required IReadOnlyList<Party> Sides { get; init; }

    /// <summary>ISO 8601, as last reported; null when no report gives one.</summary>
    public string? Date { get; init; }

    public string? Place { get; init; }

    public string? Country { get; init; }

    /// <summary>Another meeting of the same people on that day, when only it tells where they were; null when a report of this meeting tells the place, or nothing does.</summary>
    public FoundEvent? PlacedBy { get; init; }

    /// <summary>Dates for which it was announced before.</summary>
    public IReadOnlyList<string> EarlierDates { get; init; } = [];

    /// <summary>In the order of publication; never empty.</summary>
    public required IReadOnlyList<MeetingStep> Steps { get; init; }

    public long Reports => Steps.Sum(s => s.Event.Reports);
}

/// <summary>The ledger of meetings: upcoming, held, moved, cancelled, in the order of their days.</summary>
public sealed record CalendarQuestion : Question<IReadOnlyList<FoundMeeting>>
{
    /// <summary>Its days are those of the meetings themselves.</summary>
    public Selection Selection { get; init; } = new();

    /// <summary>The day as of which a meeting is still to come.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Empty means all.</summary>
    public IReadOnlyList<MeetingState> States { get; init; } = [];

    internal override IReadOnlyList<FoundMeeting> Answer(DbConnection connection) => new MeetingThreads(connection, AsOf ?? Today, new ActSheet(connection, AsOf ?? Today)).Answer(this);
}
