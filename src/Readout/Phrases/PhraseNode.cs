namespace Readout.Phrases;

internal enum NodeKind : byte
{
    Word,
    Category,

    /// <summary>Any one token.</summary>
    Any,
    Branch,
    End,
}

/// <summary>One step of a compiled pattern. Patterns have no loops, so the steps form a graph without cycles.</summary>
internal sealed class PhraseNode
{
    public static PhraseNode End { get; } = new() { Kind = NodeKind.End };

    public required NodeKind Kind { get; init; }

    public PhraseWord? Word { get; init; }

    public bool NeedsCapital { get; init; }

    public int Category { get; init; }

    /// <summary>Grains that are allowed; empty for any.</summary>
    public int[] Grains { get; init; } = [];

    /// <summary>Where the part is kept; -1 when it is not.</summary>
    public int Slot { get; init; } = -1;

    public PhraseNode? Next { get; init; }

    public PhraseNode[] Branches { get; init; } = [];
}

/// <summary>A part of the text that a word list or a rule has recognised.</summary>
internal sealed class PhraseEdge
{
    public required int Category { get; init; }

    public required int Grain { get; init; }

    /// <summary>First token and the token after the last.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Value from a word list ("3" for March), or null.</summary>
    public string? Value { get; init; }

    /// <summary>Value of a number; null when it is vague ("several") or not a number.</summary>
    public decimal? Number { get; init; }

    public PhraseRule? Rule { get; init; }

    public PhraseEdge?[] Captures { get; init; } = [];

    /// <summary>The next edge that starts at the same token.</summary>
    public PhraseEdge? Sibling { get; set; }
}
