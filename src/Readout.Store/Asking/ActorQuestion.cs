using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>A name under which articles know an actor.</summary>
public sealed record NameSeen(string Name, long Articles, string? First, string? Last);

/// <summary>Another actor with which this one had to do.</summary>
/// <param name="Cooperation">Events that happened with a Goldstein score above 0.</param>
/// <param name="Conflict">Events that happened with one below 0.</param>
public sealed record Counterpart(string Id, string Name, string? Code, long Events, long Cooperation, long Conflict);

/// <summary>What the record knows of one actor.</summary>
/// <param name="Ids">All ids under which articles have the actor: a state's code covers its government.</param>
public sealed record ActorRecord(string Name, string? Code, string Kind, IReadOnlyList<string> Ids, long Articles, IReadOnlyList<NameSeen> Names, IReadOnlyList<Counterpart> Counterparts);

/// <summary>One actor: names, articles, counterparts.</summary>
public sealed record ActorQuestion : Question<ActorRecord>
{
    public required string Actor { get; init; }

    internal override ActorRecord Answer(DbConnection connection)
    {
        var filter = ActorFilter.Of(connection, Actor);
        var (sql, values) = filter.In("n.id", "n.code");
        var where = new Where().Published(AsOf).And(sql, values);
        // A code also stands at everybody who belongs to the state; the actor itself is the state.
        if (filter.Code is not null) where.And("n.kind = 'state'");
        var seen = connection.Query(
            $"SELECT n.id, n.name, max(n.kind), max(n.code), count(*), min(v.published), max(v.published) FROM entities n JOIN versions v USING (version) {where} GROUP BY n.id, n.name ORDER BY count(*) DESC, n.id, n.name",
            where.Values, r => (Id: r.GetString(0), Kind: r.GetString(2), Code: r.Text(3), Name: new NameSeen(r.GetString(1), r.GetInt64(4), r.Text(5), r.Text(6))));
        var name = seen.Count > 0 ? seen[0].Name.Name : filter.Code ?? Actor;
        return new ActorRecord(name, filter.Code ?? (seen.Count > 0 ? seen[0].Code : null), seen.Count > 0 ? seen[0].Kind : "state", [.. seen.Select(s => s.Id).Distinct()], Articles(connection, filter),
            [.. seen.Select(s => s.Name)], Counterparts(connection, filter));
    }

    private long Articles(DbConnection connection, ActorFilter filter)
    {
        var (sql, values) = filter.In("n.id", "n.code");
        var where = new Where().Published(AsOf).And(sql, values);
        return connection.Number($"SELECT count(DISTINCT n.version) FROM entities n JOIN versions v USING (version) {where}", where.Values)!.Value;
    }

    private List<Counterpart> Counterparts(DbConnection connection, ActorFilter filter)
    {
        var (own, values) = filter.In("s.entity", "s.code");
        var where = new Where().Published(AsOf).And("e.status IN ('happened', 'ongoing')").And(own, values);
        var (other, others) = filter.In("o.entity", "o.code");
        where.And($"NOT ({other.Replace("o.code", "coalesce(o.code, '')", StringComparison.Ordinal)})", others);
        return connection.Query(
            $"""
            SELECT c.other, (SELECT n.name FROM entities n WHERE n.code = c.code AND n.kind = 'state' ORDER BY n.version LIMIT 1), (SELECT n.name FROM entities n WHERE n.id = c.entity ORDER BY n.version LIMIT 1), c.code, c.events, c.cooperation, c.conflict
            FROM (SELECT coalesce(o.code, o.entity) AS other, max(o.code) AS code, max(o.entity) AS entity,
                         count(DISTINCT e.event) AS events, count(DISTINCT CASE WHEN e.goldstein > 0 THEN e.event END) AS cooperation, count(DISTINCT CASE WHEN e.goldstein < 0 THEN e.event END) AS conflict
                  FROM event_sides s JOIN events e USING (event) JOIN versions v USING (version) JOIN event_sides o ON o.event = e.event
                  {where} GROUP BY coalesce(o.code, o.entity)) c
            ORDER BY c.events DESC, c.other {where.Limit(24)}
            """, where.Values, r => new Counterpart(r.GetString(0), r.Text(1) ?? r.Text(2) ?? r.GetString(0), r.Text(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6)));
    }
}
