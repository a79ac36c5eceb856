namespace Readout.Time;

/// <summary>Dates counted from another: weekdays, last week, two years ago, the following month.</summary>
internal static class RelativeFormulas
{
    /// <summary>The grain of a unit word; null for hours and shorter.</summary>
    public static Grain? GrainOf(string? unit) => unit switch
    {
        "day" or "night" => Grain.Day,
        "week" or "fortnight" => Grain.Week,
        "weekend" => Grain.Weekend,
        "month" => Grain.Month,
        "quarter" => Grain.Quarter,
        "half" => Grain.Half,
        "year" => Grain.Year,
        "decade" => Grain.Decade,
        "century" => Grain.Century,
        _ => null,
    };

    private static TimeMoment? Today(TimeScene scene) => scene.Published is { } day ? TimeMoment.Of(day) : null;

    // weekday <weekday> [direction]
    public static TimeOutcome Weekday(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } weekday || scene.Published is not { } today) return TimeOutcome.Unknown;
        var back = ((int)today.DayOfWeek + 6) % 7 + 1 - weekday;
        if (back < 0) back += 7;
        var days = a.Whole(1) switch
        {
            < 0 => back == 0 ? -7 : -back,
            0 => scene.Tense is Tense.Past or Tense.Behind ? -back : (7 - back) % 7,
            > 0 => 7 - back,
            _ => scene.Tense == Tense.Future ? (7 - back) % 7 : -back,
        };
        return TimeOutcome.At(TimeMoment.Of(today).Shift(days, Grain.Day));
    }

    // weekday-week <weekday> <direction>: Tuesday of last week
    public static TimeOutcome WeekdayWeek(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } weekday || a.Whole(1) is not { } direction) return TimeOutcome.Unknown;
        return TimeOutcome.At(Today(scene)?.Shift(direction, Grain.Week)?.Shift(weekday - 1, Grain.Day));
    }

    // unit <direction> <unit>
    public static TimeOutcome Unit(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } direction || GrainOf(a.Text(1)) is not { } grain) return TimeOutcome.Unknown;
        return TimeOutcome.At(Today(scene)?.Shift(direction, grain));
    }

    // focus <direction> <unit>: the following week, that day
    public static TimeOutcome FocusUnit(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } direction || GrainOf(a.Text(1)) is not { } grain) return TimeOutcome.Unknown;
        if (scene.Focus is not { } focus) return Unit(a, scene);
        return focus.Grain < grain && grain != Grain.Weekend ? TimeOutcome.Unknown : TimeOutcome.At(focus.Shift(direction, grain));
    }

    public static TimeOutcome Days(in TimeArguments a, TimeScene scene) =>
        TimeOutcome.At(Today(scene)?.Shift(a.Whole(0) ?? 0, Grain.Day));

    // ago <sign> <count> <unit>: counted from the publication date
    public static TimeOutcome Ago(in TimeArguments a, TimeScene scene)
    {
        var from = scene.Focus is { Grain: Grain.Quarter or Grain.Half } quarter && a.Text(2) == "year" && a.Amount(1) == 1 ? quarter : Today(scene);
        return Move(a, from);
    }

    // earlier <sign> <count> <unit>: counted from the date spoken of last
    public static TimeOutcome Earlier(in TimeArguments a, TimeScene scene) => Move(a, scene.Focus ?? Today(scene));

    private static TimeOutcome Move(in TimeArguments a, TimeMoment? from)
    {
        var sign = a.Whole(0) ?? -1;
        var vague = new TimeOutcome(sign < 0 ? "PAST_REF" : "FUTURE_REF");
        if (a.Amount(1) is not { } amount || GrainOf(a.Text(2)) is not { } grain) return vague;
        if (a.Text(2) == "fortnight") amount *= 2;
        if (from is not { } start) return TimeOutcome.Unknown;
        if (amount != Math.Floor(amount)) (amount, grain) = grain == Grain.Year ? (amount * 12, Grain.Month) : (Math.Round(amount), grain);
        if (amount > 4000) return vague;
        var moved = start.Shift(sign * (int)amount, grain);
        // "A year earlier" than a quarter is the same quarter of the year before.
        if (start.Grain is Grain.Quarter or Grain.Half && grain == Grain.Year) moved = start with { Year = start.Year + sign * (int)amount };
        return moved is null ? vague : TimeOutcome.At(moved);
    }

    // focus-day <day>: the second day of a range, in the month of the first
    public static TimeOutcome FocusDay(in TimeArguments a, TimeScene scene) => DayIn(scene.Focus, a.Whole(0));

    // day-of-month <date> <day>
    public static TimeOutcome DayOfMonth(in TimeArguments a, TimeScene scene) => DayIn(a.Outcome(0, scene).Moment, a.Whole(1));

    private static TimeOutcome DayIn(TimeMoment? month, int? day) =>
        month is { Grain: Grain.Month or >= Grain.Day } place && day is { } number ? TimeOutcome.At(new TimeMoment(Grain.Day, place.Year, place.Number, number)) : TimeOutcome.Unknown;

    // directed-month <direction> <month>
    public static TimeOutcome DirectedMonth(in TimeArguments a, TimeScene scene) =>
        a.Whole(0) is { } direction && a.Whole(1) is { } month ? TimeOutcome.At(Directed(scene, direction, y => new TimeMoment(Grain.Month, y, month))) : TimeOutcome.Unknown;

    // day-of-next <day>: the first day of a range, in the month that stands after the second
    public static TimeOutcome DayOfNext(in TimeArguments a, TimeScene scene) => DayIn(scene.Next?.Invoke(), a.Whole(0));

    // directed-day <direction> <month> <day>
    public static TimeOutcome DirectedDay(in TimeArguments a, TimeScene scene) =>
        a.Whole(0) is { } direction && a.Whole(1) is { } month && a.Whole(2) is { } day
            ? TimeOutcome.At(Directed(scene, direction, y => new TimeMoment(Grain.Day, y, month, day))) : TimeOutcome.Unknown;

    // focus-month <direction> <month>: the month of that name before or after the date spoken of last
    public static TimeOutcome FocusMonth(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } direction || a.Whole(1) is not { } month || (scene.Focus ?? Today(scene)) is not { } focus) return TimeOutcome.Unknown;
        var here = new TimeMoment(Grain.Month, focus.CalendarYear, month);
        var isRight = direction < 0 ? here.Next <= focus.First : here.First >= focus.Next;
        return TimeOutcome.At(isRight ? here : here with { Year = here.Year + direction });
    }

    // The weekend: the coming one in the future tense, else the last.
    public static TimeOutcome UnitByTense(in TimeArguments a, TimeScene scene)
    {
        if (GrainOf(a.Text(0)) is not { } grain || Today(scene) is not { } today || today.Shift(0, grain) is not { } here) return TimeOutcome.Unknown;
        return TimeOutcome.At(scene.Tense == Tense.Future || here.First < today.First ? here : here.Shift(-1, grain));
    }

    // The end of the month: the month spoken of in a history, else the present one.
    public static TimeOutcome UnitHere(in TimeArguments a, TimeScene scene) =>
        GrainOf(a.Text(0)) is { } grain && scene.Anchor is { } anchor && anchor.Grain >= grain ? TimeOutcome.At(anchor.At(grain)) : TimeOutcome.Unknown;

    // The quarter: the one spoken of, else the last that has ended.
    public static TimeOutcome FocusOrLast(in TimeArguments a, TimeScene scene)
    {
        if (GrainOf(a.Text(0)) is not { } grain) return TimeOutcome.Unknown;
        return TimeOutcome.At(scene.Focus is { } focus && focus.Grain == grain ? focus : Today(scene)?.Shift(-1, grain));
    }

    // holiday-week <holiday>
    public static TimeOutcome HolidayWeek(in TimeArguments a, TimeScene scene) =>
        a.Text(0) is { } code && scene.Recurring(y => Holidays.In(y, code)) is { } day ? TimeOutcome.At(day.At(Grain.Week)) : TimeOutcome.Unknown;

    // of <unit> <date>: the week of March 6
    public static TimeOutcome Within(in TimeArguments a, TimeScene scene) =>
        GrainOf(a.Text(0)) is { } grain && a.Outcome(1, scene).Moment is { } moment ? TimeOutcome.At(moment.At(grain)) : TimeOutcome.Unknown;

    /// <summary>The last, this or next of stretches that recur every year.</summary>
    public static TimeMoment? Directed(TimeScene scene, int direction, Func<int, TimeMoment?> inYear)
    {
        if (scene.Published is not { } day || inYear(day.Year) is not { First: { } first, Next: { } next } now) return null;
        return direction < 0 ? next <= day ? now : inYear(day.Year - 1)
            : direction == 0 ? now
            : first > day ? now : inYear(day.Year + 1);
    }
}
