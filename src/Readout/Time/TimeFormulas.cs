using Readout.Loading;
using Readout.Phrases;

namespace Readout.Time;

/// <summary>The operations that a <c>gives</c> line can name. Each takes the captures in the order of the line.</summary>
internal static class TimeFormulas
{
    private delegate TimeOutcome Operation(in TimeArguments arguments, TimeScene scene);

    private static readonly Dictionary<string, Operation> Operations = new(StringComparer.Ordinal)
    {
        ["same"] = (in a, s) => a.Outcome(0, s),
        ["ref"] = (in a, _) => new TimeOutcome(a.Text(0)),
        ["year"] = CalendarFormulas.Year,
        ["short-year"] = CalendarFormulas.ShortYear,
        ["year-before-christ"] = (in a, _) => TimeOutcome.At(new TimeMoment(Grain.Year, -(a.Whole(0) ?? 1))),
        ["decade"] = CalendarFormulas.Decade,
        ["century"] = CalendarFormulas.Century,
        ["month"] = CalendarFormulas.Month,
        ["day"] = CalendarFormulas.Day,
        ["date8"] = CalendarFormulas.Date8,
        ["season"] = CalendarFormulas.Season,
        ["quarter"] = CalendarFormulas.Quarter,
        ["half"] = CalendarFormulas.Half,
        ["holiday"] = CalendarFormulas.HolidayDate,
        ["weekday"] = RelativeFormulas.Weekday,
        ["weekday-week"] = RelativeFormulas.WeekdayWeek,
        ["focus-day"] = RelativeFormulas.FocusDay,
        ["day-of-next"] = RelativeFormulas.DayOfNext,
        ["directed-day"] = RelativeFormulas.DirectedDay,
        ["focus-month"] = RelativeFormulas.FocusMonth,
        ["day-of-month"] = RelativeFormulas.DayOfMonth,
        ["directed-month"] = RelativeFormulas.DirectedMonth,
        ["unit-by-tense"] = RelativeFormulas.UnitByTense,
        ["unit-here"] = RelativeFormulas.UnitHere,
        ["focus-or-last"] = RelativeFormulas.FocusOrLast,
        ["holiday-week"] = RelativeFormulas.HolidayWeek,
        ["unit"] = RelativeFormulas.Unit,
        ["focus"] = RelativeFormulas.FocusUnit,
        ["days"] = RelativeFormulas.Days,
        ["ago"] = RelativeFormulas.Ago,
        ["earlier"] = RelativeFormulas.Earlier,
        ["of"] = RelativeFormulas.Within,
        ["part"] = ClockFormulas.Part,
        ["focus-part"] = ClockFormulas.FocusPart,
        ["clock4"] = ClockFormulas.Clock4,
        ["clock"] = ClockFormulas.Clock,
        ["midpoint"] = ClockFormulas.Midpoint,
        ["length"] = LengthFormulas.Length,
        ["length-and-half"] = LengthFormulas.LengthAndHalf,
        ["every"] = LengthFormulas.Every,
        ["every-day"] = LengthFormulas.EveryDay,
        ["number"] = (in _, _) => TimeOutcome.Unknown,
        [PhraseFormula.Word] = (in _, _) => TimeOutcome.Unknown,
        ["none"] = (in _, _) => TimeOutcome.Unknown,
    };

    public static IEnumerable<string> Names => Operations.Keys;

    public static TimeOutcome Read(PhraseEdge edge, TimeScene scene)
    {
        if (edge.Rule is not { Stage: > 0 } rule) return TimeOutcome.Unknown;
        return Operations[rule.Formula.Operation](new TimeArguments(edge), scene);
    }

    /// <summary>Throws when a rule names an operation that does not exist.</summary>
    public static void Check(PhraseGrammar grammar)
    {
        foreach (var rule in grammar.Rules)
            if (rule.Stage > 0 && !Operations.ContainsKey(rule.Formula.Operation))
                throw new KnowledgeException(rule.Why.File!, rule.Why.Line, $"has the rule '{rule.Why.Rule}' that gives '{rule.Formula.Operation}'; expected one of {string.Join(", ", Operations.Keys)}");
    }
}

/// <summary>The captures of a rule, as its formula orders them. A capture that the text did not fill is null.</summary>
internal readonly struct TimeArguments(PhraseEdge edge)
{
    public int Count => edge.Rule!.Formula.Arguments.Count;

    public PhraseEdge? Edge(int index) =>
        index < Count && edge.Rule!.Formula.Arguments[index] is { Slot: >= 0 and var slot } ? edge.Captures[slot] : null;

    /// <summary>A constant of the rule, or the value that the word list gives the captured word.</summary>
    public string? Text(int index) => index >= Count ? null : edge.Rule!.Formula.Arguments[index].Constant ?? Edge(index)?.Value;

    public int? Whole(int index) =>
        Edge(index)?.Number is { } number ? number is >= int.MinValue and <= int.MaxValue ? (int)number : null
        : int.TryParse(Text(index), System.Globalization.CultureInfo.InvariantCulture, out var constant) ? constant : null;

    public TimeOutcome Outcome(int index, TimeScene scene) => Edge(index) is { Rule: not null } inner ? TimeFormulas.Read(inner, scene) : TimeOutcome.Unknown;

    public bool Has(int index) => Edge(index) is not null || index < Count && edge.Rule!.Formula.Arguments[index].Constant is not null;

    /// <summary>A year given as digits or as a date of its own ("that year"); null where the text gives none.</summary>
    public int? Year(int index, TimeScene scene) =>
        Edge(index) is not { } inner ? null : inner.Rule is null || inner.Rule.Formula.Operation == PhraseFormula.Word ? Whole(index) : TimeFormulas.Read(inner, scene).Moment?.CalendarYear;

    /// <summary>A count: 1 for "a", half for "half a", null for "several".</summary>
    public decimal? Amount(int index) => Edge(index) is { } inner ? AmountOf(inner) : decimal.TryParse(Text(index), System.Globalization.CultureInfo.InvariantCulture, out var constant) ? constant : null;

    private static decimal? AmountOf(PhraseEdge edge)
    {
        if (edge.Rule is not { Stage: > 0 }) return edge.Number;
        var inner = new TimeArguments(edge);
        return inner.Edge(0) is { } counted ? counted.Rule is { Stage: > 0 } ? AmountOf(counted) : counted.Number : inner.Whole(0) is { } whole ? whole : decimal.TryParse(inner.Text(0), System.Globalization.CultureInfo.InvariantCulture, out var constant) ? constant : null;
    }
}
