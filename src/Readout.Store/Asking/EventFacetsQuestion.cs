using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>By what the events of a selection can be narrowed, each with its count of reports.</summary>
public sealed record EventFacetsQuestion : Question<IReadOnlyList<Facet>>
{
    public Selection Selection { get; init; } = new();

    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Values of each facet.</summary>
    public int Most { get; init; } = 8;

    internal override IReadOnlyList<Facet> Answer(DbConnection connection)
    {
        var rows = new EventRows(connection);
        return
        [
            .. Count(connection, rows, "type", "e.type", ""),
            .. Count(connection, rows, "status", "e.status", ""),
            .. Count(connection, rows, "state", "q.code", "JOIN (SELECT DISTINCT event, code FROM event_sides WHERE side <> 'named') q ON q.event = e.event"),
            .. Count(connection, rows, "place", "e.country", ""),
            .. Count(connection, rows, "outlet", "v.source", ""),
            .. Count(connection, rows, "year", "substr(v.published, 1, 4)", ""),
        ];
    }

    private List<Facet> Count(DbConnection connection, EventRows rows, string name, string value, string join)
    {
        var where = rows.Of(Selection, AsOf).And($"{value} IS NOT NULL");
        if (Statuses.Count > 0) where.And($"e.status IN ({string.Join(", ", Statuses.Select(_ => "?"))})", [.. Statuses]);
        return connection.Query(
            $"SELECT {value} AS value, count(*) AS findings FROM events e JOIN versions v USING (version) {join} {where} GROUP BY value ORDER BY findings DESC, value {where.Limit(Most)}",
            where.Values, r => new Facet(name, r.GetString(0), r.GetString(0), r.GetInt64(1)));
    }
}
