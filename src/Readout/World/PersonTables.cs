using Readout.Loading;

namespace Readout.World;

/// <summary>Reads actors/offices/*.tsv and actors/people*.tsv into persons with their dated offices.</summary>
internal static class PersonTables
{
    public static IEnumerable<(Actor Actor, IEnumerable<(string Alias, AliasUse Use)> Names)> Read(KnowledgeFolder folder)
    {
        var kinds = new OfficeKinds(folder);
        var rows = folder.Tables("actors/offices").SelectMany(t => t.Rows).GroupBy(r => Fold.Slug(r["person"]));
        var holders = rows.Select(r => Holder(r, kinds)).ToDictionary(h => h.Actor.Id, StringComparer.Ordinal);
        foreach (var row in People(folder))
        {
            var id = Fold.Slug(row["name"]);
            holders[id] = holders.TryGetValue(id, out var known) ? (known.Actor, known.Names.Concat(Aliases(row, "name"))) : (Person(id, row), Aliases(row, "name"));
        }
        return holders.Values;
    }

    private static IEnumerable<KnowledgeRow> People(KnowledgeFolder folder) =>
        folder.Names.Where(n => n.StartsWith("actors/people", StringComparison.Ordinal)).SelectMany(n => folder.Table(n).Rows);

    private static (Actor Actor, IEnumerable<(string, AliasUse)> Names) Holder(IGrouping<string, KnowledgeRow> rows, OfficeKinds kinds)
    {
        var first = rows.First();
        var tenures = rows.Select(r => Tenure(r, kinds.Of(r))).ToList();
        var actor = new Actor
        {
            Id = rows.Key,
            Kind = EntityKind.Person,
            Name = Bare(first["person"]),
            Code = first["state"],
            Sector = tenures[^1].Sector,
            Tenures = tenures,
            Why = first.Why("office"),
        };
        return (actor, rows.SelectMany(r => Aliases(r, "person")).Distinct());
    }

    private static IEnumerable<(string, AliasUse)> Aliases(KnowledgeRow row, string name) =>
        new[] { Bare(row[name]) }.Concat(row.Values("aliases")).Where(n => n.Length > 0).Select(n => (n, AliasUse.Name));

    // "Mike Rogers (Alabama)": the bracket keeps namesakes apart and is no part of the name.
    private static string Bare(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    private static Tenure Tenure(KnowledgeRow row, OfficeKind kind)
    {
        var from = row["from"] is { Length: > 0 } f ? World.Tenure.FirstDay(f) ?? throw row.Wrong($"'{f}' is no ISO date") : DateOnly.MinValue;
        var to = row["to"] is { Length: > 0 } t ? World.Tenure.LastDay(t) ?? throw row.Wrong($"'{t}' is no ISO date") : DateOnly.MaxValue;
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
