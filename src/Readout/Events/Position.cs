namespace Readout.Events;

/// <summary>What a holder does about a topic.</summary>
public enum Stance
{
    /// <summary>Promises to do it.</summary>
    Commits,

    /// <summary>Is for it.</summary>
    Supports,

    /// <summary>Is against it.</summary>
    Opposes,

    /// <summary>Asks another to do it.</summary>
    Demands,

    /// <summary>Would do it, if the other wants it.</summary>
    Offers,

    /// <summary>Will not do it.</summary>
    Refuses,

    /// <summary>Says what will follow from it.</summary>
    Warns,

    /// <summary>Thinks about doing it.</summary>
    Considers,
}

/// <summary>What an actor wants, offers, refuses, promises or opposes on a topic, and on what condition.</summary>
public sealed record Position
{
    /// <summary><c>p1</c>, <c>p2</c> ... in text order; unique within the reading.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the entity whose position it is.</summary>
    public required string Holder { get; init; }

    /// <summary>Entity that voiced it, when not the holder itself.</summary>
    public string? Voice { get; init; }

    /// <summary>What the holder does about the topic.</summary>
    public required Stance Stance { get; init; }

    /// <summary>What it is about: a topic of <c>positions/topics.tsv</c>, or the words of the text.</summary>
    public required string Topic { get; init; }

    /// <summary>Ids of the entities that it is addressed to.</summary>
    public IReadOnlyList<string> Toward { get; init; } = [];

    /// <summary>The words of the condition; null when it is unconditional.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Id of the statement that it stands in; null when the article says so itself.</summary>
    public string? Statement { get; init; }

    /// <summary>The words that tell of it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>The rule that found it.</summary>
    public required Why Why { get; init; }
}
