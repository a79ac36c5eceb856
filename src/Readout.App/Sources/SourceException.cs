namespace Readout.App.Sources;

/// <summary>An input could not be read. The message says why and what to do; the caller names the input.</summary>
internal sealed class SourceException(string input, string problem) : Exception(problem)
{
    public string Input { get; } = input;
}
