using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

public enum HitKind
{
    Article,
    Statement,
    Event,
}

/// <summary>One find of a search.</summary>
/// <param name="Snippet">Text around the words; each word stands between <see cref="SearchQuestion.MarkStart"/> and <see cref="SearchQuestion.MarkEnd"/>.</param>
/// <param name="Score">The better the higher; comparable within one kind.</param>
public sealed record Hit(HitKind Kind, string Id, string Snippet, double Score, Citation Citation);

/// <summary>Full text over articles, statements and events; the best first within each kind.</summary>
public sealed record SearchQuestion : Question<IReadOnlyList<Hit>>
{
    /// <summary>Control characters, since they cannot stand in the text itself by chance and mean nothing to a terminal or a page.</summary>
    public const char MarkStart = '\u0002', MarkEnd = '\u0003';

    public required string Words { get; init; }

    /// <summary>Actors, days and places that the finds must have; its words are not used.</summary>
    public Selection Selection { get; init; } = new();

    /// <summary>Empty means all kinds.</summary>
    public IReadOnlyList<HitKind> Kinds { get; init; } = [];

    internal override IReadOnlyList<Hit> Answer(DbConnection connection)
    {
        var query = WordsQuery.Of(Words);
        var hits = new List<Hit>();
        if (Wants(HitKind.Article)) hits.AddRange(Articles(connection, query));
        if (Wants(HitKind.Statement))
        {
            var where = new StatementRows(connection).Of(Selection with { Words = null }, AsOf).And("statement_words MATCH ?", query);
            hits.AddRange(Find(connection, HitKind.Statement, "statement_words w JOIN statements s ON s.statement = w.rowid JOIN versions v USING (version)", "s.id", "s.start, s.end", "statement_words, 0", where));
        }
        if (Wants(HitKind.Event))
        {
            var where = new EventRows(connection).Of(Selection with { Words = null }, AsOf).And("event_words MATCH ?", query);
            hits.AddRange(Find(connection, HitKind.Event, "event_words w JOIN events e ON e.event = w.rowid JOIN versions v USING (version)", "e.id", "e.start, e.end", "event_words, 0", where));
        }
        return hits;
    }

    private bool Wants(HitKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);

    private List<Hit> Articles(DbConnection connection, string query)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection).And("article_words MATCH ?", query);
        foreach (var actor in Selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And($"EXISTS (SELECT 1 FROM entities n WHERE n.version = v.version AND {sql})", values);
        }
        return Find(connection, HitKind.Article, "article_words w JOIN versions v ON v.version = w.rowid", "NULL", "0, v.length", "article_words, 1", where);
    }

    private List<Hit> Find(DbConnection connection, HitKind kind, string from, string id, string span, string column, Where where) => connection.Query(
        $"""
        SELECT {id}, snippet({column}, char(2), char(3), '…', 24), -rank, {span}, {Citation.Columns}
        FROM {from} JOIN articles a USING (article) {where} ORDER BY rank, a.id {where.Limit(Selection.Limit)}
        """, where.Values, r => Read(r, kind));

    private static Hit Read(DbDataReader row, HitKind kind)
    {
        var citation = Citation.Read(row, 5, row.Span(3));
        return new Hit(kind, row.Text(0) is { } id ? $"{citation.Article}#{id}" : citation.Article, row.GetString(1), row.GetDouble(2), citation);
    }
}
