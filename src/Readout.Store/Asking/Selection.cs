namespace Readout.Store.Asking;

/// <summary>Which findings a question is about; an empty selection means all.</summary>
public sealed record Selection
{
    /// <summary>Codes, ids or names; a finding must concern each of them, so two name a pair.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Words that must stand in the text, as in a search.</summary>
    public string? Words { get; init; }

    /// <summary>Days of publication, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>PLOVER types of events.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Name of a place or code of a country.</summary>
    public string? Place { get; init; }

    /// <summary>Only what this outlet reports, as citations name it by its page.</summary>
    public string? Outlet { get; init; }

    /// <summary>Only what was added to the record at that time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    public int Limit { get; init; } = 50;
}
