using System.Data.Common;
using Readout.Store.Acts;

namespace Readout.Store.Asking;

/// <summary>Events in the order of their days, each once however many reports there are; those without a day stand at the day of the report.</summary>
public sealed record TimelineQuestion : Question<IReadOnlyList<FoundEvent>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Such as <c>planned</c>; empty means all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Every report for itself.</summary>
    public bool Reports { get; init; }

    /// <summary>The latest day first instead of last.</summary>
    public bool Latest { get; init; }

    internal override IReadOnlyList<FoundEvent> Answer(DbConnection connection)
    {
        var rows = new EventRows(connection);
        var where = rows.Of(Selection, AsOf);
        if (Statuses.Count > 0) where.And($"e.status IN ({string.Join(", ", Statuses.Select(_ => "?"))})", [.. Statuses]);
        return Reports ? rows.Find(where, Latest ? "e.day DESC" : "e.day", Selection.Limit, AsOf) : rows.Acts(where, Selection.Limit, new ActSheet(connection, AsOf), Latest);
    }
}
