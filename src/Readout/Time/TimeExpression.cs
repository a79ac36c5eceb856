namespace Readout.Time;

/// <summary>Kinds of TIMEX3.</summary>
public enum TimeType
{
    /// <summary>A day or a longer stretch of the calendar.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Something that returns: <c>every Monday</c>.</summary>
    Set,
}

/// <summary>A time expression with its TIMEX3 value (<c>2021-03-18</c>, <c>2021-W11</c>, <c>P4Y</c>, <c>PAST_REF</c>); null when it cannot be worked out.</summary>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Value, Why Why);
