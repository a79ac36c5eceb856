namespace Readout.World;

/// <summary>Somebody or something that the knowledge files name: a state, person, organisation, group or place.</summary>
public sealed record Actor
{
    public required string Id { get; init; }

    public required EntityKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The state or body that it is or belongs to.</summary>
    public string? Code { get; init; }

    public string? Sector { get; init; }

    /// <summary>Dated offices of a person, in the order of the files.</summary>
    public IReadOnlyList<Tenure> Tenures { get; init; } = [];

    /// <summary>For names that held only for a time (a former state, a palace).</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    public required Why Why { get; init; }

    /// <summary>The office of that day, of several the first in the files; the last one held before when <paramref name="past"/>.</summary>
    public Tenure? OfficeOn(DateOnly day, bool past = false)
    {
        var held = Tenures.FirstOrDefault(t => t.Holds(day));
        return held ?? (past ? Tenures.Where(t => t.To < day).MaxBy(t => t.To) : null);
    }
}

/// <summary>How an alias names its actor.</summary>
public enum AliasUse
{
    Name,

    /// <summary>"South Korean": says to which state something belongs.</summary>
    Adjective,

    /// <summary>"Koreans", "a Briton".</summary>
    National,

    /// <summary>"Seoul", "the Kremlin": a place or house that may stand for a government.</summary>
    Metonym,

    Place,
}

/// <summary>One meaning of an alias.</summary>
public sealed record AliasTarget(Actor Actor, AliasUse Use);
