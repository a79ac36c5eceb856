using System.Globalization;
using Readout.World;

namespace Readout.Store.Data;

/// <summary>The first and last day of an ISO 8601 day, month, year, week or interval, as ISO days.</summary>
internal static class IsoPeriod
{
    public static (string? First, string? Last) Of(string? date)
    {
        if (date is null) return (null, null);
        var slash = date.IndexOf('/', StringComparison.Ordinal);
        var first = First(slash < 0 ? date : date[..slash]);
        var last = Last(slash < 0 ? date : date[(slash + 1)..]);
        return first is null || last is null || last < first ? (null, null) : (Text(first.Value), Text(last.Value));
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Number of an ISO day; null for none.</summary>
    public static int? Number(string? day) => day is not null && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null;

    private static DateOnly? First(string date) => Week(date) ?? Tenure.FirstDay(date);

    private static DateOnly? Last(string date) => Week(date)?.AddDays(6) ?? Tenure.LastDay(date);

    private static DateOnly? Week(string date)
    {
        if (date.Length != 8 || date[5] != 'W' || !int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (!int.TryParse(date.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }
}
