using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Acts;

/// <summary>Keeps the acts of a store true while versions come and go; inside a transaction of its caller.</summary>
internal sealed class ActRows(DbConnection connection)
{
    private const string From = "FROM events e JOIN versions v ON v.version = e.version JOIN articles a ON a.article = v.article";

    /// <summary>Puts the events of a version that is current with the other reports of their acts.</summary>
    public void Enter(long version)
    {
        foreach (var report in Reports("e.version = @1", version))
        {
            // An event of the same version may just have drawn this one into another act.
            var acts = new SortedSet<long> { connection.Number("SELECT act FROM events WHERE event = @1", report.Event)!.Value };
            foreach (var other in Candidates(report))
                if (other.Event != report.Event && !acts.Contains(other.Act) && SameAct.Why(report, other) is not null) acts.Add(other.Act);
            foreach (var act in acts.Skip(1)) connection.Execute("UPDATE events SET act = @1 WHERE act = @2", acts.Min, act);
        }
    }

    /// <summary>Takes the events of a version out of their acts, before it is removed or is no longer current.</summary>
    public void Leave(long version)
    {
        var acts = connection.Query("SELECT DISTINCT act FROM events WHERE version = @1 AND act <> 0", [version], r => r.GetInt64(0));
        connection.Execute("UPDATE events SET act = event WHERE version = @1", version);
        foreach (var act in acts) Regroup([.. Reports("e.act = @1 AND v.is_current = 1", act).Where(r => r.Version != version)]);
    }

    /// <summary>The reports of acts, by the numbers of the acts.</summary>
    public static List<ActReport> Of(DbConnection connection, IEnumerable<long> acts, string? asOf)
    {
        var reports = new List<ActReport>();
        foreach (var some in acts.Chunk(500))
        {
            var where = $"e.act IN ({string.Join(", ", some)}) AND v.is_current = 1 AND (@1 IS NULL OR v.published <= @1)";
            reports.AddRange(connection.Query($"SELECT {ActReport.Columns} {From} WHERE {where}", [asOf], ActReport.Read));
        }
        return reports;
    }

    private void Regroup(IReadOnlyList<ActReport> reports)
    {
        foreach (var group in ActGroups.Of(reports))
        {
            var act = group.Min(r => r.Event);
            foreach (var report in group.Where(r => r.Act != act)) connection.Execute("UPDATE events SET act = @1 WHERE event = @2", act, report.Event);
        }
    }

    private List<ActReport> Reports(string where, object value) => connection.Query($"SELECT {ActReport.Columns} {From} WHERE {where} ORDER BY e.event", [value], ActReport.Read);

    /// <summary>All reports that can be of the same act; the conditions are as symmetric as <see cref="SameAct"/> itself.</summary>
    private IEnumerable<ActReport> Candidates(ActReport report)
    {
        foreach (var joined in report.Joined)
            foreach (var other in Reports("instr(e.joined, @1) > 0 AND v.is_current = 1", joined)) yield return other;
        if (report.Day is not { } day) yield break;
        var near = report.IsVague ? SameAct.VagueDaysApart : SameAct.DaysApart;
        foreach (var other in Between(report, 0, day, near, "")) yield return other;
        foreach (var other in Between(report, 1, day, SameAct.VagueDaysApart, "")) yield return other;
        if (report.Mode is null || !SameAct.MayLieFarApart(report)) yield break;
        // Without a day on one side the same words may bring together what lies further apart.
        foreach (var other in Between(report, 0, day, SameAct.UndatedDaysApart, report.IsDated ? "AND e.mode = @5 AND e.first_day IS NULL" : "AND e.mode = @5")) yield return other;
        if (!report.IsDated)
            foreach (var other in Between(report, 1, day, SameAct.UndatedDaysApart, "AND e.mode = @5")) yield return other;
    }

    private IEnumerable<ActReport> Between(ActReport report, int vague, int day, int apart, string more)
    {
        List<object?> values = [report.Type, (long)vague, IsoPeriod.Text(Clamped(day - apart)), IsoPeriod.Text(Clamped(day + apart))];
        if (more.Length > 0) values.Add(report.Mode);
        // Asked of the event alone, before its version and article are looked up.
        var shared = new List<string>();
        foreach (var key in report.Parties.Select(p => p.Key).Distinct(StringComparer.Ordinal))
        {
            values.Add(key);
            shared.Add($"instr(e.parties, @{values.Count}) > 0");
        }
        if (shared.Count == 0) yield break;
        var rows = connection.Stream(
            $"SELECT {ActReport.Columns} {From} WHERE e.type = @1 AND e.vague = @2 AND e.day BETWEEN @3 AND @4 AND ({string.Join(" OR ", shared)}) AND v.is_current = 1 {more}", values, ActReport.Read);
        foreach (var row in rows) yield return row;
    }

    private static DateOnly Clamped(int day) => DateOnly.FromDayNumber(Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
