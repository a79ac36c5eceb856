using Readout.Loading;

namespace Readout.Pages.About;

/// <summary>The names under which pages state facts, from <c>knowledge/pages/facts.tsv</c>; earlier ones are trusted more.</summary>
internal sealed class FactSigns
{
    public FactSigns(KnowledgeTable table)
    {
        Published = Metas(table, "published");
        Modified = Metas(table, "modified");
        Title = Metas(table, "title");
        Site = Metas(table, "site");
        Author = Metas(table, "author");
        Url = Metas(table, "url");
        Language = Metas(table, "language");
    }

    public IReadOnlyList<string> Published { get; }

    public IReadOnlyList<string> Modified { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Site { get; }

    public IReadOnlyList<string> Author { get; }

    public IReadOnlyList<string> Url { get; }

    public IReadOnlyList<string> Language { get; }

    /// <summary>The words of a class, id or property, with what the element holds; an update outweighs a publication.</summary>
    public static IEnumerable<(string Sign, FactKind Kind)> Words(KnowledgeTable table) => table.Rows.Where(r => r["how"] == "word").Select(r => (r["sign"], Kind(r)));

    private static string[] Metas(KnowledgeTable table, string fact) => [.. table.Rows.Where(r => r["how"] == "meta" && r["fact"] == fact).Select(r => r["sign"])];

    private static FactKind Kind(KnowledgeRow row) => row["fact"] switch
    {
        "published" => FactKind.Published,
        "modified" => FactKind.Modified,
        "author" => FactKind.Author,
        "headline" => FactKind.Headline,
        var other => throw row.Wrong($"knows no fact '{other}' told by a word; expected published, modified, author or headline"),
    };
}
