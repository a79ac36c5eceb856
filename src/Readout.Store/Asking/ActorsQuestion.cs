using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>An actor that articles name.</summary>
/// <param name="Kind">state, person, organisation, group or place.</param>
public sealed record FoundActor(string Id, string Name, string Kind, string? Code, string? Office, long Articles, string? First, string? Last);

/// <summary>Who is named in the record, the most often named first.</summary>
public sealed record ActorsQuestion : Question<IReadOnlyList<FoundActor>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Such as <c>person</c>; empty means all but places.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    internal override IReadOnlyList<FoundActor> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To);
        if (Kinds.Count > 0) where.And($"n.kind IN ({string.Join(", ", Kinds.Select(_ => "?"))})", [.. Kinds]);
        else where.And("n.kind <> 'place'");
        foreach (var actor in Selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("o.id", "o.code");
            where.And($"EXISTS (SELECT 1 FROM entities o WHERE o.version = v.version AND {sql})", values);
        }
        if (Selection.Words is { } words) where.And("(n.name LIKE '%' || ? || '%' OR n.code = ?)", words, words.ToUpperInvariant());
        // SQLite takes the bare columns from the row that holds max(): the latest office.
        return connection.Query(
            $"""
            SELECT n.id, n.name, n.kind, n.code, n.office, count(*) AS articles, min(v.published), max(v.published)
            FROM entities n JOIN versions v USING (version) {where} GROUP BY n.id ORDER BY articles DESC, n.id {where.Limit(Selection.Limit)}
            """, where.Values, r => new FoundActor(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.GetInt64(5), r.Text(6), r.Text(7)));
    }
}
