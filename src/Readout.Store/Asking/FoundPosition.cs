namespace Readout.Store.Asking;

/// <summary>What a position is to the one that its holder took before on the topic.</summary>
public enum PositionChange
{
    /// <summary>The first of its holder on the topic.</summary>
    New,

    /// <summary>The same again.</summary>
    Reaffirmed,

    /// <summary>Another stance, or another condition.</summary>
    Changed,

    /// <summary>The opposite, and neither on a condition.</summary>
    Reversed,

    /// <summary>Another report of the same occasion.</summary>
    Repeated,
}

/// <summary>The position before.</summary>
/// <param name="Citation">Its span is the sentence.</param>
public sealed record EarlierPosition(string Id, string Stance, string Sentence, Citation Citation);

/// <summary>A position of the record: what an actor demands, offers, refuses.</summary>
public sealed record FoundPosition
{
    public required string Id { get; init; }

    public required Party Holder { get; init; }

    public Party? Voice { get; init; }

    public required string Stance { get; init; }

    public required string Topic { get; init; }

    public required IReadOnlyList<string> Toward { get; init; }

    /// <summary>The words of the condition.</summary>
    public string? Condition { get; init; }

    public required string Sentence { get; init; }

    public required TextSpan SentenceSpan { get; init; }

    public required string Rule { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Ids of the corrections that changed or added it.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    public TextSpan? ConditionSpan { get; init; }

    /// <summary>Id of the statement that voices it, within the article.</summary>
    public string? Statement { get; init; }

    /// <summary>Null for a position without a day.</summary>
    public PositionChange? Change { get; init; }

    public EarlierPosition? Earlier { get; init; }
}
