using System.Data.Common;
using Readout.Store.Data;
using Readout.Store.Watching;

namespace Readout.Store.Asking;

/// <summary>The saved questions, by name.</summary>
public sealed record WatchesQuestion : Question<IReadOnlyList<Watch>>
{
    internal override IReadOnlyList<Watch> Answer(DbConnection connection) => connection.Query("SELECT body FROM watches ORDER BY name", [], r => WatchJson.Read(r.GetString(0)));
}

/// <summary>Which of some entries nobody has looked at yet, by <see cref="ReadingStore.Looked"/>.</summary>
public sealed record UnseenQuestion : Question<IReadOnlyList<string>>
{
    // Beside the keys of what was reported elsewhere: whoever reads a feed has not looked at the page.
    internal const string Mark = "look ";

    public required string Watch { get; init; }

    public required IReadOnlyList<string> Entries { get; init; }

    internal override IReadOnlyList<string> Answer(DbConnection connection) =>
        [.. new UnreportedQuestion { Watch = Watch, Entries = [.. Entries.Select(e => Mark + e)] }.Answer(connection).Select(e => e[Mark.Length..])];
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
