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

    /// <summary>Of a group or body: the state it sits or mainly acts in.</summary>
    public string? Country { get; init; }

    /// <summary>Dated offices of a person, in the order of the files.</summary>
    public IReadOnlyList<Tenure> Tenures { get; init; } = [];

    /// <summary>For names that held only for a time (a former state, a palace).</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    public required Why Why { get; init; }

    /// <summary>The office of that day: of several the one of highest rank, then the latest begun; the last one held before when <paramref name="past"/>.</summary>
    public Tenure? OfficeOn(DateOnly day, bool past = false)
    {
        var held = Tenures.Where(t => t.Holds(day)).OrderBy(t => Rank(t.Role)).ThenByDescending(t => t.From).FirstOrDefault();
        return held ?? (past ? Tenures.Where(t => t.To < day).MaxBy(t => t.To) : null);
    }

    /// <summary>The state or body that a person belongs to on a day: of the office held, else of the office nearest in time.</summary>
    public string? CodeOn(DateOnly day) => OfficeOn(day)?.State ?? Tenures.Where(t => t.State.Length == 3).MinBy(t => t.Distance(day))?.State ?? Code;

    // A senator who is also secretary of state is quoted as secretary.
    private static int Rank(string role) => role switch
    {
        "head_of_state" or "monarch" => 0,
        "head_of_government" or "body_head" => 1,
        "crown_prince" or "vice_president" or "foreign_minister" or "defence_minister" => 2,
        "other" or "party_leader" or "governor" => 5,
        "legislature_leader" or "opposition_leader" => 4,
        _ => 3,
    };
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
