namespace Readout.Time;

/// <summary>Times of day.</summary>
internal static class ClockFormulas
{
    private static TimeMoment? Day(TimeMoment? date) => date is { Grain: >= Grain.Day } day ? day with { Grain = Grain.Day, Tail = "" } : null;

    private static TimeMoment? Today(TimeScene scene) =>
        Day(scene.Neighbour) ?? (scene.Narrative ? Day(scene.Focus) : null) ?? (scene.Published is { } published ? TimeMoment.Of(published) : null);

    // part <date> <part>
    public static TimeOutcome Part(in TimeArguments a, TimeScene scene)
    {
        var date = a.Has(0) ? a.Text(0) is { } shift && a.Edge(0) is null ? Shifted(scene, shift) : Day(a.Outcome(0, scene).Moment) : Today(scene);
        return date is { } day ? TimeOutcome.At(day with { Grain = Grain.Part, Tail = "T" + a.Text(1) }) : TimeOutcome.Unknown;
    }

    private static TimeMoment? Shifted(TimeScene scene, string days) =>
        scene.Published is { } published ? TimeMoment.Of(published).Shift(int.Parse(days, System.Globalization.CultureInfo.InvariantCulture), Grain.Day) : null;

    // focus-part <shift> <part>: the next morning, that afternoon
    public static TimeOutcome FocusPart(in TimeArguments a, TimeScene scene)
    {
        var date = Day(scene.Focus) ?? (scene.Published is { } published ? TimeMoment.Of(published) : null);
        return date?.Shift(a.Whole(0) ?? 0, Grain.Day) is { } day ? TimeOutcome.At(day with { Grain = Grain.Part, Tail = "T" + a.Text(1) }) : TimeOutcome.Unknown;
    }

    // clock4 <digits>: 0945 hours
    public static TimeOutcome Clock4(in TimeArguments a, TimeScene scene) =>
        a.Whole(0) is { } digits and >= 0 and < 2400 && digits % 100 < 60 && Today(scene) is { } day
            ? TimeOutcome.At(day with { Grain = Grain.Clock, Tail = $"T{digits / 100:00}:{digits % 100:00}" }) : TimeOutcome.Unknown;

    // clock <date> <hour> <minute> <am or pm>
    public static TimeOutcome Clock(in TimeArguments a, TimeScene scene)
    {
        if (a.Whole(1) is not { } hour) return TimeOutcome.Unknown;
        if (a.Text(3) is "pm" or "AF" or "EV" or "NI" && hour < 12) hour += 12;
        else if (a.Text(3) is "am" or "MO" && hour == 12) hour = 0;
        return On(a, scene, $"T{hour:00}:{a.Whole(2) ?? 0:00}");
    }

    // midpoint <date> <code>
    public static TimeOutcome Midpoint(in TimeArguments a, TimeScene scene) => On(a, scene, "T" + a.Text(1));

    private static TimeOutcome On(in TimeArguments a, TimeScene scene, string tail)
    {
        var date = a.Has(0) ? Day(a.Outcome(0, scene).Moment) : Today(scene);
        return date is { } day ? TimeOutcome.At(day with { Grain = Grain.Clock, Tail = tail }) : TimeOutcome.Unknown;
    }
}
