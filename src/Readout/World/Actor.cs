namespace Readout.World;

/// <summary>Somebody or something that the knowledge files name: a state, person, organisation, group or place.</summary>
internal sealed record Actor
{
    public required string Id { get; init; }

    public required EntityKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The state or body that it is or belongs to.</summary>
    public string? Code { get; init; }

    public string? Sector { get; init; }

    /// <summary>Of a group or body: the state it sits or mainly acts in.</summary>
    public string? Country { get; init; }

    /// <summary>Of a body: its kind in the tables ("igo", "company", "ministry").</summary>
    public string? BodyKind { get; init; }

    /// <summary>A body of several states or of none.</summary>
    public bool IsInternational { get; init; }

    /// <summary>Dated offices of a person, in the order of the files.</summary>
    public IReadOnlyList<Tenure> Tenures { get; init; } = [];

    /// <summary>For names that held only for a time (a former state, a palace).</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    public required Why Why { get; init; }

    /// <summary>The office of that day: of several the one of the first rank, then the latest begun; the last one held before when <paramref name="past"/>.</summary>
    public Tenure? OfficeOn(DateOnly day, bool past = false)
    {
        var held = Tenures.Where(t => t.Holds(day)).OrderBy(t => t.Rank).ThenByDescending(t => t.From).FirstOrDefault();
        return held ?? (past ? Tenures.Where(t => t.To < day).MaxBy(t => t.To) : null);
    }

    /// <summary>The state or body that a person belongs to on a day: of the office held, else of the office nearest in time.</summary>
    public string? CodeOn(DateOnly day) => OfficeOn(day)?.State ?? Tenures.Where(t => t.State.Length == 3).MinBy(t => t.Distance(day))?.State ?? Code;
}

/// <summary>How an alias names its actor.</summary>
internal enum AliasUse
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
internal sealed record AliasTarget(Actor Actor, AliasUse Use);
