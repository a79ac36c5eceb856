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
        var chain = new PositionChain(connection, AsOf);
        var found = PositionRows.Find(connection, where, "v.published DESC NULLS LAST", Changes.Count > 0 ? int.MaxValue : Selection.Limit).Select(chain.Placed);
        return [.. (Changes.Count > 0 ? found.Where(p => p.Change is { } change && Changes.Contains(change)) : found).Take(Selection.Limit)];
    }
}
