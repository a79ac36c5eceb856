namespace Readout.Loading;

/// <summary>A knowledge or model file is missing or malformed. The message names the file, the line and what was expected.</summary>
public sealed class KnowledgeException(string file, int line, string problem)
    : Exception(line > 0 ? $"knowledge/{file}({line}): {problem}" : $"knowledge/{file}: {problem}")
{
    /// <summary>The file, relative to the knowledge folder; empty when the folder itself is missing.</summary>
    public string File { get; } = file;

    /// <summary>One-based line; 0 when the whole file is meant.</summary>
    public int Line { get; } = line;
}
