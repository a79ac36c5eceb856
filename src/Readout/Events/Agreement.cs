namespace Readout.Events;

public enum AgreementStatus
{
    Negotiating,
    Initialled,
    Signed,
    Ratified,
    InForce,
    Suspended,
    Ended,
    Violated,
}

/// <summary>A named or described accord: parties, subject, status.</summary>
public sealed record Agreement
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string> Parties { get; init; } = [];

    public TextSpan? Subject { get; init; }

    public required AgreementStatus Status { get; init; }

    public string? Date { get; init; }

    public required TextSpan Evidence { get; init; }

    public required Why Why { get; init; }
}
