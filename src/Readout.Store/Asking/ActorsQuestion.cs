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
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection);
        if (Kinds.Count > 0) where.And($"n.kind IN ({string.Join(", ", Kinds.Select(_ => "?"))})", [.. Kinds]);
        else where.And("n.kind <> 'place'");
        foreach (var actor in Selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("o.id", "o.code");
            where.And($"EXISTS (SELECT 1 FROM entities o WHERE o.version = v.version AND {sql})", values);
        }
        if (Selection.Words is { } words) where.And("(instr(lower(n.name), lower(?)) > 0 OR n.code = ?)", words, words.ToUpperInvariant());
        // Article by article, as mentions are stored: the other way round each mention would look up its article.
        // The latest office: the greatest of texts that begin with the day.
        return connection.Query(
            $"""
            SELECT n.id, max(coalesce(v.published, '0000-00-00') || n.name || @{where.Value("\u001f")} || n.kind || @{where.Values.Count} || coalesce(n.code, '') || @{where.Values.Count} || coalesce(n.office, '')), count(*) AS articles, min(v.published), max(v.published)
            FROM versions v CROSS JOIN entities n {where.And("n.version = v.version")} GROUP BY n.id ORDER BY articles DESC, n.id {where.Limit(Selection.Limit)}
            """, where.Values, Read);
    }

    private static FoundActor Read(Row row)
    {
        var latest = row.GetString(1)["0000-00-00".Length..].Split('\u001f');
        return new FoundActor(row.GetString(0), latest[0], latest[1], latest[2] is { Length: > 0 } code ? code : null, latest[3] is { Length: > 0 } office ? office : null, row.GetInt64(2), row.Text(3), row.Text(4));
    }
}
