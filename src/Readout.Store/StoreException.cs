namespace Readout.Store;

/// <summary>The store cannot be used as it is. The message names it and the remedy.</summary>
public sealed class StoreException(string path, string problem) : Exception($"store {path}: {problem}")
{
    /// <summary>Whether it may work again without anybody's doing: a server that is not up.</summary>
    public bool IsPassing { get; init; }
}
