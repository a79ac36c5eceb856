using Readout.Loading;

namespace Readout.World.Visits;

/// <summary>What a list of visits says of one person: a title and a name, of a state, in office on some days.</summary>
/// <param name="Line">Line of the list, from 1.</param>
/// <param name="Who">Title and name as the list writes them.</param>
/// <param name="Of">The state as the list writes it.</param>
/// <param name="IsHost">Named in the remarks of a journey, not its traveller.</param>
internal sealed record VisitClaim(int Line, DateOnly Start, DateOnly End, string Who, string Of, bool IsHost);

/// <summary>Reads lists of visits: tables with <c>start end visitor from</c> (who came), or <c>start end who country remarks</c> (who travelled, and whom the remarks name as hosts).</summary>
internal static class VisitList
{
    /// <exception cref="KnowledgeException">The table has other columns, or a day is no ISO day.</exception>
    public static IReadOnlyList<VisitClaim> Read(KnowledgeTable table, Actors actors)
    {
        var hosts = new HostFinder(actors);
        return table.HasColumn("visitor")
            ? [.. table.Rows.Where(r => r["visitor"].Length > 0).Select(r => Claim(r, r["visitor"], r["from"], false))]
            : [.. table.Rows.SelectMany(r => hosts.Find(r["remarks"], r["country"]).Select(h => Claim(r, h.Who, h.Of, true)).Prepend(Claim(r, r["who"], "United States", false)))];
    }

    private static VisitClaim Claim(KnowledgeRow row, string who, string of, bool isHost) => new(row.Line, Day(row, "start"), Day(row, "end"), who, of, isHost);

    private static DateOnly Day(KnowledgeRow row, string column) => Tenure.FirstDay(row[column]) ?? throw row.Wrong($"has the {column} '{row[column]}'; give a day as YYYY-MM-DD");
}
