namespace Readout.Store.Adding;

public enum AddResult
{
    /// <summary>An article that the store did not have.</summary>
    Added,

    /// <summary>The store has it as it is; nothing changed.</summary>
    Known,

    /// <summary>The page has changed since it was read; the older version is kept.</summary>
    Changed,

    /// <summary>The same text, read anew with other knowledge or models.</summary>
    Reread,
}

/// <summary>What became of one article. It is on disk when this is returned.</summary>
/// <param name="Copies">Ids of articles whose text is nearly the same, sorted.</param>
public sealed record Added(string Article, string Input, string? Title, AddResult Result, IReadOnlyList<string> Copies);
