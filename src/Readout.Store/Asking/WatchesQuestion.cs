using System.Data.Common;
using Readout.Store.Data;
using Readout.Store.Watching;

namespace Readout.Store.Asking;

/// <summary>The saved questions, by name.</summary>
public sealed record WatchesQuestion : Question<IReadOnlyList<Watch>>
{
    internal override IReadOnlyList<Watch> Answer(DbConnection connection) => connection.Query("SELECT body FROM watches ORDER BY name", [], r => WatchJson.Read(r.GetString(0)));
}

/// <summary>Which of some entries a watch has not reported yet.</summary>
public sealed record UnreportedQuestion : Question<IReadOnlyList<string>>
{
    public required string Watch { get; init; }

    public required IReadOnlyList<string> Entries { get; init; }

    internal override IReadOnlyList<string> Answer(DbConnection connection)
    {
        var reported = connection.Query("SELECT entry FROM watch_reports WHERE watch = @1", [Watch], r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return [.. Entries.Where(e => !reported.Contains(e))];
    }
}
