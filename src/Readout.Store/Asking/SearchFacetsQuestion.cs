using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>By what the finds of a search can be narrowed: their kinds, and outlets and years of the articles.</summary>
public sealed record SearchFacetsQuestion : Question<IReadOnlyList<Facet>>
{
    public required string Words { get; init; }

    public Selection Selection { get; init; } = new();

    /// <summary>Values of each facet.</summary>
    public int Most { get; init; } = 8;

    internal override IReadOnlyList<Facet> Answer(DbConnection connection)
    {
        var words = Selection with { Words = Words };
        return
        [
            new("kind", "article", "articles", Number(connection, "versions v", ArticlesQuestion.Of(connection, words, AsOf))),
            new("kind", "statement", "statements", Number(connection, "statements s JOIN versions v USING (version)", new StatementRows(connection).Of(words, AsOf))),
            new("kind", "event", "events", Number(connection, "events e JOIN versions v USING (version)", new EventRows(connection).Of(words, AsOf))),
            .. Count(connection, words, "outlet", "v.source"),
            .. Count(connection, words, "year", "substr(v.published, 1, 4)"),
        ];
    }

    private static long Number(DbConnection connection, string from, Where where) => connection.Number($"SELECT count(*) FROM {from} {where}", where.Values)!.Value;

    private List<Facet> Count(DbConnection connection, Selection words, string name, string value)
    {
        var where = ArticlesQuestion.Of(connection, words, AsOf).And($"{value} IS NOT NULL");
        return connection.Query(
            $"SELECT {value} AS value, count(*) AS findings FROM versions v {where} GROUP BY value ORDER BY findings DESC, value {where.Limit(Most)}",
            where.Values, r => new Facet(name, r.GetString(0), r.GetString(0), r.GetInt64(1)));
    }
}
