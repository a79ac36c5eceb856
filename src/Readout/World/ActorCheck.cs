using Readout.Checking;
using Readout.Loading;

namespace Readout.World;

/// <summary>Compares the tables of actors and places: every code must be known, and no alias may mean two bodies at the same time without a note.</summary>
internal static class ActorCheck
{
    // Where a column holds codes: of states, parts of states, bodies or groups.
    private static readonly (string File, string Column)[] Codes =
    [
        ("actors/subjects.tsv", "parent"), ("actors/metonyms.tsv", "code"), ("actors/organisations.tsv", "country"), ("actors/agreements.tsv", "parties"),
        ("actors/people.tsv", "country"), ("actors/people-east.tsv", "country"), ("places/capitals.tsv", "state"), ("places/regions.tsv", "countries"), ("places/disputed.tsv", "claimants"),
    ];

    private static readonly (string File, string Name)[] Named = [("actors/states.tsv", "name"), ("actors/subjects.tsv", "name"), ("actors/organisations.tsv", "name"), ("actors/metonyms.tsv", "phrase")];

    private static readonly string[] Reasons = ["where", "when", "ambiguous", "by date", "by which", "mostly", "else", "only"];

    public static StageCheck Run(KnowledgeFolder folder)
    {
        var known = KnownCodes(folder);
        var rows = Codes.Where(c => folder.Has(c.File)).SelectMany(c => folder.Table(c.File).Rows.Select(r => (Row: r, c.Column)))
            .Concat(folder.Tables("actors/offices").SelectMany(t => t.Rows).Select(r => (Row: r, Column: "state"))).ToList();
        return new StageCheck("actors", rows.Count, [.. rows.SelectMany(r => Unknown(r.Row, r.Column, known)), .. Duplicates(folder)]);
    }

    private static HashSet<string> KnownCodes(KnowledgeFolder folder) =>
        new[] { ("actors/states.tsv", "code"), ("actors/subjects.tsv", "code"), ("actors/organisations.tsv", "code"), ("actors/organisations.tsv", "id"), ("actors/body-codes.tsv", "code") }
            .Where(c => folder.Has(c.Item1)).SelectMany(c => folder.Table(c.Item1).Rows.Select(r => r[c.Item2])).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Unknown(KnowledgeRow row, string column, HashSet<string> known) =>
        row.Values(column).Where(c => !known.Contains(c)).Select(c => row.Wrong($"names the code '{c}' in the column {column}, which stands in none of states.tsv, subjects.tsv, organisations.tsv and body-codes.tsv; correct it or add it there").Message);

    /// <summary>Two rows of one file with the same alias and days in common, neither of which explains the alias in its note.</summary>
    private static IEnumerable<string> Duplicates(KnowledgeFolder folder)
    {
        foreach (var (file, name) in Named.Where(n => folder.Has(n.File)))
        {
            var aliases = folder.Table(file).Rows.SelectMany(r => Aliases(r, name, file).Select(a => (Alias: a, Row: r))).GroupBy(a => a.Alias, StringComparer.Ordinal);
            foreach (var rows in aliases.Select(g => g.Select(a => a.Row).ToList()).Where(g => g.Count > 1))
                for (var i = 1; i < rows.Count; i++)
                    if (Clashes(rows[0], rows[i], file) is { } problem) yield return problem;
        }
    }

    private static IEnumerable<string> Aliases(KnowledgeRow row, string name, string file) =>
        (file == "actors/metonyms.tsv" ? [row[name]] : new[] { row[name] }.Concat(row.Values("aliases"))).Distinct(StringComparer.Ordinal);

    private static string? Clashes(KnowledgeRow one, KnowledgeRow other, string file)
    {
        var name = file == "actors/metonyms.tsv" ? "phrase" : "name";
        var shared = Aliases(one, name, file).Intersect(Aliases(other, name, file), StringComparer.Ordinal).First();
        if (Explains(one, shared) || Explains(other, shared) || (file != "actors/subjects.tsv" && !Meet(one, other))) return null;
        return other.Wrong($"has the alias '{shared}', which line {one.Line} has for the same days; take it from one of them, date both, or say in a note which is meant when").Message;
    }

    // The note names the alias, or says where, when or by which date which row is meant.
    private static bool Explains(KnowledgeRow row, string alias) =>
        row["note"].Contains(alias, StringComparison.Ordinal) || Reasons.Any(w => row["note"].Contains(w, StringComparison.Ordinal));

    private static bool Meet(KnowledgeRow one, KnowledgeRow other) => First(one) < Last(other) && First(other) < Last(one);

    private static DateOnly First(KnowledgeRow row) => Tenure.FirstDay(row["from"]) ?? DateOnly.MinValue;

    private static DateOnly Last(KnowledgeRow row) => Tenure.LastDay(row["to"]) ?? DateOnly.MaxValue;
}
