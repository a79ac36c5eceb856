namespace Readout.Pages;

/// <summary>A page that cannot be read at all: empty, binary, too large. The message says what and what to do; the caller names the input.</summary>
public sealed class PageException(string code, string problem) : Exception(problem)
{
    /// <summary>Stable, such as <c>page-empty</c>, <c>page-binary</c>, <c>page-too-large</c>.</summary>
    public string Code { get; } = code;
}
