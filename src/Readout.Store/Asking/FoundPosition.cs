namespace Readout.Store.Asking;

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
}
