using System.Globalization;

namespace Readout.Time;

/// <summary>Works out movable feasts from the codes in the word list: <c>12-25</c>, <c>4 thursday 11</c>, <c>easter -2</c>, <c>orthodox 0</c>, <c>hebrew nisan 15</c>, <c>chinese 1 1</c>, <c>election</c>.</summary>
internal static class Holidays
{
    public static TimeMoment? In(int year, string code)
    {
        if (year is < 1600 or > 2500) return null;
        var parts = code.Split(' ');
        DateOnly? day = parts switch
        {
            ["easter", var days] => Easter(year).AddDays(Number(days)),
            ["orthodox", var days] => OrthodoxEaster(year).AddDays(Number(days)),
            ["election"] => Weekday(year, 11, DayOfWeek.Monday, 1).AddDays(1),
            ["hebrew", var month, var number] => Hebrew(year, month, Number(number)),
            ["chinese", var month, var number] => Chinese(year, Number(month), Number(number)),
            ["friday", "after", "thanksgiving"] => Weekday(year, 11, DayOfWeek.Thursday, 4).AddDays(1),
            [var nth, var weekday, var month] => Weekday(year, Number(month), Enum.Parse<DayOfWeek>(weekday, ignoreCase: true), Number(nth)),
            [var fixedDay] => DateOnly.ParseExact($"{year}-{fixedDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => null,
        };
        return day is { } found ? TimeMoment.Of(found) : null;
    }

    // The Hebrew year begins in autumn, so a Gregorian year holds the autumn of one and the spring of another.
    private static DateOnly? Hebrew(int year, string month, int day)
    {
        if (year is < 1600 or > 2200) return null;
        var calendar = new HebrewCalendar();
        var isSpring = month is "adar" or "nisan" or "sivan";
        var hebrew = year + (isSpring ? 3760 : 3761);
        var leap = calendar.IsLeapYear(hebrew) ? 1 : 0;
        var number = month switch { "tishrei" => 1, "kislev" => 3, "adar" => 6 + leap, "nisan" => 7 + leap, "sivan" => 9 + leap, _ => 0 };
        return number == 0 ? null : DateOnly.FromDateTime(calendar.ToDateTime(hebrew, number, day, 0, 0, 0, 0));
    }

    // A leap month puts all later months of the lunar year one place on.
    private static DateOnly? Chinese(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        if (year <= calendar.MinSupportedDateTime.Year || year >= calendar.MaxSupportedDateTime.Year) return null;
        var leap = calendar.GetLeapMonth(year);
        return DateOnly.FromDateTime(calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // A negative number counts from the end of the month.
    private static DateOnly Weekday(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7);
        if (nth > 0) return day.AddDays(7 * (nth - 1));
        while (day.AddDays(7).Month == month) day = day.AddDays(7);
        return day;
    }

    // The Gregorian computus of the "Anonymous" algorithm (Nature, 20 April 1876).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        return new DateOnly(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }

    // Meeus' Julian computus, moved by the 13 days that hold from 1900 to 2099.
    private static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19;
        var d = (19 * c + 15) % 30;
        var e = (2 * a + 4 * b - d + 34) % 7;
        return new DateOnly(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1).AddDays(13);
    }
}
