namespace Readout.World;

/// <summary>An entity while its mentions are being gathered.</summary>
internal sealed class Role(string id, EntityKind kind, string name, Why why)
{
    public string Id { get; } = id;

    public EntityKind Kind { get; } = kind;

    /// <summary>The fullest name so far; of a known actor the knowledge's.</summary>
    public string Name { get; set; } = name;

    /// <summary>The name as this article writes it, which later short forms are compared with.</summary>
    public string Written { get; set; } = name;

    public string? Code { get; set; }

    public string? Sector { get; set; }

    public string? Office { get; set; }

    public TitleNoun? Title { get; set; }

    public Actor? Actor { get; init; }

    public Why Why { get; set; } = why;

    /// <summary>'m', 'f' or unknown, from titles and names as the article gives them.</summary>
    public char Gender { get; set; } = '?';
}

/// <summary>The entities and mentions of one article while they are found; private to <see cref="CastFinder"/>.</summary>
internal sealed class Casting
{
    private readonly List<CastMention> mentions = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);

    public List<Role> Roles { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    public IReadOnlyList<CastMention> Mentions => mentions;

    public int Add(Role role)
    {
        if (byId.TryGetValue(role.Id, out var known)) return known;
        byId[role.Id] = Roles.Count;
        Roles.Add(role);
        return Roles.Count - 1;
    }

    public int Add(Actor actor) => byId.TryGetValue(actor.Id, out var known)
        ? known
        : Add(new Role(actor.Id, actor.Kind, actor.Name, actor.Why) { Actor = actor, Code = actor.Code, Sector = actor.Sector });

    public void Mention(int sentence, int head, TextSpan span, MentionForm form, params IReadOnlyList<int> entities) =>
        mentions.Add(new CastMention(sentence, head, span, form, entities));

    public bool IsMentioned(int sentence, int head) => mentions.Exists(m => m.Sentence == sentence && m.Head == head);

    /// <summary>Persons from the most recently mentioned back, as seen from a position.</summary>
    public IEnumerable<int> Recent(TextSpan before, Func<Role, bool> fits) =>
        mentions.Where(m => m.Span.End <= before.Start).OrderByDescending(m => m.Span.Start).SelectMany(m => m.Entities).Distinct().Where(e => fits(Roles[e]));

    public Cast Finish()
    {
        var sorted = mentions.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End).ToList();
        var entities = Roles.Select((role, index) => Entity(role, sorted.Where(m => m.Entities.Contains(index)))).ToList();
        return new Cast(entities, sorted, Doubts);
    }

    private static Entity Entity(Role role, IEnumerable<CastMention> mentions) => new()
    {
        Id = role.Id,
        Kind = role.Kind,
        Name = role.Kind == EntityKind.Person && PersonName.Parts(role.Written).Length > 1 ? role.Written : role.Name,
        Code = role.Code,
        Sector = role.Sector,
        Office = role.Office,
        Mentions = [.. mentions.Select(m => new Mention(m.Span, m.Form)).Distinct()],
        Why = role.Why,
    };
}
