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
        // Counted here: to let the store count each facet would read all events as often as there are facets.
        var where = Of(connection);
        var rows = connection.Query($"SELECT e.type, e.status, e.country, v.source, substr(v.published, 1, 4) FROM events e JOIN versions v USING (version) {where}", where.Values, r => new[] { r.Text(0), r.Text(1), r.Text(2), r.Text(3), r.Text(4) });
        return [.. Counted("type", rows, 0), .. Counted("status", rows, 1), .. States(connection), .. Counted("place", rows, 2), .. Counted("outlet", rows, 3), .. Counted("year", rows, 4)];
    }

    private Where Of(DbConnection connection)
    {
        var where = new EventRows(connection).Of(Selection, AsOf);
        if (Statuses.Count > 0) where.And($"e.status IN ({string.Join(", ", Statuses.Select(_ => "?"))})", [.. Statuses]);
        return where;
    }

    private IEnumerable<Facet> Counted(string name, List<string?[]> rows, int column) =>
        rows.Where(r => r[column] is not null).GroupBy(r => r[column]!, StringComparer.Ordinal).Select(g => new Facet(name, g.Key, g.Key, g.LongCount())).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal).Take(Most);

    private List<Facet> States(DbConnection connection)
    {
        var where = Of(connection).And("q.code IS NOT NULL").And("q.side <> 'named'");
        return connection.Query(
            $"SELECT q.code, count(DISTINCT e.event) AS findings FROM events e JOIN versions v USING (version) JOIN event_sides q ON q.event = e.event {where} GROUP BY q.code ORDER BY findings DESC, q.code {where.Limit(Most)}",
            where.Values, r => new Facet("state", r.GetString(0), r.GetString(0), r.GetInt64(1)));
    }
}
