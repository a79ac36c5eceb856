using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>The calendar: reports of meetings, put together as threads from announcement to report.</summary>
internal sealed class MeetingThreads(DbConnection connection, DateOnly asOf, ActSheet sheet)
{
    private readonly EventRows rows = new(connection);

    // What was reported so long ago, and whose days are over so long, says nothing of what is ahead.
    private const int DaysThatMatter = 400;

    public IReadOnlyList<FoundMeeting> Answer(CalendarQuestion question) => Answer(question, Read(question.Selection, IsAhead(question) ? question.Today : null));

    /// <param name="known">What <see cref="Read(Selection, DateOnly?)"/> gives for the actors, words and places of the question.</param>
    public IReadOnlyList<FoundMeeting> Answer(CalendarQuestion question, IReadOnlyList<MeetingThread> known)
    {
        var today = question.Today.DayNumber < asOf.DayNumber ? question.Today.DayNumber : asOf.DayNumber;
        // What has no day comes after what is ahead, and before what is past, of which the last is wanted.
        var isAhead = IsAhead(question);
        var since = new AddedSince(connection, question.Selection.Since);
        List<MeetingThread> threads = [.. known.Where(t => since.Has(t.Reports.Select(r => r.Report.Article))).Where(t => question.States.Count == 0 || question.States.Contains(t.State(today))).Where(t => IsIn(t, question.Selection))
            .OrderBy(t => Day(t) ?? (isAhead ? int.MaxValue : int.MinValue)).ThenBy(t => t.First.Report.Name, StringComparer.Ordinal)];
        // Of what is ahead the nearest are wanted, of what is past the last.
        var wanted = isAhead ? threads.Take(question.Selection.Limit) : threads.Skip(Math.Max(0, threads.Count - question.Selection.Limit));
        return Found([.. wanted], today);
    }

    private static bool IsAhead(CalendarQuestion question) => question.States.Count > 0 && question.States.All(s => s is MeetingState.Upcoming or MeetingState.Moved);

