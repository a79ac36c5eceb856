namespace Readout.Time;

public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>A time expression with its TIMEX3 value (<c>2021-03-18</c>, <c>2021-W11</c>, <c>P4Y</c>, <c>PAST_REF</c>); null when it cannot be worked out.</summary>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string? Value, Why Why);
