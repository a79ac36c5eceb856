namespace Readout.Loading;

/// <summary>A model file is missing or damaged. The message names the file and the remedy.</summary>
public sealed class ModelException(string file, string problem) : Exception($"models/{file}: {problem}")
{
    /// <summary>The file, relative to the models folder.</summary>
    public string File { get; } = file;
}
