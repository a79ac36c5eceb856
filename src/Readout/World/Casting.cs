using Readout.Syntax;

namespace Readout.World;

/// <summary>The cast while it is being found: roles by id, mentions by sentence and by role. Linking rules stay outside; the order of finding is left to <see cref="CastFinder"/>.</summary>
internal sealed class Casting(IReadOnlyList<Parse> parses)
{
    private readonly List<CastMention> mentions = [];
    private readonly List<CastMention>[] bySentence = [.. parses.Select(_ => new List<CastMention>())];
    private readonly HashSet<(int Sentence, int Head)> heads = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly List<int> persons = [];

    public IReadOnlyList<Parse> Parses { get; } = parses;

    public List<Role> Roles { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    public IReadOnlyList<CastMention> Mentions => mentions;

    /// <summary>Indices of the roles that are persons, in the order of their first mention.</summary>
    public IReadOnlyList<int> Persons => persons;

    public bool Has(string id) => byId.ContainsKey(id);

    public int Add(Role role)
    {
        if (byId.TryGetValue(role.Id, out var known)) return known;
        byId[role.Id] = Roles.Count;
        if (role.Kind == EntityKind.Person) persons.Add(Roles.Count);
        Roles.Add(role);
        return Roles.Count - 1;
    }

    public int Add(Actor actor) => byId.TryGetValue(actor.Id, out var known)
        ? known
        : Add(new Role(actor.Id, actor.Kind, actor.Name, actor.Why) { Actor = actor, Code = actor.Code, Sector = actor.Sector });

    /// <summary>Gives a role the id of the place that it turned out to be; a role that has it already keeps it.</summary>
    public void Rename(int role, string id)
    {
        if (!byId.TryAdd(id, role)) return;
        byId.Remove(Roles[role].Id);
        Roles[role].Id = id;
    }

    public void Mention(int sentence, int head, TextSpan span, MentionForm form, params IReadOnlyList<int> entities)
    {
        var mention = new CastMention(sentence, head, span, form, entities);
        mentions.Add(mention);
        heads.Add((sentence, head));
        Insert(bySentence[sentence], mention);
        foreach (var entity in entities) Insert(Roles[entity].Mentions, mention);
    }

    // Names of the whole article come first, descriptions and pronouns sentence by sentence: nearly always at the end.
    private static void Insert(List<CastMention> sorted, CastMention mention)
    {
        var at = sorted.Count;
        while (at > 0 && sorted[at - 1].Span.Start > mention.Span.Start) at--;
        sorted.Insert(at, mention);
    }

    public bool IsMentioned(int sentence, int head) => heads.Contains((sentence, head));

    /// <summary>Mentions of a sentence so far, by place.</summary>
    public IReadOnlyList<CastMention> In(int sentence) => bySentence[sentence];

    /// <summary>Persons from the most recently mentioned back, as seen from a position.</summary>
    public IEnumerable<int> Recent(TextSpan before, Func<Role, bool> fits) =>
        persons.Where(p => fits(Roles[p])).Select(p => (Person: p, Last: Roles[p].LastBefore(before.Start)))
            .Where(p => p.Last >= 0).OrderByDescending(p => p.Last).Select(p => p.Person);

    // "UNICEF" in an article that never writes the name out.
    private string BodyName(Role role)
    {
        var written = role.Mentions.Where(m => m.Form == MentionForm.Name).Select(m => m.Span.In(Parses[m.Sentence].Text)).Distinct(StringComparer.Ordinal).ToList();
        return written.Count == 0 || written.Contains(role.Name) ? role.Name : written.MaxBy(w => w.Length)!;
    }

    public Cast Finish()
    {
        var sorted = mentions.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End).ToList();
        return new Cast([.. Roles.Select(Entity)], sorted, Doubts);
    }

    private Entity Entity(Role role) => new()
    {
        Id = role.Id,
        Kind = role.Kind,
        Name = role.Kind == EntityKind.Person ? PersonName.Parts(role.Written).Length > 1 ? role.Written : role.Name : role is { Kind: EntityKind.Organisation, Actor: not null } ? BodyName(role) : role.Name,
        Code = role.Code,
        Sector = role.Sector,
        Office = role.Office,
        Place = role.Place,
        Mentions = [.. role.Mentions.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End).Select(m => new Mention(m.Span, m.Form)).Distinct()],
        Why = role.Why,
    };
}
