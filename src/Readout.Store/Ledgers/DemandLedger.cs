using System.Data.Common;
using Readout.Store.Asking;

namespace Readout.Store.Ledgers;

/// <summary>Demands, or conditions, with what became of them; each is read in full only when it is shown.</summary>
/// <param name="answeredFrom">Only answers published on that day or later count.</param>
internal sealed class DemandLedger(DbConnection connection, DateOnly? asOf, DateOnly? answeredFrom = null)
{
    private readonly DemandAnswers answers = new(connection, asOf, answeredFrom);

    /// <summary>Newest first.</summary>
    public static List<DemandGroup> Groups(DbConnection connection, Selection selection, DateOnly? asOf, bool conditions)
    {
        var where = PositionRows.Of(connection, selection with { Since = null }, asOf).And("v.published IS NOT NULL").And(conditions ? "p.condition_start IS NOT NULL" : "p.stance = 'demands'");
        return [.. DemandGroup.Of(Stand.Find(connection, where, "v.published"), conditions).OrderByDescending(g => g.Last.Published, StringComparer.Ordinal).ThenBy(g => g.Last.Id, StringComparer.Ordinal)];
    }

    /// <summary>The answer that holds; null while it is open.</summary>
    public FoundAnswer? Answer(DemandGroup demand) => answers.Of(demand);

    public List<FoundDemand> InFull(IReadOnlyList<(DemandGroup Demand, FoundAnswer? Answer)> demands)
    {
        var positions = PositionRows.ByNumber(connection, [.. demands.SelectMany(d => new[] { d.Demand.First.Number, d.Demand.Last.Number }).Distinct()]);
        var told = answers.InFull([.. demands.Select(d => d.Answer).OfType<FoundAnswer>()]);
        return [.. demands.Select(d => new FoundDemand(d.Answer?.State ?? DemandState.Open, positions[d.Demand.First.Number], positions[d.Demand.Last.Number], d.Demand.Times, d.Answer is { } a ? told[(a.IsEvent, a.Number)] : null))];
    }
}
