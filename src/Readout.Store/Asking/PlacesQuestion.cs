using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>A place at which events of the record stand.</summary>
/// <param name="Latitude">Degrees, WGS 84; null when the place is known only by name.</param>
public sealed record EventPlace(string Place, string? Country, double? Latitude, double? Longitude, long Events, long Cooperation, long Conflict);

/// <summary>Where the selected events stand, the busiest place first.</summary>
public sealed record PlacesQuestion : Question<IReadOnlyList<EventPlace>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<EventPlace> Answer(DbConnection connection)
    {
        var where = new EventRows(connection).Of(Selection, AsOf).And("e.place IS NOT NULL");
        return connection.Query(
            $"""
            SELECT e.place, e.country, max(e.latitude), max(e.longitude), count(*), count(*) FILTER (WHERE e.goldstein > 0), count(*) FILTER (WHERE e.goldstein < 0)
            FROM events e JOIN versions v USING (version) {where} GROUP BY e.place, e.country ORDER BY 5 DESC, e.place, e.country NULLS FIRST {where.Limit(Selection.Limit)}
            """, where.Values, r => new EventPlace(r.GetString(0), r.Text(1), r.Real(2), r.Real(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6)));
    }
}
