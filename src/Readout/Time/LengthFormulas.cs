using System.Globalization;

namespace Readout.Time;

/// <summary>Durations (P4Y, PT2H, PXD) and sets (P1D, XXXX-WXX-4).</summary>
internal static class LengthFormulas
{
    // length <count> <unit>
    public static TimeOutcome Length(in TimeArguments a, TimeScene scene) => new(Period(a.Amount(0), a.Text(1)));

    // length-and-half <count> <unit>: two and a half years
    public static TimeOutcome LengthAndHalf(in TimeArguments a, TimeScene scene) =>
        new(a.Amount(0) is { } amount ? Period(amount + 0.5m, a.Text(1)) : Period(null, a.Text(1)));

    /// <summary>An ISO 8601 period; X where the count is vague.</summary>
    public static string? Period(decimal? count, string? unit)
    {
        var (letter, factor, finer, perUnit) = unit switch
        {
            "second" => ("TS", 1, "", 0),
            "minute" => ("TM", 1, "TS", 60),
            "hour" => ("TH", 1, "TM", 60),
            "day" or "night" => ("D", 1, "TH", 24),
            "weekend" => ("D", 2, "", 0),
            "week" => ("W", 1, "", 0),
            "fortnight" => ("W", 2, "", 0),
            "month" => ("M", 1, "", 0),
            "quarter" => ("Q", 1, "", 0),
            "year" => ("Y", 1, "M", 12),
            "decade" => count is null ? ("DE", 1, "", 0) : ("Y", 10, "", 0),
            "century" => count is null ? ("CE", 1, "", 0) : ("Y", 100, "", 0),
            "millennium" => count is null ? ("ML", 1, "", 0) : ("Y", 1000, "", 0),
            _ => ("", 0, "", 0),
        };
        if (letter.Length == 0) return null;
        var (time, symbol) = letter[0] == 'T' && letter.Length > 1 ? ("T", letter[1..]) : ("", letter);
        if (count is null) return $"P{time}X{symbol}";
        var amount = count.Value * factor;
        var whole = Math.Floor(amount);
        if (amount - whole != 0.5m || perUnit == 0) return $"P{time}{Text(amount)}{symbol}";
        var half = finer[0] == 'T' && time.Length == 0 ? $"T{perUnit / 2}{finer[1..]}" : $"{perUnit / 2}{finer.TrimStart('T')}";
        if (whole > 0) return $"P{time}{Text(whole)}{symbol}{half}";
        return finer[0] == 'T' ? $"PT{perUnit / 2}{finer[1..]}" : $"P{half}";
    }

    private static string Text(decimal amount) => (amount / 1.0000000000m).ToString("0.##########", CultureInfo.InvariantCulture);

    // every <unit> [<count>]: the length between two occasions
    public static TimeOutcome Every(in TimeArguments a, TimeScene scene) => new(Period(a.Has(1) ? a.Amount(1) : 1, a.Text(0)));

    // every-day <kind> <word>: each Thursday, every July, summers
    public static TimeOutcome EveryDay(in TimeArguments a, TimeScene scene)
    {
        var part = a.Text(2) is { } code ? "T" + code : "";
        return a.Text(0) switch
        {
            "weekday" => new($"XXXX-WXX-{a.Text(1)}{part}"),
            "month" when a.Whole(1) is { } month => new($"XXXX-{month:00}"),
            "season" => new($"XXXX-{a.Text(1)}"),
            "weekend" => new("XXXX-WXX-WE"),
            "part" => new($"XXXX-XX-XXT{a.Text(1)}"),
            _ => TimeOutcome.Unknown,
        };
    }
}
