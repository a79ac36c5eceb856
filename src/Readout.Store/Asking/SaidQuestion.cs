using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Who said what, in the order of days. The first actor of the selection speaks; further ones are spoken to or about.</summary>
public sealed record SaidQuestion : Question<IReadOnlyList<FoundStatement>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Kinds of statement, such as <c>deny</c>; empty means all.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>The latest day first instead of last.</summary>
    public bool Latest { get; init; }

    internal override IReadOnlyList<FoundStatement> Answer(DbConnection connection)
    {
        var rows = new StatementRows(connection);
        var where = rows.Of(Selection, AsOf);
        if (Acts.Count > 0) where.And($"s.act IN ({string.Join(", ", Acts.Select(_ => "?"))})", [.. Acts]);
        return rows.Find(where, Latest ? "coalesce(s.day, v.published) DESC NULLS LAST" : "coalesce(s.day, v.published) NULLS FIRST", Selection.Limit);
    }
}
