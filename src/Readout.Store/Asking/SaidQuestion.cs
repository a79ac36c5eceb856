using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Who said what, in the order of days. The first actor of the selection speaks; further ones are spoken to or about.</summary>
public sealed record SaidQuestion : Question<IReadOnlyList<FoundStatement>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundStatement> Answer(DbConnection connection)
    {
        var rows = new StatementRows(connection);
        return rows.Find(rows.Of(Selection, AsOf), "coalesce(s.day, v.published)", Selection.Limit);
    }
}
