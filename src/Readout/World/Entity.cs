namespace Readout.World;

public enum EntityKind
{
    State,
    Person,
    Organisation,
    Group,
    Place,
}

public enum MentionForm
{
    Name,
    Description,
    Pronoun,
}

/// <summary>One place in the text that names an entity.</summary>
public readonly record struct Mention(TextSpan Span, MentionForm Form);

/// <summary>An actor or a place in the world, as this article names it.</summary>
public sealed record Entity
{
    /// <summary>ISO code of a state, or a slug of the name (<c>antony-blinken</c>); never depends on reading order.</summary>
    public required string Id { get; init; }

    public required EntityKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>State or body that it is or belongs to: ISO 3166-1 alpha-3, <c>UNO</c>, <c>EUR</c>, or a group's own code.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER sector, such as <c>GOV</c>.</summary>
    public string? Sector { get; init; }

    /// <summary>The office held on the article's date.</summary>
    public string? Office { get; init; }

    /// <summary>Where a state or place lies; null of others, and where neither table nor context tells.</summary>
    public Place? Place { get; init; }

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public required Why Why { get; init; }

    /// <summary>Of the id alone, which is enough to tell the entities of an article apart.</summary>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
