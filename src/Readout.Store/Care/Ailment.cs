namespace Readout.Store.Care;

/// <summary>What one look at the store found.</summary>
/// <param name="Part">What was looked at, such as <c>readings</c>.</param>
/// <param name="Fault">What is wrong; null when all is well.</param>
/// <param name="Remedy">What to do about it, when it was not mended.</param>
/// <param name="IsMended">Whether it was wrong and is well now.</param>
public sealed record Ailment(string Part, string? Fault = null, string? Remedy = null, bool IsMended = false)
{
    public bool IsWell => Fault is null || IsMended;
}
