using Readout.Events;

namespace Readout.Meetings;

/// <summary>
/// The meetings among a reading's events. PLOVER codes a meeting to come as AGREE and a cancelled one as REJECT;
/// here they are one thing again, with their status.
/// </summary>
internal static class MeetingFinder
{
    public static IReadOnlyList<Meeting> Find(Reading reading, MeetingWords words) =>
        [.. reading.Events.Select(e => Of(e, reading.Article.Text, words)).OfType<Meeting>()];

    private static Meeting? Of(Event found, string text, MeetingWords words)
    {
        var evidence = found.Evidence.In(text);
        if (StatusOf(found, evidence, words) is not { } status) return null;
        return new Meeting
        {
            Event = found.Id,
            Sides = [.. found.Actors.Concat(found.Recipients).Distinct(StringComparer.Ordinal)],
            Date = found.Date,
            Place = found.Place,
            Way = WayOf(found, evidence, words),
            Status = status,
            Evidence = found.Evidence,
        };
    }

    private static MeetingStatus? StatusOf(Event found, string evidence, MeetingWords words) => found.Type switch
    {
        "CONSULT" when found.Status is EventStatus.Happened or EventStatus.Ongoing => MeetingStatus.Held,
        "CONSULT" or "AGREE" when found.Status is EventStatus.Planned && IsMeeting(evidence, words) => MeetingStatus.Planned,
        "REJECT" when IsMeeting(evidence, words) && words.Tells("postponed", evidence) => MeetingStatus.Postponed,
        "REJECT" when IsMeeting(evidence, words) && words.Tells("cancelled", evidence) => MeetingStatus.Cancelled,
        _ => null,
    };

    private static bool IsMeeting(string evidence, MeetingWords words) => words.Tells("meeting", evidence) || words.Tells("visit", evidence) || words.Tells("phone", evidence);

    private static MeetingWay WayOf(Event found, string evidence, MeetingWords words)
    {
        if (found.Mode == "phone" || words.Tells("phone", evidence)) return MeetingWay.Phone;
        return words.Tells("visit", evidence) && !words.Tells("meeting", evidence) ? MeetingWay.Visit : MeetingWay.Meeting;
    }
}
