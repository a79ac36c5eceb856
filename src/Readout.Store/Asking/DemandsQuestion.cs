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
        var since = new AddedSince(connection, Selection.Since);
        var ledger = new DemandLedger(connection, AsOf);
        var demands = DemandLedger.Groups(connection, Selection, AsOf, Conditions).Select(g => (Demand: g, Answer: ledger.Answer(g)));
        return ledger.InFull([.. demands.Where(d => (States.Count == 0 || States.Contains(d.Answer?.State ?? DemandState.Open)) && since.Has([.. d.Demand.Occasions.Select(p => p.Article), d.Answer?.Article ?? ""])).Take(Selection.Limit)]);
    }
}
