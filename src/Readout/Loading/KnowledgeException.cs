namespace Readout.Loading;

/// <summary>A knowledge or model file is missing or malformed. The message names the file, the line and what was expected.</summary>
public sealed class KnowledgeException(string file, int line, string problem)
    : Exception(line > 0 ? $"knowledge/{file}({line}): {problem}" : $"knowledge/{file}: {problem}")
{
    public string File { get; } = file;

    public int Line { get; } = line;
}
