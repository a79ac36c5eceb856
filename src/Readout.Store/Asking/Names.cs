using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Somebody who takes part in a finding, with name and office as of the article that names him.</summary>
public sealed record Party(string Id, string Name, string? Code, string? Office)
{
    /// <summary>state, person, organisation, group or place; null when the article does not name it.</summary>
    public string? Kind { get; init; }

    /// <summary>PLOVER sector, such as <c>GOV</c>.</summary>
    public string? Sector { get; init; }
}

/// <summary>Who the ids of one version's findings are.</summary>
internal sealed class Names(DbConnection connection)
{
    private readonly Dictionary<long, Dictionary<string, Party>> known = [];

    public Party Of(long version, string id) => In(version).GetValueOrDefault(id) ?? new Party(id, id, null, null);

    /// <summary>Everybody on the sides of some events, by the events' numbers.</summary>
    public static ILookup<long, (string Side, Party Party)> Sides(DbConnection connection, IReadOnlyList<long> events) => events.Chunk(500).SelectMany(some => connection.Query(
        $"""
        SELECT s.event, s.side, s.entity, n.name, n.code, n.office, n.kind, n.sector FROM event_sides s JOIN events e ON e.event = s.event LEFT JOIN entities n ON n.version = e.version AND n.id = s.entity
        WHERE s.event IN ({string.Join(", ", some)}) ORDER BY s.event, s.entity
        """, [], r => (Event: r.GetInt64(0), Side: r.GetString(1), Party: new Party(r.GetString(2), r.Text(3) ?? r.GetString(2), r.Text(4), r.Text(5)) { Kind = r.Text(6), Sector = r.Text(7) })))
        .ToLookup(r => r.Event, r => (r.Side, r.Party));

    private Dictionary<string, Party> In(long version)
    {
        if (known.TryGetValue(version, out var parties)) return parties;
        return known[version] = connection.Query("SELECT id, name, code, office, kind, sector FROM entities WHERE version = @1", [version], r => new Party(r.GetString(0), r.GetString(1), r.Text(2), r.Text(3)) { Kind = r.GetString(4), Sector = r.Text(5) })
            .ToDictionary(p => p.Id, StringComparer.Ordinal);
    }
}
