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
        if (Narrative || Tense is Tense.Unknown or Tense.Present) return Nearest(anchor, [inYear(year - 1), inYear(year), inYear(year + 1)]);
        if (anchor.First is not { } day || inYear(year) is not { First: { } first } now) return inYear(year);
        return Tense == Tense.Past ? first > day ? inYear(year - 1) : now
            : now.Next <= day ? inYear(year + 1) : now;
    }

    private static TimeMoment? Nearest(TimeMoment anchor, TimeMoment?[] candidates)
    {
        TimeMoment? best = null;
        var distance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate is not { First: { } first, Next: { } next } || anchor.First is not { } day) continue;
            var away = first > day ? first.DayNumber - day.DayNumber : next <= day ? day.DayNumber - next.DayNumber + 1 : 0;
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
