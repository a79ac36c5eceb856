using System.Data.Common;
using Readout.Store.Ledgers;

namespace Readout.Store.Asking;

/// <summary>The ledger of demands and of conditions: open, met, rejected or withdrawn, newest first.</summary>
public sealed record DemandsQuestion : Question<IReadOnlyList<FoundDemand>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Whatever is offered, promised or refused on a condition, instead of plain demands.</summary>
    public bool Conditions { get; init; }

    /// <summary>Empty means all.</summary>
    public IReadOnlyList<DemandState> States { get; init; } = [];

    internal override IReadOnlyList<FoundDemand> Answer(DbConnection connection)
    {
        var where = PositionRows.Of(connection, Selection with { Since = null }, AsOf).And("v.published IS NOT NULL").And(Conditions ? "p.condition_start IS NOT NULL" : "p.stance = 'demands'");
        var positions = PositionRows.Find(connection, where, "v.published", int.MaxValue);
        var since = new AddedSince(connection, Selection.Since);
        var answers = new DemandAnswers(connection, AsOf);
        var demands = DemandGroups.Of(positions, Conditions).OrderByDescending(g => g[^1].Citation.Published, StringComparer.Ordinal).ThenBy(g => g[^1].Id, StringComparer.Ordinal).Select(g => (Group: g, Demand: answers.Of(g)));
        return [.. demands.Where(d => (States.Count == 0 || States.Contains(d.Demand.State)) && since.Has([.. d.Group.Select(p => p.Citation.Article), d.Demand.Answer?.Citation.Article ?? ""])).Select(d => d.Demand).Take(Selection.Limit)];
    }
}
