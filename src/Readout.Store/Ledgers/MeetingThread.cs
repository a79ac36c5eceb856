using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>One report of a meeting with what the reader made of it.</summary>
/// <param name="Group">The act that it reports.</param>
/// <param name="Status">planned, held, postponed or cancelled.</param>
internal sealed record MeetingReport(ActReport Report, long Group, string Way, string Status, string? Date, string Sentence)
{
    public int Published { get; } = IsoPeriod.Number(Report.Published) ?? 0;

    /// <summary>Number of the first day; null when the text gives none.</summary>
    public int? First => Report.IsDated ? Report.Day : null;

    public int? Last => Report.IsDated ? Report.LastDay : null;

    public bool IsTold => Status == "held";
}

/// <summary>The reports of one meeting in the order of publication. What a new report is to it is decided by what was known before, so that later reports change no earlier state.</summary>
internal sealed class MeetingThread(MeetingReport first)
{
    private const int DaysOfSlack = 2, DaysUndated = 45, DaysMoved = 92;

    private static readonly string[] MovingWords = ["postpone", "reschedul", "put off", "delay", "moved to", "new date", "instead of"];

    private readonly List<MeetingReport> reports = [first];
    private bool isTold = first.IsTold;

    public IReadOnlyList<MeetingReport> Reports => reports;

    public MeetingReport First => reports[0];

    private MeetingReport Newest => reports[^1];

    private bool IsOver => isTold || Newest.Status == "cancelled";

    /// <summary>The last announcement that gives a day.</summary>
    private MeetingReport? Announced => reports.FindLast(r => r.Status is "planned" or "postponed" && r.First is not null);

    public void Add(MeetingReport next)
    {
        reports.Add(next);
        isTold |= next.IsTold;
    }

    public bool Continues(MeetingReport next)
    {
        // Who meets is compared last: it takes longest, and most threads are over.
        if (IsOver || (Newest.Way == "phone") != (next.Way == "phone")) return false;
        if (next.Status is "postponed" or "cancelled") return (Announced is not { } plan || plan.Last >= next.Published - 1) && IsOfSamePeople(next);
        if (Newest.Report.Country is { } country && next.Report.Country is { } other && country != other) return false;
        return (next.IsTold ? Held(next) : Planned(next)) && IsOfSamePeople(next);
    }

    private bool IsOfSamePeople(MeetingReport next) => SameAct.SamePeople(Newest.Report, next.Report);

    public MeetingState State(int today)
    {
        if (isTold) return MeetingState.Held;
        if (Newest.Status == "cancelled") return MeetingState.Cancelled;
        var isMoved = reports.Exists(r => r.Status == "postponed") || EarlierDates.Count > 0;
        var isAhead = Announced is { } plan && Newest.Status != "postponed" ? plan.Last >= today : Newest.Published >= today - 60;
        return !isAhead ? MeetingState.Unreported : isMoved ? MeetingState.Moved : MeetingState.Upcoming;
    }

    /// <summary>The report that tells the day best: of its being held, else of the last announcement.</summary>
    public MeetingReport Best =>
        Reports.Where(r => r.IsTold).OrderByDescending(r => r.First is not null && !r.Report.IsVague).ThenByDescending(r => r.Report.Place is not null).FirstOrDefault() ?? Announced ?? Reports[0];

    public IReadOnlyList<string> EarlierDates
    {
        get
        {
            var dates = Reports.Where(r => r.Status == "planned" && r.Date is not null).ToList();
            // A month made exact is no move.
            return [.. dates.Where(d => dates[^1] is var last && (d.Last < last.First || last.Last < d.First)).Select(d => d.Date!).Distinct(StringComparer.Ordinal)];
        }
    }

    private bool Held(MeetingReport next)
    {
        if (Announced is not { } plan) return next.Published - Newest.Published <= DaysUndated;
        // What was held before the announcement is another meeting, and "in 2021" is no day of this one.
        if (next.Published < plan.First - DaysOfSlack) return false;
        if (next.First is not { } day || next.Last - next.First > 31) return next.Published >= plan.First - DaysOfSlack && next.Published <= plan.Last + DaysOfSlack + 3;
        return day <= plan.Last + DaysOfSlack && next.Last >= plan.First - DaysOfSlack;
    }

    private bool Planned(MeetingReport next)
    {
        if (Announced is not { } plan || next.First is not { } day) return next.Published - Newest.Published <= DaysUndated && (Announced is not { } known || known.Last >= next.Published);
        if (day <= plan.Last + 1 && next.Last >= plan.First - 1) return true;
        if (plan.Last < next.Published - 1 || Math.Abs(day - plan.First!.Value) > DaysMoved) return false;
        return Newest.Status == "postponed" || MovingWords.Any(w => next.Sentence.Contains(w, StringComparison.OrdinalIgnoreCase));
    }
}