    /// <summary>The threads that a selection concerns, whatever its days.</summary>
    /// <param name="from">Only what can matter for that day or later; null for all.</param>
    public List<MeetingThread> Read(Selection selection, DateOnly? from)
    {
        var where = rows.Of(selection with { From = null, To = null, Since = null }, asOf);
        if (from is { } day) where.And("(v.published >= ? OR e.last_day >= ?)", IsoPeriod.Text(day.AddDays(-DaysThatMatter)), IsoPeriod.Text(day.AddDays(-DaysThatMatter)));
        var reports = connection.Query(
            $"SELECT {ActReport.Columns}, m.way, m.status FROM meetings m JOIN events e ON e.event = m.event JOIN versions v ON v.version = e.version JOIN articles a ON a.article = v.article {where}",
            where.Values, Read);
        reports.Sort((one, other) => ActReport.Compare(one.Report, other.Report));
        var threads = new List<MeetingThread>();
        var byGroup = new Dictionary<long, MeetingThread>();
        var byKey = new Dictionary<string, List<MeetingThread>>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            var thread = byGroup.GetValueOrDefault(report.Group) ?? Near(report, byKey).FirstOrDefault(t => t.Continues(report));
            if (thread is null)
            {
                threads.Add(thread = new MeetingThread(report));
                foreach (var key in report.Report.Parties.Select(p => p.Key).Distinct(StringComparer.Ordinal)) List(byKey, key).Add(thread);
            }
            else
            {
                thread.Add(report);
            }
            byGroup.TryAdd(report.Group, thread);
        }
        return threads;
    }

    private static IEnumerable<MeetingThread> Near(MeetingReport report, Dictionary<string, List<MeetingThread>> byKey)
    {
        // The rarest party leads to the fewest threads; the newest is the likeliest.
        var lists = report.Report.Parties.Select(p => byKey.GetValueOrDefault(p.Key)).OfType<List<MeetingThread>>().ToList();
        var rarest = lists.MinBy(l => l.Count);
        return rarest is null ? [] : rarest.AsEnumerable().Reverse().Take(50);
    }

    private static List<MeetingThread> List(Dictionary<string, List<MeetingThread>> byKey, string key)
    {
        if (!byKey.TryGetValue(key, out var list)) byKey[key] = list = [];
        return list;
    }

    private List<FoundMeeting> Found(List<MeetingThread> threads, int today)
    {
        var steps = threads.ToDictionary(t => t, Steps);
        var numbers = steps.Values.SelectMany(s => s).Select(s => s.Report.Event).ToList();
        var events = numbers.Zip(EventRows.Counted(rows.ByNumber(numbers), sheet)).ToDictionary(p => p.First, p => p.Second);
        return Placed([.. threads.Select(t => Found(t, [.. steps[t].Select(s => new MeetingStep(s.Status, events[s.Report.Event]))], today))]);
    }

    /// <summary>Meetings that were held and whose reports tell no place get that of the other meetings of their people on that day.</summary>
    private List<FoundMeeting> Placed(List<FoundMeeting> meetings)
    {
        var whereabouts = new Whereabouts(connection, asOf);
        whereabouts.Load([.. meetings.Where(IsWithoutPlace).SelectMany(m => People(m).Select(p => (p, m.Date!)))]);
        var known = meetings.Where(IsWithoutPlace).Select(m => (m.Id, There: whereabouts.Of(People(m), m.Date!))).Where(m => m.There is not null).DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.There!.Value, StringComparer.Ordinal);
        var tellers = rows.ByNumber([.. known.Values.Select(t => t.Event).Distinct()]).ToDictionary(e => e.Key, e => e.Event);
        return [.. meetings.Select(m => IsWithoutPlace(m) && known.TryGetValue(m.Id, out var there) ? m with { Place = there.Place, Country = there.Country, PlacedBy = tellers[there.Event] } : m)];
    }

    private static bool IsWithoutPlace(FoundMeeting meeting) => meeting is { State: MeetingState.Held, Place: null, Country: null, Way: not "phone", Date.Length: 10 };

    private static IEnumerable<string> People(FoundMeeting meeting) => meeting.Sides.Where(s => s.Kind == "person").Select(s => s.Id);

    private static FoundMeeting Found(MeetingThread thread, IReadOnlyList<MeetingStep> steps, int today)
    {
        var best = thread.Best;
        var told = steps.FirstOrDefault(s => s.Event.Date == best.Date && s.Status == best.Status) ?? steps[^1];
        return new FoundMeeting
        {
            Id = thread.First.Report.Name,
            State = thread.State(today),
            Way = best.Way,
            Sides = Sides(steps),
            Date = best.Date,
            Place = told.Event.Place ?? steps.Select(s => s.Event.Place).OfType<string>().LastOrDefault(),
            Country = told.Event.Country ?? steps.Select(s => s.Event.Country).OfType<string>().LastOrDefault(),
            EarlierDates = thread.EarlierDates,
            Steps = steps,
        };
    }

    /// <summary>People where they are named, else the state or body that they stand for.</summary>
    private static List<Party> Sides(IReadOnlyList<MeetingStep> steps)
    {
        List<Party> all = [.. steps.SelectMany(s => s.Event.Actors.Concat(s.Event.Recipients).Concat(s.Event.Named)).DistinctBy(p => p.Id)];
        return [.. all.Where(p => p.Id != p.Code || all.TrueForAll(o => o.Id == p.Id || o.Code != p.Code || o.Kind != "person"))];
    }

    /// <summary>The first report of each change, and of the meeting itself the report that tells most.</summary>
    private static List<MeetingReport> Steps(MeetingThread thread)
    {
        var steps = thread.Reports.Where(r => !r.IsTold).DistinctBy(r => (r.Status, r.Date)).ToList();
        if (thread.Reports.Any(r => r.IsTold)) steps.Add(thread.Best);
        return steps;
    }

    private static bool IsIn(MeetingThread thread, Selection selection)
    {
        if (selection.From is null && selection.To is null) return true;
        return Day(thread) is { } day && (selection.From is not { } from || day >= from.DayNumber) && (selection.To is not { } to || day <= to.DayNumber);
    }

    private static int? Day(MeetingThread thread) => thread.Best.First ?? (thread.Best.IsTold ? thread.Best.Published : null);

    private MeetingReport Read(Row row)
    {
        var report = ActReport.Read(row);
        return new MeetingReport(report, sheet.GroupOf(report.Event, report.Act), row.GetString(23), row.GetString(24), row.Text(8), row.GetString(18));
    }
}
