using System.Globalization;
using System.Text.RegularExpressions;

namespace Readout.Pages;

/// <summary>Reads the day out of the ways pages write dates. Years from 1990 to 2035 count; anything else is no publication date.</summary>
internal static partial class PageDate
{
    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)[-/._](0?[1-9]|1[0-2])[-/._](0?[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Packed();

    [GeneratedRegex(@"(?<![\d.])(0?[1-9]|[12]\d|3[01])[-/.]\s?(0?[1-9]|[12]\d|3[01])[-/.]\s?((?:19|20)\d\d|\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<!\d)(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:de\s|d['’])?\s*(\p{L}{3,12})\.?,?\s*(?:de\s|del\s)?\s*((?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(\p{L}{3,12})\.?\s+(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    /// <summary>The first date in a text; <paramref name="monthFirst"/> settles 3/4/2020.</summary>
    public static DateOnly? In(string? text, Months months, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > 2000) text = text[..2000];
        return Numeric(YearFirst().Match(text), 1, 2, 3) ?? Numeric(Packed().Match(text), 1, 2, 3)
            ?? Named(DayMonth().Matches(text), 2, 1, months) ?? Named(MonthDay().Matches(text), 1, 2, months) ?? Slashed(YearLast().Match(text), monthFirst);
    }

    /// <summary>The date in the path of an address: /2021/03/18/, /20210318/, -2021-03-18.</summary>
    public static DateOnly? InUrl(string? url)
    {
        if (url is null) return null;
        var path = url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? url[(at + 3)..] : url;
        return Numeric(YearFirst().Match(path), 1, 2, 3) ?? Numeric(Packed().Match(path), 1, 2, 3);
    }

    private static DateOnly? Numeric(Match match, int year, int month, int day) =>
        match.Success ? Day(match.Groups[year].ValueSpan, Number(match.Groups[month]), Number(match.Groups[day])) : null;

    private static DateOnly? Slashed(Match match, bool monthFirst)
    {
        if (!match.Success) return null;
        var (first, second) = (Number(match.Groups[1]), Number(match.Groups[2]));
        var (day, month) = second > 12 || (monthFirst && first <= 12) ? (second, first) : (first, second);
        return Day(match.Groups[3].ValueSpan, month, day);
    }

    private static DateOnly? Named(MatchCollection matches, int month, int day, Months months)
    {
        foreach (Match match in matches)
            if (months.Number(match.Groups[month].Value) is { } number) return Day(match.Groups[3].ValueSpan, number, Number(match.Groups[day]));
        return null;
    }

    private static DateOnly? Day(ReadOnlySpan<char> yearText, int month, int day)
    {
        var year = int.Parse(yearText, CultureInfo.InvariantCulture);
        if (year < 100) year += year < 70 ? 2000 : 1900;
        return year is >= 1990 and <= 2035 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
}
