using System.Collections.Frozen;
using Readout.Loading;

namespace Readout.Pages.About;

/// <summary>The names under which pages state facts, from <c>knowledge/pages/facts.tsv</c>; earlier ones are trusted more.</summary>
internal sealed class FactSigns
{
    private readonly FrozenDictionary<string, FactKind> words;

    public FactSigns(KnowledgeTable table)
    {
        words = table.Rows.Where(r => r["how"] == "word").ToFrozenDictionary(r => r["sign"], Kind, StringComparer.Ordinal);
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

    /// <summary>What the words of a class, id or property say the element holds; an update outweighs a publication.</summary>
    public FactKind Of(List<string> parts)
    {
        var found = FactKind.None;
        for (var i = 0; i < parts.Count; i++)
        {
            if (words.TryGetValue(parts[i], out var kind) && kind > found || i + 1 < parts.Count && words.TryGetValue($"{parts[i]} {parts[i + 1]}", out kind) && kind > found) found = kind;
        }
        return found;
    }

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
