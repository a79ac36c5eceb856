using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>A person in an office, as the articles of the record show it.</summary>
/// <param name="First">ISO day of the first article that shows it.</param>
/// <param name="Last">ISO day of the last one.</param>
public sealed record FoundOffice(string Person, string Name, string? Code, string Office, string? First, string? Last, long Articles)
{
    /// <summary>Ids of those two articles.</summary>
    public string FirstArticle { get; init; } = "";

    public string LastArticle { get; init; } = "";
}

/// <summary>The ledger of offices: who appears in which office, from the first article to the last.</summary>
public sealed record OfficesQuestion : Question<IReadOnlyList<FoundOffice>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundOffice> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection).And("n.kind = 'person'").And("n.office IS NOT NULL");
        foreach (var actor in Selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And(sql, values);
        }
        return connection.Query(
            $"""
            SELECT n.id, min(n.name), n.code, n.office, min(v.published), max(v.published), count(*), min(coalesce(v.published, '9999') || ' ' || a.id), max(coalesce(v.published, '') || ' ' || a.id)
            FROM entities n JOIN versions v USING (version) JOIN articles a USING (article)
            {where} GROUP BY n.id, n.code, n.office ORDER BY n.code NULLS FIRST, n.office, min(v.published) NULLS FIRST, n.id {where.Limit(Selection.Limit)}
            """, where.Values, r => new FoundOffice(r.GetString(0), r.GetString(1), r.Text(2), r.GetString(3), r.Text(4), r.Text(5), r.GetInt64(6)) { FirstArticle = Article(r.GetString(7)), LastArticle = Article(r.GetString(8)) });

        static string Article(string dated) => dated[(dated.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }
}
