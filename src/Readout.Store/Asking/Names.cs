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

    /// <summary>The columns that <see cref="Party"/> expects, of an entity that may be missing.</summary>
    public static string Columns(string entity) => $"{entity}.name, {entity}.code, {entity}.office, {entity}.kind, {entity}.sector";

    public static Party Party(Row row, int at, string id) => new(id, row.Text(at) ?? id, row.Text(at + 1), row.Text(at + 2)) { Kind = row.Text(at + 3), Sector = row.Text(at + 4) };

    /// <summary>Everybody on the sides of some events, by the events' numbers.</summary>
    public static ILookup<long, (string Side, Party Party)> Sides(DbConnection connection, IReadOnlyList<long> events) => events.Chunk(500).SelectMany(some => connection.Query(
        $"""
        SELECT s.event, s.side, s.entity, {Columns("n")} FROM event_sides s JOIN events e ON e.event = s.event LEFT JOIN entities n ON n.version = e.version AND n.id = s.entity
        WHERE s.event IN ({string.Join(", ", some)}) ORDER BY s.event, s.entity
        """, [], r => (Event: r.GetInt64(0), Side: r.GetString(1), Party: Party(r, 3, r.GetString(2)))))
        .ToLookup(r => r.Event, r => (r.Side, r.Party));

    private Dictionary<string, Party> In(long version)
    {
        if (known.TryGetValue(version, out var parties)) return parties;
        return known[version] = connection.Query($"SELECT n.id, {Columns("n")} FROM entities n WHERE n.version = @1", [version], r => Party(r, 1, r.GetString(0)))
            .ToDictionary(p => p.Id, StringComparer.Ordinal);
    }
}
