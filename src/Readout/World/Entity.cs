namespace Readout.World;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A state, its government, or a city that stands for it.</summary>
    State,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A body with a name: a ministry, an alliance, a company.</summary>
    Organisation,

    /// <summary>People without a body: protesters, rebels, a nation.</summary>
    Group,

    /// <summary>A place that does not act.</summary>
    Place,
}

/// <summary>In what words an entity is mentioned.</summary>
public enum MentionForm
{
    /// <summary>By a name.</summary>
    Name,

    /// <summary>By a description: <c>the minister</c>.</summary>
    Description,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>One place in the text that names an entity.</summary>
public readonly record struct Mention(TextSpan Span, MentionForm Form);

/// <summary>An actor or a place in the world, as this article names it.</summary>
public sealed record Entity
{
    /// <summary>ISO code of a state, or a slug of the name (<c>antony-blinken</c>); never depends on reading order.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Its name as the tables write it; of somebody they do not know as the article does.</summary>
    public required string Name { get; init; }

    /// <summary>State or body that it is or belongs to: ISO 3166-1 alpha-3, <c>UNO</c>, <c>EUR</c>, or a group's own code.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER sector, such as <c>GOV</c>.</summary>
    public string? Sector { get; init; }

    /// <summary>The office held on the article's date.</summary>
    public string? Office { get; init; }

    /// <summary>Where a state or place lies; null of others, and where neither table nor context tells.</summary>
    public Place? Place { get; init; }

    /// <summary>Every place of the text that means it, in text order.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>The rule or row that settled who it is.</summary>
    public required Why Why { get; init; }

    /// <summary>Of the id alone, which is enough to tell the entities of an article apart.</summary>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
