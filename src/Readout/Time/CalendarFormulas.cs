namespace Readout.Time;

/// <summary>Dates that stand on the calendar by name or number: years, months, days, seasons, quarters, holidays.</summary>
internal static class CalendarFormulas
{
    public static TimeOutcome Year(in TimeArguments a, TimeScene scene) =>
        a.Whole(0) is { } year ? TimeOutcome.At(new TimeMoment(Grain.Year, year)) : TimeOutcome.Unknown;

    // '98 is the year nearest to the publication date with these last digits, leaning to the past.
    public static TimeOutcome ShortYear(in TimeArguments a, TimeScene scene) =>
        a.Whole(0) is { } year ? TimeOutcome.At(new TimeMoment(Grain.Year, Century(year, scene))) : TimeOutcome.Unknown;

    private static int Century(int year, TimeScene scene)
    {
        var anchor = scene.Anchor?.CalendarYear ?? 2000;
        var full = anchor / 100 * 100 + year;
        return full > anchor + 20 ? full - 100 : full <= anchor - 80 ? full + 100 : full;
    }

    public static TimeOutcome Decade(in TimeArguments a, TimeScene scene)
    {
        if (a.Edge(0) is not { } edge || a.Whole(0) is not { } number) return TimeOutcome.Unknown;
        var year = edge.Value == "4" ? number : 1900 + number % 100;
        return TimeOutcome.At(new TimeMoment(Grain.Decade, 0, year / 10));
    }

    public static TimeOutcome Century(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } ordinal) return TimeOutcome.Unknown;
        return a.Text(1) == "BC" ? new TimeOutcome($"BC{ordinal - 1:00}") : TimeOutcome.At(new TimeMoment(Grain.Century, 0, ordinal - 1));
    }

    public static TimeOutcome Month(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(1) is not { } month) return TimeOutcome.Unknown;
        if (a.Text(2) == "BC") return TimeOutcome.At(a.Year(0, scene) is { } before ? new TimeMoment(Grain.Month, -before, month) : null);
        if (a.Year(0, scene) is { } year) return TimeOutcome.At(new TimeMoment(Grain.Month, year, month));
        if (a.Has(0)) return TimeOutcome.Unknown;
        return TimeOutcome.At(scene.Recurring(y => new TimeMoment(Grain.Month, y, month)));
    }

    public static TimeOutcome Day(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(1) is not { } month || a.Whole(2) is not { } day || month > 12 || day > Longest(month)) return TimeOutcome.Unknown;
        if (a.Year(0, scene) is { } year) return TimeOutcome.At(new TimeMoment(Grain.Day, year < 100 ? Century(year, scene) : year, month, day));
        if (a.Has(0)) return TimeOutcome.Unknown;
        return TimeOutcome.At(scene.Recurring(y => new TimeMoment(Grain.Day, y, month, day)));
    }

    private static int Longest(int month) => month is 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    public static TimeOutcome Date8(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(0) is not { } digits) return TimeOutcome.Unknown;
        int year = digits / 10000, month = digits / 100 % 100, day = digits % 100;
        return year is > 1800 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= Longest(month) ? TimeOutcome.At(new TimeMoment(Grain.Day, year, month, day)) : TimeOutcome.Unknown;
    }

    public static TimeOutcome Season(in TimeArguments a, TimeScene scene)
    {
        var season = TimeMoment.SeasonNumber(a.Text(1) ?? "");
        if (a.Text(2) == "BC") return TimeOutcome.At(a.Year(0, scene) is { } before ? new TimeMoment(Grain.Season, -before, season) : null);
        if (a.Year(0, scene) is { } year) return TimeOutcome.At(new TimeMoment(Grain.Season, year, season));
        if (a.Whole(2) is { } direction) return TimeOutcome.At(RelativeFormulas.Directed(scene, direction, y => new TimeMoment(Grain.Season, y, season)));
        return TimeOutcome.At(scene.Recurring(y => new TimeMoment(Grain.Season, y, season)));
    }

    // Firms and ministries report a quarter after its end: without a year it is the last one that has ended, or begun in the future tense.
    public static TimeOutcome Quarter(in TimeArguments a, TimeScene scene) => Portion(a, scene, Grain.Quarter, 4);

    public static TimeOutcome Half(in TimeArguments a, TimeScene scene) => Portion(a, scene, Grain.Half, 2);

    private static TimeOutcome Portion(in TimeArguments a, TimeScene scene, Grain grain, int count)
    {
        if (a.Whole(1) is not { } number || number > count) return TimeOutcome.Unknown;
        if (a.Year(0, scene) is { } year) return TimeOutcome.At(new TimeMoment(grain, year, number));
        if (a.Has(0) || scene.Anchor is not { } anchor || anchor.First is not { } day) return TimeOutcome.Unknown;
        var here = new TimeMoment(grain, day.Year, number);
        if (scene.Tense != Tense.Future) return TimeOutcome.At(here.First <= day ? here : here with { Year = day.Year - 1 });
        return TimeOutcome.At(here.Next > day ? here : here with { Year = day.Year + 1 });
    }

    public static TimeOutcome HolidayDate(in TimeArguments a, TimeScene scene)
    {
        if (a.Text(1) is not { } code) return TimeOutcome.Unknown;
        if (a.Year(0, scene) is { } year) return TimeOutcome.At(Holidays.In(year, code));
        if (a.Whole(2) is { } direction) return TimeOutcome.At(RelativeFormulas.Directed(scene, direction, y => Holidays.In(y, code)));
        return TimeOutcome.At(scene.Recurring(y => Holidays.In(y, code)));
    }
}
