using Readout.Loading;

namespace Readout.World;

/// <summary>Reads the tables of actors/ into actors with their aliases.</summary>
internal static class ActorTables
{
    public static IEnumerable<(Actor Actor, IEnumerable<(string Alias, AliasUse Use)> Names)> Read(KnowledgeFolder folder)
    {
        var states = folder.Table("actors/states.tsv").Rows.Select(State).ToList();
        var codes = states.ToDictionary(s => s.Actor.Id, s => s.Actor, StringComparer.Ordinal);
        var organisations = Rows(folder, "actors/organisations.tsv").Select(Organisation).ToList();
        var bodies = organisations.SelectMany(o => o.Names.Select(n => (n.Item1, o.Actor))).GroupBy(n => n.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Actor, StringComparer.Ordinal);
        return [.. states,
            .. Rows(folder, "actors/subjects.tsv").Select(Subject),
            .. Rows(folder, "actors/metonyms.tsv").Select(r => Metonym(r, codes, bodies)),
            .. organisations,
            .. PersonTables.Read(folder)];
    }

    private static IEnumerable<KnowledgeRow> Rows(KnowledgeFolder folder, string name) => folder.Has(name) ? folder.Table(name).Rows : [];

    private static (Actor Actor, IEnumerable<(string, AliasUse)> Names) State(KnowledgeRow row)
    {
        var actor = new Actor
        {
            Id = row["code"],
            Kind = EntityKind.State,
            Name = row["name"],
            Code = row["code"],
            From = First(row),
            To = Last(row),
            Why = row.Why("state"),
        };
        return (actor, Names(row, [row["name"], row["long_name"], .. row.Values("aliases")], "nationals"));
    }

    private static (Actor, IEnumerable<(string, AliasUse)>) Subject(KnowledgeRow row)
    {
        var actor = new Actor { Id = Fold.Slug(row["name"]), Kind = EntityKind.Place, Name = row["name"], Code = row["own"] == "yes" ? row["code"] : row["parent"], Country = row["code"].Length == 3 ? row["code"] : null, Sector = row.OrNull("sector"), Why = row.Why("subject") };
        return (actor, Names(row, [row["name"], .. row.Values("aliases")], null));
    }

    private static (Actor, IEnumerable<(string, AliasUse)>) Metonym(KnowledgeRow row, Dictionary<string, Actor> states, Dictionary<string, Actor> bodies)
    {
        var capital = row["kind"] is "capital" or "seat";
        var government = capital && states.TryGetValue(row["code"], out var state) ? state : null;
        var name = row["phrase"].StartsWith("the ", StringComparison.Ordinal) ? row["phrase"][4..] : row["phrase"];
        var actor = government ?? Body(name, row, states, bodies) ?? new Actor
        {
            Id = Fold.Slug(name),
            Kind = EntityKind.Organisation,
            Name = name,
            Code = row.OrNull("code"),
            Sector = row.OrNull("sector"),
            BodyKind = row["kind"],
            From = First(row),
            To = Last(row),
            Why = row.Why("metonym"),
        };
        return (actor, [(row["phrase"], AliasUse.Metonym)]);
    }

    // "Congress" and "the Congress" are the body that organisations.tsv calls United States Congress.
    private static Actor? Body(string name, KnowledgeRow row, Dictionary<string, Actor> states, Dictionary<string, Actor> bodies)
    {
        var state = states.GetValueOrDefault(row["code"]);
        return new[] { name, $"{state?.Name} {name}" }.Select(n => bodies.GetValueOrDefault(n)).FirstOrDefault(a => a is not null && a.Code == row.OrNull("code"));
    }

    private static (Actor Actor, IEnumerable<(string, AliasUse)> Names) Organisation(KnowledgeRow row)
    {
        var actor = new Actor
        {
            Id = row["id"],
            Kind = row["kind"] == "armed-group" ? EntityKind.Group : EntityKind.Organisation,
            Name = row["name"],
            Code = row.OrNull("code") ?? row.OrNull("country"),
            Country = row.OrNull("country"),
            IsInternational = row["kind"] == "igo",
            BodyKind = row["kind"],
            Sector = row.OrNull("sector"),
            From = First(row),
            To = Last(row),
            Why = row.Why("organisation"),
        };
        return (actor, new[] { row["name"] }.Concat(row.Values("aliases")).Distinct().Select(n => (n, AliasUse.Name)));
    }

    private static IEnumerable<(string, AliasUse)> Names(KnowledgeRow row, string[] names, string? nationals) =>
    [
        .. names.Where(n => n.Length > 0).Distinct().Select(n => (n, AliasUse.Name)),
        .. row.Values("adjectives").Select(n => (n, AliasUse.Adjective)),
        .. nationals is null ? [] : row.Values(nationals).Select(n => (n, AliasUse.National)),
    ];

    private static DateOnly First(KnowledgeRow row) => row["from"] is { Length: > 0 } from ? Tenure.FirstDay(from) ?? throw row.Wrong($"'{from}' is no ISO date") : DateOnly.MinValue;

    private static DateOnly Last(KnowledgeRow row) => row["to"] is { Length: > 0 } to ? Tenure.LastDay(to) ?? throw row.Wrong($"'{to}' is no ISO date") : DateOnly.MaxValue;
}
