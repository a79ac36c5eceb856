using System.Globalization;
using System.Text;
using Readout.Exports.Tables;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>Meetings as RFC 5545: stable ids, so that a meeting that is moved moves in the calendar that took it.</summary>
public static class ICalendar
{
    private const int LineOctets = 75;

    internal static ExportNote Write(ExportRequest request, Stream output)
    {
        var meetings = request.Store.Ask(new CalendarQuestion { Selection = request.All, AsOf = request.AsOf, Today = request.Day });
        return new ExportNote(Write(meetings, output),
        [
            new("UID", "id of the act that the meeting's first report tells of"), new("DTSTAMP", "midnight UTC of the day of the last report, so that the same store gives the same bytes"), new("DTSTART", "first day; days only"), new("DTEND", "day after the last"),
            new("SUMMARY", "who meets"), new("LOCATION", "place; where no report of the meeting tells one, that of another meeting of the same people on that day, which the description names"), new("GEO", "degrees north and east"), new("DESCRIPTION", "sentences of the reports with outlet, day and span"), new("URL", "address of the last report"), new("CATEGORIES", "the pair of states"),
            new("STATUS", "TENTATIVE while announced or put off, CONFIRMED when held, CANCELLED"), new("SEQUENCE", "number of changes before"), new("ATTENDEE", "who meets, by urn:readout ids, which are no mail addresses"),
        ], ["RFC 5545, lines of at most 75 octets", "meetings without any day are left out"]);
    }

    /// <summary>Returns how many meetings have a day and were written.</summary>
    public static long Write(IReadOnlyList<FoundMeeting> meetings, Stream output)
    {
        var text = Opened();
        var rows = 0L;
        foreach (var meeting in meetings)
            if (Days(meeting) is var (first, last))
            {
                Event(text, meeting, first, last);
                rows++;
            }
        Close(text, output);
        return rows;
    }

    /// <summary>Events on their days, as entries of the whole day; returns how many have one.</summary>
    /// <param name="title">What the calendar shows of an event.</param>
    public static long Write(IReadOnlyList<FoundEvent> events, Func<FoundEvent, string> title, Stream output)
    {
        var text = Opened();
        var rows = 0L;
        foreach (var found in events)
        {
            if (found is not { FirstDay: { } first, LastDay: { } last }) continue;
            Line(text, "BEGIN", "VEVENT");
            Line(text, "UID", found.Id + "@readout");
            Line(text, "DTSTAMP", Stamp(found, first));
            Line(text, "DTSTART;VALUE=DATE", Day(first));
            Line(text, "DTEND;VALUE=DATE", Day(last.AddDays(1)));
            Line(text, "SUMMARY", Text(title(found)));
            if ((found.Place ?? States.Name(found.Country)) is { } place) Line(text, "LOCATION", Text(place));
            Line(text, "DESCRIPTION", Text($"{found.Status}: {found.Sentence} ({found.Citation.Outlet}, {found.Citation.Published ?? "undated"}, {found.Citation.Article} {found.Citation.Span})"));
            if (found.Citation.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address)) Line(text, "URL", address.AbsoluteUri);
            Line(text, "STATUS", found.Status is "happened" or "ongoing" ? "CONFIRMED" : found.Status == "denied" ? "CANCELLED" : "TENTATIVE");
            Line(text, "END", "VEVENT");
            rows++;
        }
        Close(text, output);
        return rows;
    }

    private static StringBuilder Opened()
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", $"-//Readout//readout {Versions.Program}//EN");
        Line(text, "CALSCALE", "GREGORIAN");
        return text;
    }

    private static void Close(StringBuilder text, Stream output)
    {
        Line(text, "END", "VCALENDAR");
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Event(StringBuilder text, FoundMeeting meeting, DateOnly first, DateOnly last)
    {
        var newest = meeting.Steps[^1].Event;
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", meeting.Id + "@readout");
        Line(text, "DTSTAMP", Stamp(newest, first));
        Line(text, "DTSTART;VALUE=DATE", Day(first));
        Line(text, "DTEND;VALUE=DATE", Day(last.AddDays(1)));
        Line(text, "SUMMARY", Text(Title(meeting)));
        if ((meeting.Place ?? States.Name(meeting.Country)) is { } place) Line(text, "LOCATION", Text(place));
        if (meeting.Steps.Select(s => s.Event).LastOrDefault(e => e.Latitude is not null && e.Longitude is not null && e.Place == meeting.Place) is { } located)
            Line(text, "GEO", string.Create(CultureInfo.InvariantCulture, $"{located.Latitude:0.######};{located.Longitude:0.######}"));
        Line(text, "DESCRIPTION", Text(string.Join("\n", meeting.Steps.Select(s => $"{s.Status}: {s.Event.Sentence} ({s.Event.Citation.Outlet}, {s.Event.Citation.Published ?? "undated"}, {s.Event.Citation.Article} {s.Event.Citation.Span})").Concat(meeting.PlacedBy is { } teller ? [$"where they were that day: {teller.Sentence} ({teller.Citation.Outlet}, {teller.Citation.Published ?? "undated"}, {teller.Citation.Article} {teller.Citation.Span})"] : []))));
        if (newest.Citation.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address)) Line(text, "URL", address.AbsoluteUri);
        if (meeting.Sides.Select(p => p.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } codes) Line(text, "CATEGORIES", Text(string.Join('-', codes)));
        Line(text, "STATUS", meeting.State switch { MeetingState.Held => "CONFIRMED", MeetingState.Cancelled => "CANCELLED", _ => "TENTATIVE" });
        Line(text, "SEQUENCE", (meeting.Steps.Count - 1).ToString(CultureInfo.InvariantCulture));
        Line(text, "LAST-MODIFIED", Stamp(newest, first));
        foreach (var side in meeting.Sides) Line(text, $"ATTENDEE;CN=\"{Parameter(side.Name)}\"", "urn:readout:" + Uri.EscapeDataString(side.Id));
        Line(text, "END", "VEVENT");
    }

    private static string Title(FoundMeeting meeting) =>
        $"{(meeting.Way == "phone" ? "Call" : meeting.Way == "visit" ? "Visit" : "Meeting")}: {string.Join(", ", meeting.Sides.Select(s => s.Name))}{(meeting.State == MeetingState.Moved ? " (moved)" : meeting.State == MeetingState.Unreported ? " (not reported as held)" : "")}";

    private static (DateOnly First, DateOnly Last)? Days(FoundMeeting meeting)
    {
        var told = meeting.Steps.Select(s => s.Event).FirstOrDefault(e => e.Date == meeting.Date && e.FirstDay is not null);
        if (told is { FirstDay: { } first, LastDay: { } last }) return (first, last);
        return meeting.State == MeetingState.Held && Sides.Day(meeting.Steps[^1].Event) is { } day ? (day, day) : null;
    }

    private static string Stamp(FoundEvent found, DateOnly otherwise) =>
        Day(DateOnly.TryParse(found.Citation.Published, CultureInfo.InvariantCulture, out var published) ? published : otherwise) + "T000000Z";

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text) =>
        Plain(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));

    private static string Parameter(string text) => Plain(text.Replace('"', '\'').Replace('\n', ' '));

    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>Folds after 75 octets, never inside a character.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
