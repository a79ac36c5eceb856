namespace Readout.Time;

/// <summary>What a time expression is read against: the publication date, the tense around it and the date spoken of last.</summary>
internal sealed record TimeScene
{
    public DateOnly? Published { get; init; }

    public Tense Tense { get; init; }

    /// <summary>The last date with a place on the calendar.</summary>
    public TimeMoment? Focus { get; init; }

    /// <summary>The last date of the same sentence, if any.</summary>
    public TimeMoment? Neighbour { get; init; }

    /// <summary>Reads the expression that follows, for the first day of "15-17 March".</summary>
    public Func<TimeMoment?>? Next { get; init; }

    /// <summary>A history rather than news: dates without a year belong beside the date spoken of last, not beside the publication date.</summary>
    public bool Narrative { get; init; }

    /// <summary>What "this year" and a date without a year are counted from.</summary>
    public TimeMoment? Anchor => Narrative && Focus is not null ? Focus : Published is { } day ? TimeMoment.Of(day) : Focus;

    /// <summary>Of the stretches that recur, the one meant: by tense beside the publication date, the nearest one in a history.</summary>
    /// <param name="inYear">Gives the stretch in a year, or null where that year has none.</param>
    public TimeMoment? Recurring(Func<int, TimeMoment?> inYear)
    {
        if (Anchor is not { } anchor) return null;
        var year = anchor.CalendarYear;
        if (anchor.Grain <= Grain.Year) return inYear(year);
        return Nearest(anchor, [inYear(year - 1), inYear(year), inYear(year + 1)]);
    }

    // Writers add the year where a reader could take the wrong one, so the nearest is meant, unless it is nearly as far as the other
    // and the tense speaks against it.
    private int Weight(bool isPast) => Narrative ? isPast ? 3 : 2 : Tense switch
    {
        Tense.Past => isPast ? 1 : 3,
        Tense.Behind => isPast ? 1 : Never,
        Tense.Future => isPast ? 3 : 1,
        _ => isPast ? 2 : 3,
    };

    // "Since June" is never of a June to come.
    private const int Never = 1000;

    private TimeMoment? Nearest(TimeMoment anchor, TimeMoment?[] candidates)
    {
        TimeMoment? best = null;
        var distance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate is not { First: { } first, Next: { } next } || anchor.First is not { } day) continue;
            var away = first > day ? (first.DayNumber - day.DayNumber) * Weight(isPast: false) : next <= day ? (day.DayNumber - next.DayNumber + 1) * Weight(isPast: true) : 0;
            if (away < distance) (best, distance) = (candidate, away);
        }
        return best ?? candidates[1];
    }
}

/// <summary>What an expression comes to: its value and, for dates, its place on the calendar.</summary>
internal readonly record struct TimeOutcome(string? Value, TimeMoment? Moment = null)
{
    public static TimeOutcome Unknown { get; } = new(null);

    public static TimeOutcome At(TimeMoment? moment) => new(moment?.ToString(), moment);
}
