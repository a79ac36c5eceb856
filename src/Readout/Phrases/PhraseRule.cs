namespace Readout.Phrases;

/// <summary>A sentence of a rule file with what the rule must find in it, or must not.</summary>
/// <param name="Text">The sentence without the brackets.</param>
/// <param name="Found">What stands in brackets; null in a <c>no</c> line, which the rule must leave alone.</param>
/// <param name="Value">The value expected after the arrow.</param>
/// <param name="Published">Publication date after <c>@</c>, where the example needs another than the usual one.</param>
internal sealed record PhraseExample(string Text, TextSpan? Found, string? Value, DateOnly? Published, int Line);

/// <summary>What a rule yields: an operation over captures and constants.</summary>
internal sealed record PhraseFormula(string Operation, IReadOnlyList<PhraseArgument> Arguments)
{
    /// <summary>The operation that hands on the value of one word; every grammar has it.</summary>
    public const string Word = "word";
}

/// <summary>A captured part of the phrase (by slot) or a constant.</summary>
internal readonly record struct PhraseArgument(int Slot, string? Constant);

/// <summary>A rule of a <c>.rules</c> file: patterns, what they yield, where they do not hold, and examples that are run as tests.</summary>
internal sealed record PhraseRule
{
    public required Why Why { get; init; }

    public required int Stage { get; init; }

    /// <summary>Place within all rules; among equals the earlier rule wins.</summary>
    public required int Order { get; init; }

    public required int Category { get; init; }

    /// <summary>A fixed grain, or -1 when it is that of the capture in <see cref="GrainSlot"/>.</summary>
    public required int Grain { get; init; }

    public required int GrainSlot { get; init; }

    public required int SlotCount { get; init; }

    public required PhraseFormula Formula { get; init; }

    public required IReadOnlyList<PhraseNode> Patterns { get; init; }

    public IReadOnlyList<PhraseNode> UnlessBefore { get; init; } = [];

    public IReadOnlyList<PhraseNode> UnlessAfter { get; init; } = [];

    public IReadOnlyList<PhraseNode> OnlyBefore { get; init; } = [];

    public IReadOnlyList<PhraseNode> OnlyAfter { get; init; } = [];

    public IReadOnlyList<PhraseExample> Examples { get; init; } = [];
}
