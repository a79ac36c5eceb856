using Readout.Loading;

namespace Readout.World;

/// <summary>Reads actors/offices/*.tsv and actors/people*.tsv into persons with their dated offices.</summary>
internal static class PersonTables
{
    public static IEnumerable<(Actor Actor, IEnumerable<(string Alias, AliasUse Use)> Names)> Read(KnowledgeFolder folder)
    {
        var kinds = new OfficeKinds(folder);
        var (rows, order) = (new Dictionary<string, List<KnowledgeRow>>(StringComparer.Ordinal), new List<string>());
        foreach (var table in folder.Tables("actors/offices"))
            foreach (var row in table.Rows)
            {
                var id = Fold.Slug(row.Cell("person"));
                if (!rows.TryGetValue(id, out var own))
                {
                    rows[id] = own = [];
                    order.Add(id);
                }
                own.Add(row);
            }
        var persons = new Dictionary<string, int>(StringComparer.Ordinal);
        var holders = new List<(Actor Actor, IEnumerable<(string Alias, AliasUse Use)> Names)>(order.Count);
        foreach (var id in order)
        {
            persons.Add(id, holders.Count);
            holders.Add(Holder(id, rows[id], kinds));
        }
        foreach (var row in People(folder))
        {
            var id = Fold.Slug(row.Cell("name"));
            if (persons.TryGetValue(id, out var at)) holders[at] = (holders[at].Actor, [.. holders[at].Names, .. Aliases(row, "name")]);
            else
            {
                persons.Add(id, holders.Count);
                holders.Add((Person(id, row), Aliases(row, "name")));
            }
        }
        return holders;
    }

    private static IEnumerable<KnowledgeRow> People(KnowledgeFolder folder) =>
        folder.Names.Where(n => n.StartsWith("actors/people", StringComparison.Ordinal)).SelectMany(n => folder.Table(n).Rows);

    private static (Actor Actor, IEnumerable<(string, AliasUse)> Names) Holder(string id, List<KnowledgeRow> rows, OfficeKinds kinds)
    {
        var first = rows[0];
        var tenures = rows.ConvertAll(r => Tenure(r, kinds.Of(r)));
        var actor = new Actor
        {
            Id = id,
            Kind = EntityKind.Person,
            Name = Bare(first["person"]),
            Code = first["state"],
            Sector = tenures[^1].Sector,
            Tenures = tenures,
            Why = first.Why("office"),
        };
        var names = new List<(string, AliasUse)>();
        foreach (var row in rows)
            foreach (var alias in Aliases(row, "person"))
                if (!names.Contains(alias)) names.Add(alias);
        return (actor, names);
    }

    private static List<(string, AliasUse)> Aliases(KnowledgeRow row, string name)
    {
        var names = new List<(string, AliasUse)>(2);
        if (Bare(row[name]) is { Length: > 0 } own) names.Add((own, AliasUse.Name));
        if (!row.Cell("aliases").IsEmpty) names.AddRange(row.Values("aliases").Select(n => (n, AliasUse.Name)));
        return names;
    }

    // "Mike Rogers (Alabama)": the bracket keeps namesakes apart and is no part of the name.
    private static string Bare(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    private static Tenure Tenure(KnowledgeRow row, OfficeKind kind)
    {
        var from = row.Cell("from") is { Length: > 0 } f ? World.Tenure.FirstDay(f) ?? throw row.Wrong($"'{f}' is no ISO date") : DateOnly.MinValue;
        var to = row.Cell("to") is { Length: > 0 } t ? World.Tenure.LastDay(t) ?? throw row.Wrong($"'{t}' is no ISO date") : DateOnly.MaxValue;
        return new Tenure(row["person"], row["state"], kind.Role, row["office"], from, to, row.Why("office")) { Rank = kind.Rank, Sector = kind.Sector, Leads = kind.Leads, Titles = kind.Titles };
    }

    private static Actor Person(string id, KnowledgeRow row) => new()
    {
        Id = id,
        Kind = EntityKind.Person,
        Name = Bare(row["name"]),
        Code = row.OrNull("country"),
        Sector = row.OrNull("sector"),
        Why = row.Why("person"),
    };
}
