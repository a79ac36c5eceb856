namespace Readout.Store.Correcting;

/// <summary>What a correction does. The words stand in stores and files: append only.</summary>
public enum CorrectionAct
{
    /// <summary>The finding is not so and no longer shows.</summary>
    Wrong,

    /// <summary>Fields of a finding get other values.</summary>
    Set,

    /// <summary>A finding that the reader missed.</summary>
    Add,

    /// <summary>An entity of one article, or one mention of it, is somebody else.</summary>
    Link,

    /// <summary>Two actors are one, in all articles.</summary>
    Merge,

    /// <summary>One actor is two: in some articles it is somebody else.</summary>
    Split,

    /// <summary>An actor gets another name, in all articles.</summary>
    Rename,

    /// <summary>Reports tell of one event.</summary>
    Join,

    /// <summary>Reports tell of another event than the others they were put with.</summary>
    Part,

    /// <summary>Takes an earlier correction back.</summary>
    Undo,
}

/// <summary>Where a correction holds, so that it finds its finding again after another reading: by the words, their place and the kind.</summary>
/// <param name="Kind">event, statement, position, agreement or entity.</param>
/// <param name="Type">Type of an event, stance of a position, status of an agreement, id of an entity; null for a statement.</param>
/// <param name="Quote">The words at <paramref name="Start"/>, exactly.</param>
/// <param name="Sides">Who takes part, sorted; tells apart two findings in the same words.</param>
public sealed record Anchor(string Article, string Kind, string? Type, int Start, int End, string Quote, IReadOnlyList<string> Sides);

/// <summary>An actor as a correction names it.</summary>
/// <param name="Kind">state, person, organisation, group or place.</param>
public sealed record Identity(string Id, string Name, string Kind, string? Code = null, string? Sector = null, string? Office = null);

/// <summary>In which articles a <see cref="CorrectionAct.Split"/> holds; what is empty does not restrict.</summary>
public sealed record Scope(IReadOnlyList<string> Articles, string? From = null, string? To = null, string? Office = null);

/// <summary>One entry of the log of corrections. Entries are never changed or removed; <see cref="CorrectionAct.Undo"/> takes one back.</summary>
public sealed record Correction
{
    /// <summary>Hash of everything else; the same correction made twice in one second is one.</summary>
    public string Id { get; init; } = "";

    public required CorrectionAct Act { get; init; }

    public required string Author { get; init; }

    public required string Reason { get; init; }

    /// <summary>When it was made, UTC, to the second.</summary>
    public required string Made { get; init; }

    /// <summary>Findings that it is about: one, or the reports that are joined or parted.</summary>
    public IReadOnlyList<Anchor> Targets { get; init; } = [];

    /// <summary>Values by field as the contract's JSON has them; of <see cref="CorrectionAct.Add"/> the whole finding.</summary>
    public string? Fields { get; init; }

    /// <summary>Id of the actor that is merged, split or renamed.</summary>
    public string? Actor { get; init; }

    /// <summary>Who it is.</summary>
    public Identity? As { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>Id of the correction that is taken back.</summary>
    public string? Undoes { get; init; }
}

/// <summary>A correction of the log with what became of it.</summary>
/// <param name="IsUndone">Taken back by a later entry.</param>
/// <param name="Attached">Articles in which it holds.</param>
/// <param name="Unattached">Articles in which its words or its finding were not found again.</param>
public sealed record LoggedCorrection(Correction Correction, bool IsUndone, IReadOnlyList<string> Attached, IReadOnlyList<string> Unattached);

/// <summary>A correction that cannot be made. The message says what to give instead.</summary>
public sealed class CorrectionException(string message) : Exception(message);
