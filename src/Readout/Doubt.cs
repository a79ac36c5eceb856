namespace Readout;

/// <summary>Something the reader could not settle; it stands beside the findings instead of a guess.</summary>
/// <param name="Code">A stable code, such as <c>page-too-deep</c> or <c>two-persons-fit</c>.</param>
/// <param name="Message">What could not be settled and what the user can do.</param>
/// <param name="Span">Where in the article, if it has a place.</param>
public sealed record Doubt(string Code, string Message, TextSpan? Span = null);
