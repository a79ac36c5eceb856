using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Events for a person to look at, the least certain first; what was corrected is left out.</summary>
public sealed record UnsureQuestion : Question<IReadOnlyList<FoundEvent>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundEvent> Answer(DbConnection connection)
    {
        var rows = new EventRows(connection);
        return rows.Find(rows.Of(Selection, AsOf).And("e.corrected IS NULL"), "e.confidence", Selection.Limit, AsOf);
    }
}
