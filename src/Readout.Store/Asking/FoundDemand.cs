namespace Readout.Store.Asking;

public enum DemandState
{
    /// <summary>Nothing in the record answers it.</summary>
    Open,

    /// <summary>The other side did what was demanded.</summary>
    Met,

    /// <summary>The other side said no.</summary>
    Rejected,

    /// <summary>Its holder gave it up.</summary>
    Withdrawn,
}

/// <summary>A demand or a condition with what became of it as of the day.</summary>
/// <param name="First">The first time that it was made.</param>
/// <param name="Last">The last time; the same when it was made once.</param>
/// <param name="Times">How often it was made, reports of one occasion counted once.</param>
/// <param name="Answer">The passage by which it is met, rejected or withdrawn.</param>
public sealed record FoundDemand(DemandState State, FoundPosition First, FoundPosition Last, int Times, DemandAnswer? Answer)
{
    /// <summary>Words of the condition, when something is offered or refused on condition; null for a plain demand.</summary>
    public string? Condition => Last.Condition ?? First.Condition;
}

/// <param name="Id">Of the event or position.</param>
public sealed record DemandAnswer(string Id, string Sentence, Citation Citation);
