using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>How often two actors had to do with one another; states stand for all who act for them.</summary>
public sealed record Tie(string One, string OneName, string Other, string OtherName, long Events, long Cooperation, long Conflict);

/// <summary>The ties between the actors of the selected events, the strongest first: the edges of a network.</summary>
public sealed record TiesQuestion : Question<IReadOnlyList<Tie>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<Tie> Answer(DbConnection connection)
    {
        var where = new EventRows(connection).Of(Selection, AsOf).And("coalesce(one.code, one.entity) < coalesce(other.code, other.entity)");
        return connection.Query(
            $"""
            SELECT coalesce(one.code, one.entity) AS a, coalesce(other.code, other.entity) AS b, count(DISTINCT e.event),
                   count(DISTINCT CASE WHEN e.goldstein > 0 THEN e.event END), count(DISTINCT CASE WHEN e.goldstein < 0 THEN e.event END),
                   coalesce((SELECT n.name FROM entities n WHERE n.code = one.code AND n.kind = 'state' LIMIT 1), (SELECT n.name FROM entities n WHERE n.id = one.entity LIMIT 1), one.entity),
                   coalesce((SELECT n.name FROM entities n WHERE n.code = other.code AND n.kind = 'state' LIMIT 1), (SELECT n.name FROM entities n WHERE n.id = other.entity LIMIT 1), other.entity)
            FROM events e JOIN versions v USING (version) JOIN event_sides one ON one.event = e.event JOIN event_sides other ON other.event = e.event
            {where} GROUP BY a, b ORDER BY 3 DESC, a, b {where.Limit(Selection.Limit)}
            """, where.Values, r => new Tie(r.GetString(0), r.GetString(5), r.GetString(1), r.GetString(6), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)));
    }
}
