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
        var query = new WordsQuery(Words);
        var hits = new List<Hit>();
        if (Wants(HitKind.Article)) hits.AddRange(Articles(connection, query));
        if (Wants(HitKind.Statement))
        {
            hits.AddRange(Find(connection, HitKind.Statement, SearchedTable.Statements, query, new StatementRows(connection).Of(Selection with { Words = null }, AsOf)));
        }
        if (Wants(HitKind.Event))
        {
            hits.AddRange(Find(connection, HitKind.Event, SearchedTable.Events, query, new EventRows(connection).Of(Selection with { Words = null }, AsOf)));
        }
        return hits;
    }

    private bool Wants(HitKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);

    private IEnumerable<Hit> Articles(DbConnection connection, WordsQuery query)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection);
        foreach (var actor in Selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And($"EXISTS (SELECT 1 FROM entities n WHERE n.version = v.version AND {sql})", values);
        }
        return Find(connection, HitKind.Article, SearchedTable.Articles, query, where);
    }

    private IEnumerable<Hit> Find(DbConnection connection, HitKind kind, SearchedTable table, WordsQuery query, Where where) =>
        Database.Of(connection).Search(connection, table, query, where, Selection.Limit)
            .Select(f => new Hit(kind, f.Finding is { } id ? $"{f.Citation.Article}#{id}" : f.Citation.Article, f.Snippet, f.Score, f.Citation));
}
