using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>An actor as a user names one - <c>PRK</c>, <c>antony-blinken</c>, "North Korea", "Blinken" - as the codes and ids that the rows hold.</summary>
internal sealed record ActorFilter(string? Code, IReadOnlyList<string> Ids)
{
    // Each uses an index of its own; one condition over all of them would read every mention of the record.
    private const string ById = "kind <> 'place' AND id IN (@1, lower(@1), upper(@1))";
    private const string ByName = "kind <> 'place' AND lower(name) = lower(@1)";
    private const string ByFamily = "kind = 'person' AND lower(replace(name, rtrim(name, replace(name, ' ', '')), '')) = lower(@2) AND instr(lower(name) || '|', ' ' || lower(@1) || '|') > 0";
    private const string ByPlace = "lower(name) = lower(@1) OR id IN (@1, lower(@1), upper(@1))";

    private static readonly string[] Conditions = [ById, ByName, ByFamily, ByPlace];

    /// <summary>Throws <see cref="NotCoveredException"/> when no article names the actor.</summary>
    public static ActorFilter Of(DbConnection connection, string given)
    {
        var name = given.Trim();
        if (name.Length == 3 && name.All(char.IsAsciiLetter) && connection.Number("SELECT 1 FROM entities WHERE code = @1 LIMIT 1", name.ToUpperInvariant()) is not null) return new ActorFilter(name.ToUpperInvariant(), []);
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var condition in Conditions)
        {
            var found = connection.Query($"SELECT DISTINCT id, kind, code FROM entities WHERE {condition} ORDER BY id, kind, code NULLS FIRST LIMIT 50", Values(condition, name), r => (Id: r.GetString(0), Kind: r.GetString(1), Code: r.Text(2)));
            if (found.FirstOrDefault(f => f.Kind == "state" && f.Code is not null).Code is { } code) return new ActorFilter(code, []);
            ids.UnionWith(found.Select(f => f.Id));
            // An article that knows no more of a person than the family name must not hide those that know who it is.
            var isLast = condition == ByFamily || (condition == ById && (name.Contains(' ') || name.Contains('-') || found.Any(f => f.Kind != "person")));
            if (ids.Count > 0 && isLast) break;
        }
        if (ids.Count > 0) return new ActorFilter(null, [.. ids]);
        throw new NotCoveredException($"no article in the store names '{given}'; give a state's code such as PRK, or a name as the articles write it");
    }

    private static object?[] Values(string condition, string name) => condition == ByFamily ? [name, name[(name.LastIndexOf(' ') + 1)..]] : [name];

    /// <summary>A condition over rows that have a column for the entity and one for its code.</summary>
    public (string Sql, IReadOnlyList<object?> Values) In(string entity, string code) =>
        Code is not null ? ($"{code} = ?", [Code]) : ($"{entity} IN ({string.Join(", ", Ids.Select(_ => "?"))})", [.. Ids]);
}
