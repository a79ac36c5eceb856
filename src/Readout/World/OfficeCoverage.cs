using System.Globalization;
using Readout.Checking;
using Readout.Loading;

namespace Readout.World;

/// <summary>Compares the office tables with what they are meant to hold (knowledge/actors/coverage.tsv): on which days nobody is known.</summary>
internal static class OfficeCoverage
{
    // Days without a holder that a date known to the month or a handover explains.
    private const int Handover = 62;

    // The tables are kept up to here.
    private static readonly DateOnly Until = new(2026, 1, 1);

    public static StageCheck Run(KnowledgeFolder folder)
    {
        if (!folder.Has("actors/coverage.tsv")) return new StageCheck("coverage", 0, []);
        var rows = folder.Table("actors/coverage.tsv").Rows;
        var held = folder.Tables("actors/offices").SelectMany(t => t.Rows).ToLookup(r => (r["state"], r["role"]), Held);
        var vacant = rows.Where(r => r["kind"] == "vacant").SelectMany(r => Pairs(r, folder), (r, p) => (p.State, p.Role, Days: Held(r))).ToLookup(v => (v.State, v.Role), v => v.Days);
        var wanted = rows.Where(r => r["kind"] == "wanted").SelectMany(r => States(r, folder).Select(s => (Row: r, State: s))).ToList();
        var warnings = wanted.SelectMany(w => Gaps(w.Row, w.State, [.. w.Row.Values("roles").SelectMany(r => held[(w.State, r)].Concat(vacant[(w.State, r)]))])).Distinct();
        return new StageCheck("coverage", wanted.Count, [.. rows.Where(r => r["kind"] is not ("wanted" or "vacant")).Select(r => r.Wrong($"has the kind '{r["kind"]}'; give wanted or vacant").Message)]) { Warnings = [.. warnings] };
    }

    private static IEnumerable<(string State, string Role)> Pairs(KnowledgeRow row, KnowledgeFolder folder) => States(row, folder).SelectMany(s => row.Values("roles").Select(r => (s, r)));

    // "*": every state of today, and former ones for their days.
    private static IEnumerable<string> States(KnowledgeRow row, KnowledgeFolder folder) =>
        row["states"] == "*" ? folder.Table("actors/states.tsv").Rows.Where(s => s["to"].Length == 0).Select(s => s["code"]) : row.Values("states");

    private static (DateOnly From, DateOnly To) Held(KnowledgeRow row) => (Tenure.FirstDay(row["from"]) ?? DateOnly.MinValue, Tenure.LastDay(row["to"]) ?? DateOnly.MaxValue);

    private static IEnumerable<string> Gaps(KnowledgeRow row, string state, List<(DateOnly From, DateOnly To)> held)
    {
        var (at, end) = Held(row);
        if (end > Until) end = Until;
        var name = $"{state} {row["roles"].Replace("|", " or ", StringComparison.Ordinal)}";
        foreach (var (from, to) in held.Order())
        {
            if (from >= end) break;
            if (from.DayNumber - at.DayNumber > Handover) yield return Warning(name, at, from);
            if (to > at) at = to;
        }
        if (end.DayNumber - at.DayNumber > Handover) yield return Warning(name, at, end);
    }

    private static string Warning(string office, DateOnly from, DateOnly to) => $"{office}: nobody known from {Day(from)} to {Day(to)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
