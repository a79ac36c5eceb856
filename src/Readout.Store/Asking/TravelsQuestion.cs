using System.Data.Common;
using System.Text.RegularExpressions;
using Readout.Meetings;
using Readout.Store.Acts;
using Readout.Store.Data;
using Readout.Store.Ledgers;
using Readout.World.Visits;

namespace Readout.Store.Asking;

/// <summary>A release of the record that tells by its title of a meeting on a journey, with what the calendar holds of that meeting.</summary>
/// <param name="Meeting">That of the calendar which fits best; null when there is none.</param>
/// <param name="Who">Somebody else who takes part is named in the title.</param>
/// <param name="When">Its day lies in the journey.</param>
/// <param name="Where">It is in the state of the journey; null when the calendar tells no place.</param>
internal sealed record CheckedRelease(Citation Citation, Journey Journey, FoundMeeting? Meeting, bool Who, bool When, bool? Where)
{
    /// <summary>Who, when and where are told and right.</summary>
    public bool Agrees => Who && When && Where == true;
}

/// <summary>Compares a list of journeys with the calendar, release by release, in the order of days: a check of the calendar that needs no gold. What is compared is chosen by titles alone, whatever was read.</summary>
internal sealed partial record TravelsQuestion : Question<IReadOnlyList<CheckedRelease>>
{
    private static readonly IReadOnlySet<string> NoCodes = new HashSet<string>();

    public required IReadOnlyList<Journey> Journeys { get; init; }

    /// <summary>The forms of titles that tell a meeting.</summary>
    public required MeetingTitles Titles { get; init; }

    /// <summary>Codes of the states and bodies that a title names.</summary>
    public required Func<string, IReadOnlySet<string>> Named { get; init; }

    internal override IReadOnlyList<CheckedRelease> Answer(DbConnection connection)
    {
        var calendars = new Dictionary<string, (List<MeetingThread> Threads, Dictionary<string, FoundMeeting> Found)>(StringComparer.Ordinal);
        var releases = new List<CheckedRelease>();
        foreach (var (citation, journeys) in Releases(connection))
        {
            if (!calendars.TryGetValue(journeys[0].Who, out var calendar)) calendars[journeys[0].Who] = calendar = Calendar(connection, Last(journeys[0].Who));
            var named = Named(citation.Title!);
            var own = calendar.Threads.Where(t => t.Reports.Any(r => r.Report.Article == citation.Article)).Select(t => calendar.Found[t.First.Report.Name]).Where(m => m.Way != "phone").ToList();
            // A meeting that another article tells of is in the calendar, too.
            if (!own.Exists(m => IsNamed(m, citation.Title!, named, journeys[0]))) own.AddRange(calendar.Found.Values.Where(m => m.Way != "phone" && m.Date is { } date && journeys.Exists(j => IsOn(j, date)) && IsNamed(m, citation.Title!, NoCodes, journeys[0])));
            releases.Add(own.SelectMany(m => journeys.Select(j => Compared(citation, j, m, named)))
                .OrderByDescending(c => c.Agrees).ThenByDescending(c => (c.Who ? 1 : 0) + (c.When ? 1 : 0) + (c.Where == true ? 1 : c.Where == false ? -1 : 0)).ThenBy(c => c.Meeting!.Id, StringComparer.Ordinal).FirstOrDefault() ?? new CheckedRelease(citation, journeys[0], null, false, false, null));
        }
        return releases;
    }

    private IEnumerable<(Citation Citation, List<Journey> Journeys)> Releases(DbConnection connection)
    {
        var where = new Where().Published(AsOf).And("v.title IS NOT NULL").And("v.published IS NOT NULL");
        if (Journeys.Count > 0) where.And("v.published >= ?", IsoPeriod.Text(Journeys.Min(j => j.Start)));
        foreach (var citation in connection.Query($"SELECT {Citation.Columns} FROM versions v JOIN articles a USING (article) {where} ORDER BY v.published, a.id", where.Values, r => Citation.Read(r, 0, default)))
        {
            if (Titles.Of(citation.Title!) is not { Form.IsPhone: false } || IsoPeriod.Number(citation.Published) is not { } day) continue;
            var journeys = Journeys.Where(j => j.Start.DayNumber <= day && day <= j.End.DayNumber && citation.Title!.Contains(Last(j.Who), StringComparison.Ordinal)).ToList();
            if (journeys.Count > 0) yield return (citation, journeys);
        }
    }

    private (List<MeetingThread> Threads, Dictionary<string, FoundMeeting> Found) Calendar(DbConnection connection, string traveller)
    {
        try
        {
            var asOf = AsOf ?? DateOnly.MaxValue;
            var question = new CalendarQuestion { Selection = new Selection { Actors = [traveller], Limit = int.MaxValue }, AsOf = asOf, Today = asOf };
            var calendar = new MeetingThreads(connection, asOf, new ActSheet(connection, asOf));
            var threads = calendar.Read(question.Selection, null);
            return (threads, calendar.Answer(question, threads).ToDictionary(m => m.Id, StringComparer.Ordinal));
        }
        catch (NotCoveredException)
        {
            return ([], []);
        }
    }

    private static CheckedRelease Compared(Citation citation, Journey journey, FoundMeeting meeting, IReadOnlySet<string> named) => new(
        citation, journey, meeting, IsNamed(meeting, citation.Title!, named, journey), IsOn(journey, meeting.Date ?? citation.Published!), meeting.Country is { } country ? journey.Codes.Contains(country) : null);

    /// <summary>Somebody but the traveller takes part whom the title names: by the family name, or the state or body that he is of.</summary>
    private static bool IsNamed(FoundMeeting meeting, string title, IReadOnlySet<string> named, Journey journey) =>
        meeting.Sides.Where(s => Last(s.Name) != Last(journey.Who)).Any(s => (s.Code is { } code && named.Contains(code)) || (s.Kind == "person" && IsIn(title, s.Name)));

    // "Al-Thani" is written "Al Thani", too, and "Hayashi Yoshimasa" the other way round.
    private static bool IsIn(string title, string name)
    {
        var (words, parts) = (Words(title), Words(name));
        return words.Contains(parts[^1], StringComparer.OrdinalIgnoreCase) || (parts[0].Length > 3 && words.Contains(parts[0], StringComparer.OrdinalIgnoreCase));
    }

    private static string[] Words(string text) => [.. Letters().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}.]*")]
    private static partial Regex Letters();

    private static bool IsOn(Journey journey, string date) =>
        IsoPeriod.Of(date) is ({ } first, { } last) && string.CompareOrdinal(first, IsoPeriod.Text(journey.Start)) >= 0 && string.CompareOrdinal(last, IsoPeriod.Text(journey.End)) <= 0;

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
