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

    /// <summary>Everybody on the sides of an event.</summary>
    public List<(string Side, Party Party)> Sides(long version, long found) =>
        connection.Query("SELECT side, entity FROM event_sides WHERE event = @1 ORDER BY entity", [found], r => (r.GetString(0), Of(version, r.GetString(1))));

    private Dictionary<string, Party> In(long version)
    {
        if (known.TryGetValue(version, out var parties)) return parties;
        return known[version] = connection.Query("SELECT id, name, code, office, kind, sector FROM entities WHERE version = @1", [version], r => new Party(r.GetString(0), r.GetString(1), r.Text(2), r.Text(3)) { Kind = r.GetString(4), Sector = r.Text(5) })
            .ToDictionary(p => p.Id, StringComparer.Ordinal);
    }
}
