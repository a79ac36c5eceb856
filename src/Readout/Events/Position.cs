namespace Readout.Events;

public enum Stance
{
    Commits,
    Supports,
    Opposes,
    Demands,
    Offers,
    Refuses,
    Warns,
    Considers,
}

/// <summary>What an actor wants, offers, refuses, promises or opposes on a topic, and on what condition.</summary>
public sealed record Position
{
    public required string Id { get; init; }

    public required string Holder { get; init; }

    /// <summary>Entity that voiced it, when not the holder itself.</summary>
    public string? Voice { get; init; }

    public required Stance Stance { get; init; }

    public required string Topic { get; init; }

    public IReadOnlyList<string> Toward { get; init; } = [];

    public TextSpan? Condition { get; init; }

    public string? Statement { get; init; }

    public required TextSpan Evidence { get; init; }

    public required Why Why { get; init; }
}
