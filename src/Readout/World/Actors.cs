using Readout.Loading;

namespace Readout.World;

/// <summary>All actors of the knowledge files, by alias, by state and role, and by surname. Compiled once, then only read.</summary>
internal sealed class Actors
{
    private readonly AliasTrie<AliasTarget> aliases = new();
    private readonly Dictionary<string, Actor> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string State, string Role), List<Tenure>> holders = [];
    private readonly Dictionary<string, List<Actor>> bySurname = new(StringComparer.Ordinal);
    private readonly HashSet<string> offices;

    /// <summary>Reads the tables under <c>actors/</c>. Throws <see cref="KnowledgeException"/> with file and line on an unknown code or date.</summary>
    public Actors(KnowledgeFolder folder)
    {
        NameWords = new NameWords(folder);
        GivenNames = new GivenNames(folder.Table("actors/given-names.tsv"));
        offices = [.. folder.Table("actors/roles.tsv").Rows.Select(r => r["role"])];
        foreach (var (actor, names) in ActorTables.Read(folder)) Add(actor, names);
        Bodies = folder.Table("actors/body-codes.tsv").By("code", r => r["plover"], StringComparer.Ordinal);
        AnaphoraNouns = AnaphoraNoun.Read(folder);
        Titles = new TitleNouns(folder.Table("actors/sectors.tsv"));
    }

    internal TitleNouns Titles { get; }

    internal IReadOnlyDictionary<string, List<AnaphoraNoun>> AnaphoraNouns { get; }

    /// <summary>The codebook's id of each body that is no state.</summary>
    internal IReadOnlyDictionary<string, string> Bodies { get; }

    internal GivenNames GivenNames { get; }

    internal NameWords NameWords { get; }

    /// <summary>Is this the role of a dated office (roles.tsv), not only of an agent noun?</summary>
    internal bool IsOffice(string role) => offices.Contains(role);

    public IEnumerable<Actor> All => byId.Values;

    public Actor? Find(string id) => byId.GetValueOrDefault(id);

    internal AliasMatch<AliasTarget>? Longest(Words words, int start) => aliases.Longest(words, start);

    /// <summary>Those who held a kind of office of a state on a day, in the order of the files.</summary>
    public IEnumerable<Tenure> Holders(string state, string role, DateOnly day) =>
        holders.TryGetValue((state, role), out var tenures) ? tenures.Where(t => t.Holds(day)) : [];

    /// <summary>Persons whose last or family name this is.</summary>
    public IReadOnlyList<Actor> WithSurname(string surname) => bySurname.TryGetValue(Fold.Text(surname), out var found) ? found : [];

    private void Add(Actor actor, IEnumerable<(string Alias, AliasUse Use)> names)
    {
        byId.TryAdd(actor.Id, actor);
        if (actor.Kind == EntityKind.Person) AddPerson(actor);
        foreach (var (alias, use) in names)
        {
            aliases.Add(alias, new AliasTarget(actor, use));
            if (actor.Kind == EntityKind.Person && alias.Contains(' ')) AddSurnames(actor, alias);
        }
    }

    private void AddPerson(Actor person)
    {
        foreach (var tenure in person.Tenures)
        {
            if (!holders.TryGetValue((tenure.State, tenure.Role), out var list)) holders[(tenure.State, tenure.Role)] = list = [];
            list.Add(tenure);
        }
        AddSurnames(person, person.Name);
    }

    // "Schroeder" and "Schröder" are surnames of one man.
    private void AddSurnames(Actor person, string name)
    {
        foreach (var surname in PersonName.Surnames(name, person.Code, NameWords))
        {
            if (!bySurname.TryGetValue(surname, out var list)) bySurname[surname] = list = [];
            if (list.Count == 0 || !ReferenceEquals(list[^1], person)) list.Add(person);
        }
    }
}
