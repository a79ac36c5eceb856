namespace Readout.Events;

/// <summary>How far an accord has come, as the article tells it.</summary>
public enum AgreementStatus
{
    /// <summary>Talks about it are under way or agreed on.</summary>
    Negotiating,

    /// <summary>Agreed by the negotiators, not yet signed.</summary>
    Initialled,

    /// <summary>Signed, or concluded without a signature.</summary>
    Signed,

    /// <summary>Approved by a party's parliament or head of state.</summary>
    Ratified,

    /// <summary>Binding now.</summary>
    InForce,

    /// <summary>Set aside by a party for a time.</summary>
    Suspended,

    /// <summary>Left, expired or declared void.</summary>
    Ended,

    /// <summary>Said to be broken by a party.</summary>
    Violated,
}

/// <summary>A named or described accord: parties, subject, status.</summary>
public sealed record Agreement
{
    /// <summary><c>a1</c>, <c>a2</c> ... in text order; unique within the reading.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which the accord is known; null when the article only describes it.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of the entities that made it, as far as the article or the tables tell.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>The words that say what it is about.</summary>
    public TextSpan? Subject { get; init; }

    /// <summary>How far it has come.</summary>
    public required AgreementStatus Status { get; init; }

    /// <summary>When that status began, ISO 8601; null when the text does not tell.</summary>
    public string? Date { get; init; }

    /// <summary>The words that tell of it.</summary>
    public required TextSpan Evidence { get; init; }

    /// <summary>The rule that found it.</summary>
    public required Why Why { get; init; }
}
