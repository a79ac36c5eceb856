namespace Readout.Figures;

/// <summary>A counted quantity with what it counts ("roughly 28,000 American soldiers").</summary>
/// <param name="Span">The number with what it counts.</param>
/// <param name="Value">The number; of a range the lower one.</param>
/// <param name="Unit">What is counted, as the text names it, without the nationality.</param>
/// <param name="Of">State or body that they belong to.</param>
/// <param name="In">State where they are.</param>
/// <param name="Approximate">The text says about, some, over, nearly ...</param>
/// <param name="Why">The rule that read it.</param>
public sealed record Figure(TextSpan Span, decimal Value, string? Unit, string? Of, string? In, bool Approximate, Why Why);
