using System.Data.Common;
using System.Globalization;
using Readout.Store.Acts;
using Readout.Store.Data;

namespace Readout.Store.Asking;

public enum Grain
{
    Day,
    Month,
    Year,
    Week,
}

/// <summary>How one side dealt with the other in one period. An act counts once however often it is reported.</summary>
/// <param name="Period">ISO day, week (<c>2021-W11</c>), month or year.</param>
/// <param name="Balance">Mean Goldstein score of all acts, -10 to 10; null when none has a score.</param>
public sealed record RelationsPoint(string Period, string From, string To, long Cooperation, long Conflict, double? Balance)
{
    /// <summary>Mean PLOVER score of all acts, -10 to 10; null when none has a score.</summary>
    public double? Score { get; init; }

    /// <summary>Sums of the positive and of the negative PLOVER scores.</summary>
    public double CooperationScore { get; init; }

    public double ConflictScore { get; init; }

    /// <summary>How many passages report the acts.</summary>
    public long Reports { get; init; }

    /// <summary>First and last day of the period, with which <see cref="TimelineQuestion"/> and <see cref="RelationsEventsQuestion"/> open it.</summary>
    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    /// <summary>Ids of one report of each act, as <see cref="ExplainQuestion"/> takes them, in the order of days.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}

/// <summary>How a pair has dealt with one another: acts that happened, counted by period and direction.</summary>
public sealed record RelationsQuestion : Question<IReadOnlyList<RelationsPoint>>
{
    public required string One { get; init; }

    public required string Other { get; init; }

    public Grain By { get; init; } = Grain.Month;

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Only by what was added to the record at that time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    internal override IReadOnlyList<RelationsPoint> Answer(DbConnection connection)
    {
        var (one, other) = (ActorFilter.Of(connection, One), ActorFilter.Of(connection, Other));
        var sheet = new ActSheet(connection, AsOf);
        return [.. Directed(connection, sheet, One, one, Other, other).Concat(Directed(connection, sheet, Other, other, One, one)).OrderBy(p => p.Period, StringComparer.Ordinal)];
    }

    /// <summary>Conditions for what one side did to the other, over events <c>e</c> of versions <c>v</c>.</summary>
    internal static Where Deeds(ActorFilter actor, ActorFilter recipient, DateOnly? asOf, DateOnly? from, DateOnly? to)
    {
        var where = new Where().Published(asOf, from, to).And("e.status IN ('happened', 'ongoing')").And("e.day IS NOT NULL");
        var (actorSql, actorValues) = actor.In("s.entity", "s.code");
        var (recipientSql, recipientValues) = recipient.In("s.entity", "s.code");
        // Both sides of a mutual event may be listed together as actors.
        where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND (s.side = 'actor' OR e.mutual = 1) AND {actorSql})", actorValues);
        return where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND (s.side = 'recipient' OR e.mutual = 1) AND {recipientSql})", recipientValues);
    }

    private IEnumerable<RelationsPoint> Directed(DbConnection connection, ActSheet sheet, string from, ActorFilter actor, string to, ActorFilter recipient)
    {
        var where = Deeds(actor, recipient, AsOf, From, To).Article(new Selection { Since = Since });
        var deeds = connection.Query(
            $"SELECT e.event, e.act, e.day, e.goldstein, e.score, a.id, e.id, e.first_day IS NULL FROM events e JOIN versions v USING (version) JOIN articles a USING (article) {where} ORDER BY e.first_day IS NULL, e.vague, e.day, a.id, e.start, e.id",
            where.Values, r => new Deed(sheet.GroupOf(r.GetInt64(0), r.GetInt64(1)), r.GetString(2), r.Real(3), r.Real(4), $"{r.GetString(5)}#{r.GetString(6)}"));
        return deeds.GroupBy(d => d.Group).Select(g => (Deed: g.First(), Reports: g.LongCount())).GroupBy(d => Period(d.Deed.Day), StringComparer.Ordinal).Select(g => Point(g.Key, from, to, [.. g]));
    }

    private static RelationsPoint Point(string period, string from, string to, IReadOnlyList<(Deed Deed, long Reports)> deeds)
    {
        // A deed that CAMEO does not score counts by its PLOVER score.
        var scores = deeds.Select(d => d.Deed.Goldstein ?? d.Deed.Score).OfType<double>().ToList();
        var plover = deeds.Select(d => d.Deed.Score).OfType<double>().ToList();
        var (first, last) = Days(period);
        return new RelationsPoint(period, from, to, scores.Count(s => s > 0), scores.Count(s => s < 0), deeds.Select(d => d.Deed.Goldstein).OfType<double>() is var known && known.Any() ? known.Average() : null)
        {
            Score = plover.Count > 0 ? plover.Average() : null,
            CooperationScore = plover.Where(s => s > 0).Sum(),
            ConflictScore = plover.Where(s => s < 0).Sum(),
            Reports = deeds.Sum(d => d.Reports),
            FirstDay = first,
            LastDay = last,
            Events = [.. deeds.OrderBy(d => d.Deed.Day, StringComparer.Ordinal).ThenBy(d => d.Deed.Id, StringComparer.Ordinal).Select(d => d.Deed.Id)],
        };
    }

    private string Period(string day) => By switch
    {
        Grain.Day => day,
        Grain.Week => DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(default) is var date ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}") : day,
        Grain.Month => day[..7],
        _ => day[..4],
    };

    private static (DateOnly First, DateOnly Last) Days(string period)
    {
        var (first, last) = IsoPeriod.Of(period);
        return (DateOnly.Parse(first!, CultureInfo.InvariantCulture), DateOnly.Parse(last!, CultureInfo.InvariantCulture));
    }

    private sealed record Deed(long Group, string Day, double? Goldstein, double? Score, string Id);
}

/// <summary>The acts behind the points of <see cref="RelationsQuestion"/>: what the first actor did to the second, or the two together.</summary>
public sealed record RelationsEventsQuestion : Question<IReadOnlyList<FoundEvent>>
{
    public required string One { get; init; }

    public required string Other { get; init; }

    /// <summary>Days of the events themselves, both included.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    public int Limit { get; init; } = 50;

    internal override IReadOnlyList<FoundEvent> Answer(DbConnection connection)
    {
        var where = RelationsQuestion.Deeds(ActorFilter.Of(connection, One), ActorFilter.Of(connection, Other), AsOf, null, null);
        if (FirstDay is { } first) where.And("e.day >= ?", IsoPeriod.Text(first));
        if (LastDay is { } last) where.And("e.day <= ?", IsoPeriod.Text(last));
        return new EventRows(connection).Acts(where, Limit, AsOf);
    }
}
