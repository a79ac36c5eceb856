using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>An article of the record with the number of its findings.</summary>
/// <param name="Added">When its current version was added, ISO 8601 in UTC.</param>
/// <param name="Versions">How many versions of the page the record has.</param>
public sealed record FoundArticle(string Id, string? Title, string Language, long Statements, long Events, long Positions, long Agreements, string Added, long Versions, Citation Citation);

/// <summary>The articles of the record, the latest first.</summary>
public sealed record ArticlesQuestion : Question<IReadOnlyList<FoundArticle>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>By the time at which they were added instead of the day of publication.</summary>
    public bool ByAdded { get; init; }

    /// <summary>Conditions for a selection over versions <c>v</c>: its actors are named, its words occur.</summary>
    internal static Where Of(DbConnection connection, Selection selection, DateOnly? asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To).Article(selection);
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And($"EXISTS (SELECT 1 FROM entities n WHERE n.version = v.version AND {sql})", values);
        }
        if (selection.Words is { } words) where.Words(connection, "versions", "v", words);
        return where;
    }

    internal override IReadOnlyList<FoundArticle> Answer(DbConnection connection)
    {
        var where = Of(connection, Selection, AsOf);
        return connection.Query(
            $"""
            SELECT v.language, (SELECT count(*) FROM statements f WHERE f.version = v.version), (SELECT count(*) FROM events f WHERE f.version = v.version),
                   (SELECT count(*) FROM positions f WHERE f.version = v.version), (SELECT count(*) FROM agreements f WHERE f.version = v.version),
                   (SELECT started FROM runs r WHERE r.run = v.seen), (SELECT count(*) FROM versions w WHERE w.article = v.article), v.length, {Citation.Columns}
            FROM versions v JOIN articles a USING (article)
            {where} ORDER BY {(ByAdded ? "v.seen DESC, " : "")}v.published DESC NULLS LAST, a.id {where.Limit(Selection.Limit)}
            """, where.Values, Read);
    }

    private static FoundArticle Read(Row row)
    {
        var citation = Citation.Read(row, 8, new TextSpan(0, row.GetInt32(7)));
        return new FoundArticle(citation.Article, citation.Title, row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5), row.GetInt64(6), citation);
    }
}
