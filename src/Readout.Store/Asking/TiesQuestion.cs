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
            SELECT t.a, t.b, t.events, t.cooperation, t.conflict,
                   coalesce((SELECT n.name FROM entities n WHERE n.code = t.one_code AND n.kind = 'state' ORDER BY n.version LIMIT 1), (SELECT n.name FROM entities n WHERE n.id = t.one ORDER BY n.version LIMIT 1), t.one),
                   coalesce((SELECT n.name FROM entities n WHERE n.code = t.other_code AND n.kind = 'state' ORDER BY n.version LIMIT 1), (SELECT n.name FROM entities n WHERE n.id = t.other ORDER BY n.version LIMIT 1), t.other)
            FROM (SELECT coalesce(one.code, one.entity) AS a, coalesce(other.code, other.entity) AS b, max(one.code) AS one_code, max(one.entity) AS one, max(other.code) AS other_code, max(other.entity) AS other,
                         count(DISTINCT e.event) AS events, count(DISTINCT CASE WHEN e.goldstein > 0 THEN e.event END) AS cooperation, count(DISTINCT CASE WHEN e.goldstein < 0 THEN e.event END) AS conflict
                  FROM events e JOIN versions v USING (version) JOIN event_sides one ON one.event = e.event JOIN event_sides other ON other.event = e.event
                  {where} GROUP BY coalesce(one.code, one.entity), coalesce(other.code, other.entity)) t
            ORDER BY t.events DESC, t.a, t.b {where.Limit(Selection.Limit)}
            """, where.Values, r => new Tie(r.GetString(0), r.GetString(5), r.GetString(1), r.GetString(6), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)));
    }
}
