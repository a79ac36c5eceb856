namespace Readout.Pages.About;

/// <summary>A full date found in a text, with its place there.</summary>
internal readonly record struct WrittenDate(DateOnly Day, TextSpan Span);
