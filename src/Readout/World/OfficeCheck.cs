using Readout.Checking;
using Readout.Loading;

namespace Readout.World;

/// <summary>Looks for offices of one holder that two persons hold at once, and for tenures that end before they begin.</summary>
internal static class OfficeCheck
{
    // A month of overlap is a handover or a date that is known to the month only.
    private const int Handover = 31;

    // Words of the note that explain two holders at once.
    private static readonly string[] Explained = ["joint", "rival", "disputed", "acting", "standing in", "against", "co-"];

    public static StageCheck Run(KnowledgeFolder folder)
    {
        var rows = folder.Tables("actors/offices").SelectMany(t => t.Rows).ToList();
        return new StageCheck("offices", rows.Count, [.. rows.Select(Backwards).OfType<string>(), .. Overlaps(rows, new OfficeKinds(folder))]);
    }

    private static string? Backwards(KnowledgeRow row) =>
        row["to"].Length > 0 && Last(row) < First(row) ? row.Wrong($"{row["person"]} leaves office on {row["to"]} before taking it on {row["from"]}; correct one of the dates").Message : null;

    private static IEnumerable<string> Overlaps(List<KnowledgeRow> rows, OfficeKinds kinds)
    {
        foreach (var office in rows.Where(r => kinds.Of(r).HasOneHolder).GroupBy(r => (r["state"], r["role"], r["office"])))
        {
            var held = office.Where(r => r["from"].Length > 0).OrderBy(First).ToList();
            for (var i = 0; i < held.Count; i++)
                for (var j = i + 1; j < held.Count; j++)
                    if (Overlap(held[i], held[j]) is { } problem) yield return problem;
        }
    }

    private static string? Overlap(KnowledgeRow earlier, KnowledgeRow later)
    {
        if (Fold.Slug(earlier["person"]) == Fold.Slug(later["person"]) || Explains(earlier) || Explains(later)) return null;
        var start = Math.Max(Latest(earlier["from"]), Latest(later["from"]));
        var end = Math.Min(Earliest(earlier["to"]), Earliest(later["to"]));
        return end - start <= Handover ? null : later.Wrong(
            $"{later["person"]} and {earlier["person"]} ({earlier.Table.Name}, line {earlier.Line}) are both {later["office"]} of {later["state"]} for {end - start} days; correct the dates, or say joint, rival or acting in a note").Message;
    }

    private static bool Explains(KnowledgeRow row) => Explained.Any(w => row["note"].Contains(w, StringComparison.OrdinalIgnoreCase) || row["office"].Contains(w, StringComparison.OrdinalIgnoreCase));

    private static DateOnly First(KnowledgeRow row) => Tenure.FirstDay(row["from"]) ?? DateOnly.MinValue;

    private static DateOnly Last(KnowledgeRow row) => Tenure.LastDay(row["to"]) ?? DateOnly.MaxValue;

    // Of a year or month the day that makes the overlap shortest.
    private static int Latest(string iso) => (Tenure.LastDay(iso) ?? DateOnly.MinValue).DayNumber;

    private static int Earliest(string iso) => (iso.Length == 0 ? DateOnly.MaxValue : Tenure.FirstDay(iso) ?? DateOnly.MaxValue).DayNumber;
}
