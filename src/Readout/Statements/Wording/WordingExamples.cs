using Readout.Loading;

namespace Readout.Statements.Wording;

/// <summary>The examples in <c>statements/wording.tsv</c>: each must be found as a use of its row's family and form.</summary>
internal static class WordingExamples
{
    public static int Count(KnowledgeFolder folder) => Rows(folder).Count();

    /// <summary>A line for each example that comes out otherwise.</summary>
    public static IEnumerable<string> Failures(KnowledgeFolder folder, WordingFinder finder)
    {
        foreach (var row in Rows(folder))
        {
            var found = finder.Find(row["example"], []).Where(u => u.Family == row["family"]).Select(u => u.Form).ToList();
            if (!found.Contains(row["form"])) yield return $"{row.Why(row["form"])}: \"{row["example"]}\" must hold {row["family"]}: {row["form"]}, but holds {(found.Count == 0 ? "nothing of the family" : string.Join(", ", found))}";
        }
    }

    private static IEnumerable<KnowledgeRow> Rows(KnowledgeFolder folder) => folder.Table("statements/wording.tsv").Rows.Where(r => r["example"].Length > 0);
}
