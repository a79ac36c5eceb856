using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

public enum Grain
{
    Day,
    Month,
    Year,
}

/// <summary>How one side dealt with the other in one period.</summary>
/// <param name="Period">ISO day, month or year.</param>
/// <param name="Balance">Mean Goldstein score of all events, -10 to 10; null when none has a score.</param>
public sealed record RelationsPoint(string Period, string From, string To, long Cooperation, long Conflict, double? Balance);

/// <summary>How a pair has dealt with one another: events that happened, counted by period and direction.</summary>
public sealed record RelationsQuestion : Question<IReadOnlyList<RelationsPoint>>
{
    public required string One { get; init; }

    public required string Other { get; init; }

    public Grain By { get; init; } = Grain.Month;

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    internal override IReadOnlyList<RelationsPoint> Answer(DbConnection connection)
    {
        var (one, other) = (ActorFilter.Of(connection, One), ActorFilter.Of(connection, Other));
        return [.. Directed(connection, One, one, Other, other).Concat(Directed(connection, Other, other, One, one)).OrderBy(p => p.Period, StringComparer.Ordinal)];
    }

    private List<RelationsPoint> Directed(DbConnection connection, string from, ActorFilter actor, string to, ActorFilter recipient)
    {
        var where = new Where().Published(AsOf, From, To).And("e.status IN ('happened', 'ongoing')").And("coalesce(e.first_day, v.published) IS NOT NULL");
        var (actorSql, actorValues) = actor.In("s.entity", "s.code");
        var (recipientSql, recipientValues) = recipient.In("s.entity", "s.code");
        // Both sides of a mutual event may be listed together as actors.
        where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND (s.side = 'actor' OR e.mutual = 1) AND {actorSql})", actorValues);
        where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND (s.side = 'recipient' OR e.mutual = 1) AND {recipientSql})", recipientValues);
        var length = By switch { Grain.Day => 10, Grain.Month => 7, _ => 4 };
        return connection.Query(
            $"""
            SELECT substr(coalesce(e.first_day, v.published), 1, {length}) AS period, sum(e.goldstein > 0), sum(e.goldstein < 0), avg(e.goldstein)
            FROM events e JOIN versions v USING (version) {where} GROUP BY period ORDER BY period
            """, where.Values, r => new RelationsPoint(r.GetString(0), from, to, r.IsDBNull(1) ? 0 : r.GetInt64(1), r.IsDBNull(2) ? 0 : r.GetInt64(2), r.Real(3)));
    }
}
