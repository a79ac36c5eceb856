using System.Globalization;

namespace Readout.Time;

/// <summary>How fine a point on the calendar is, from coarse to fine.</summary>
internal enum Grain
{
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Weekend,
    Day,
    Part,
    Clock,
}

/// <summary>A point or stretch of the calendar at one grain, such as 1989-Q3 or 1998-03-18TMO.</summary>
/// <param name="Year">Negative before Christ; for a week the ISO year; unused for centuries and decades.</param>
/// <param name="Number">Century 19, decade 199, half, quarter, season (1 spring to 4 winter), month or ISO week.</param>
/// <param name="Day">Day of the month; 0 where the grain is coarser.</param>
/// <param name="Tail">What follows the day: TMO, T10:00; otherwise empty.</param>
internal readonly record struct TimeMoment(Grain Grain, int Year, int Number = 0, int Day = 0, string Tail = "")
{
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    /// <summary>The stretch of this grain that holds the day.</summary>
    public static TimeMoment Of(DateOnly day, Grain grain) => grain switch
    {
        Grain.Century => new(grain, 0, day.Year / 100),
        Grain.Decade => new(grain, 0, day.Year / 10),
        Grain.Year => new(grain, day.Year),
        Grain.Half => new(grain, day.Year, (day.Month + 5) / 6),
        Grain.Quarter => new(grain, day.Year, (day.Month + 2) / 3),
        Grain.Season => new(grain, day.Month < 3 ? day.Year - 1 : day.Year, day.Month < 3 ? 4 : day.Month / 3),
        Grain.Month => new(grain, day.Year, day.Month),
        Grain.Week or Grain.Weekend => OfWeek(day, grain),
        _ => new(Grain.Day, day.Year, day.Month, day.Day),
    };

    public static TimeMoment Of(DateOnly day) => Of(day, Grain.Day);

    private static TimeMoment OfWeek(DateOnly day, Grain grain)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return new(grain, ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at));
    }

    public static int SeasonNumber(string code) => Array.IndexOf(Seasons, code) + 1;

    /// <summary>The first day, or null before the year 1 and after 9998.</summary>
    public DateOnly? First => Grain switch
    {
        Grain.Century => Date(Number * 100, 1, 1),
        Grain.Decade => Date(Number * 10, 1, 1),
        Grain.Year => Date(Year, 1, 1),
        Grain.Half => Date(Year, Number * 6 - 5, 1),
        Grain.Quarter => Date(Year, Number * 3 - 2, 1),
        Grain.Season => Date(Year, Number * 3, 1),
        Grain.Month => Date(Year, Number, 1),
        Grain.Week => Year is > 0 and < 9999 ? DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday)) : null,
        Grain.Weekend => Year is > 0 and < 9999 ? DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Saturday)) : null,
        _ => Date(Year, Number, Day),
    };

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The day after the last.</summary>
    public DateOnly? Next => First is not { } first ? null : Grain switch
    {
        Grain.Century => first.AddYears(100),
        Grain.Decade => first.AddYears(10),
        Grain.Year => first.AddYears(1),
        Grain.Half => first.AddMonths(6),
        Grain.Quarter or Grain.Season => first.AddMonths(3),
        Grain.Month => first.AddMonths(1),
        Grain.Week => first.AddDays(7),
        Grain.Weekend => first.AddDays(2),
        _ => first.AddDays(1),
    };

    /// <summary>The calendar year; that of the first day for centuries, decades and weeks.</summary>
    public int CalendarYear => Grain <= Grain.Decade ? Number * (Grain == Grain.Century ? 100 : 10) : Grain is Grain.Week ? First?.AddDays(3).Year ?? Year : Year;

    /// <summary>Moves by whole steps of a grain and gives the stretch of that grain; null beyond the calendar.</summary>
    public TimeMoment? Shift(int steps, Grain by)
    {
        if (by == Grain.Year && (Grain == Grain.Year || Year < 0)) return new(Grain.Year, Year + steps);
        if (by == Grain.Century && Grain == Grain.Century) return this with { Number = Number + steps };
        if (First is not { } first || Math.Abs((long)steps) > 4000) return null;
        var (days, months) = by switch
        {
            Grain.Century => (0L, 1200L),
            Grain.Decade => (0, 120),
            Grain.Year => (0, 12),
            Grain.Half => (0, 6),
            Grain.Quarter or Grain.Season => (0, 3),
            Grain.Month => (0, 1),
            Grain.Week or Grain.Weekend => (7, 0),
            _ => (1, 0),
        };
        var (toDay, toMonth) = (first.DayNumber + days * steps, first.Year * 12L + months * steps);
        if (toDay < 366 || toDay > DateOnly.MaxValue.DayNumber - 400 || toMonth < 24 || toMonth > 9990 * 12) return null;
        return Of(days != 0 ? first.AddDays((int)days * steps) : first.AddMonths((int)months * steps), by);
    }

    /// <summary>The stretch of a coarser grain that this lies in.</summary>
    public TimeMoment? At(Grain grain) => grain == Grain ? this : grain == Grain.Year && Grain > Grain.Decade ? new(Grain.Year, CalendarYear) : First is { } first ? Of(first, grain) : null;

    /// <summary>The TIMEX3 value.</summary>
    public override string ToString() => Grain switch
    {
        Grain.Century => $"{Number:00}",
        Grain.Decade => $"{Number:000}",
        Grain.Year => YearText,
        Grain.Half => $"{YearText}-H{Number}",
        Grain.Quarter => $"{YearText}-Q{Number}",
        Grain.Season => $"{YearText}-{Seasons[Math.Clamp(Number, 1, 4) - 1]}",
        Grain.Month => $"{YearText}-{Number:00}",
        Grain.Week => $"{YearText}-W{Number:00}",
        Grain.Weekend => $"{YearText}-W{Number:00}-WE",
        _ => $"{YearText}-{Number:00}-{Day:00}{Tail}",
    };

    private string YearText => Year < 0 ? $"BC{-Year:0000}" : $"{Year:0000}";
}
