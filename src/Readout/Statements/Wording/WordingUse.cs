namespace Readout.Statements.Wording;

/// <summary>One use of a phrase that matters in diplomacy.</summary>
/// <param name="Family">Key of the family, such as <c>denuclearization</c>.</param>
/// <param name="Form">Which of the family's forms: <c>of North Korea</c>.</param>
/// <param name="Span">The words in the article.</param>
/// <param name="Statement">Id of the innermost statement that holds them; null where the article speaks for itself.</param>
public sealed record WordingUse(string Family, string Form, TextSpan Span, string? Statement, Why Why);
