using Readout.Store.Asking;

namespace Readout.Web.Asking;

/// <summary>Four answers that must not be taken for one another; the fourth, failed, is an error and has no findings.</summary>
public enum AnswerState
{
    /// <summary>The record covers what was asked and has findings.</summary>
    Covered,

    /// <summary>The record has articles for the time and knows the actors, and none of them says so.</summary>
    Empty,

    /// <summary>The record has no article for the time, or none that names the actor: nobody looked.</summary>
    NotCovered,
}

/// <summary>What a door gives back: findings, and what stands behind them.</summary>
/// <param name="Reason">Why there are no findings; null when there are.</param>
/// <param name="Next">Cursor of the next part; null when this is all.</param>
public sealed record Answer<T>(AnswerState State, string? Reason, IReadOnlyList<T> Items, Coverage Coverage, string? Next)
{
    public Answer<TOther> Select<TOther>(Func<T, TOther> choose) => new(State, Reason, [.. Items.Select(choose)], Coverage, Next);
}
