using System.Data.Common;
using Readout.Store.Ledgers;

namespace Readout.Store.Asking;

/// <summary>The ledger of positions: who holds what, newest first, each with what it is to the position that its holder took before on the topic.</summary>
public sealed record PositionsQuestion : Question<IReadOnlyList<FoundPosition>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Such as <c>demands</c>; empty means all.</summary>
    public IReadOnlyList<string> Stances { get; init; } = [];

    /// <summary>Empty means all.</summary>
    public IReadOnlyList<PositionChange> Changes { get; init; } = [];

    internal override IReadOnlyList<FoundPosition> Answer(DbConnection connection)
    {
        var where = PositionRows.Of(connection, Selection, AsOf);
        if (Stances.Count > 0) where.And($"p.stance IN ({string.Join(", ", Stances.Select(_ => "?"))})", [.. Stances]);
        // Most holders never change sides; only where there are both can a position be a reversal.
        if (Changes is [PositionChange.Reversed]) where.And(Stand.HasBothSides);
        var chain = new PositionChain(connection, AsOf);
        var stands = Stand.Find(connection, where, "v.published DESC NULLS LAST", Changes.Count == 0 ? Selection.Limit : int.MaxValue);
        if (Changes.Count == 0) return chain.Placed(stands);
        var changes = chain.Changes(stands);
        return chain.Placed([.. stands.Where(s => changes[s.Number] is { } change && Changes.Contains(change)).Take(Selection.Limit)]);
    }
}
