using System.Globalization;

namespace Readout.Time;

/// <summary>ISO 8601 dates from TIMEX3 values: <c>2021-03-18</c>, <c>2021-03</c>, <c>2021</c>, <c>2021-03-15/2021-03-21</c>.</summary>
internal static class IsoDate
{
    private static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    /// <summary>The date of an expression that names a place on the calendar; null for durations, sets, "now", "recently" and unknown values.</summary>
    /// <remarks>A week, weekend, season, quarter, half, decade or century is the interval from its first to its last day.</remarks>
    public static string? Of(TimeExpression expression) =>
        expression is { Type: TimeType.Date or TimeType.Time, Value: { } value } ? OfValue(value) : null;

    /// <summary>As <see cref="Of"/>, for a TIMEX3 value.</summary>
    public static string? OfValue(string value)
    {
        var day = value.IndexOf('T', StringComparison.Ordinal) is > 0 and var time ? value[..time] : value;
        if (day.Length == 0 || !day.All(c => char.IsAsciiDigit(c) || c is '-' or 'W' or 'E' or 'Q' or 'H' or 'S' or 'P' or 'U' or 'F' or 'A' or 'I')) return null;
        var parts = day.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        return parts switch
        {
            [{ Length: 4 }] => day,
            [{ Length: 2 }] => Interval(new TimeMoment(Grain.Century, 0, year)),
            [{ Length: 3 }] => Interval(new TimeMoment(Grain.Decade, 0, year)),
            [{ Length: 4 }, var part] => Part(day, year, part),
            [{ Length: 4 }, ['W', .. var week], "WE"] when Number(week) is { } number => Interval(new TimeMoment(Grain.Weekend, year, number)),
            [{ Length: 4 }, { Length: 2 } month, { Length: 2 } of] when Number(month) is { } m && Number(of) is { } d && new TimeMoment(Grain.Day, year, m, d).First is not null => day,
            _ => null,
        };
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Part(string day, int year, string part) => part switch
    {
        _ when SeasonCodes.Contains(part) => Interval(new TimeMoment(Grain.Season, year, TimeMoment.SeasonNumber(part))),
        ['W', .. var week] => Number(week) is { } number and > 0 and < 54 ? Interval(new TimeMoment(Grain.Week, year, number)) : null,
        ['Q', .. var quarter] => Number(quarter) is { } number and > 0 and < 5 ? Interval(new TimeMoment(Grain.Quarter, year, number)) : null,
        ['H', .. var half] => Number(half) is { } number and > 0 and < 3 ? Interval(new TimeMoment(Grain.Half, year, number)) : null,
        { Length: 2 } when Number(part) is > 0 and < 13 => day,
        _ => null,
    };

    private static string? Interval(TimeMoment moment) =>
        moment.First is { } first && moment.Next is { } next ? $"{Text(first)}/{Text(next.AddDays(-1))}" : null;

    /// <summary>The day as ISO 8601 writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>First part of an interval, or the date itself.</summary>
    public static string Start(string iso) => iso.Split('/')[0];

    /// <summary>Last part of an interval, or the date itself.</summary>
    public static string End(string iso) => iso.Split('/')[^1];
}
