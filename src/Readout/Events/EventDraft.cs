using Readout.World;

namespace Readout.Events;

/// <summary>A reading of a clause as an event, before it is weighed.</summary>
/// <param name="DateTold">The sentence gives the date; otherwise it is the article's.</param>
internal sealed record EventDraft(RuleMatch Match, Event Event, bool DateTold)
{
    /// <summary>What speaks for and against it, as names that <c>events/weights.tsv</c> weighs.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>How often the article tells of it.</summary>
    public int Mentions { get; init; } = 1;

    public IReadOnlySet<string> Actors { get; } = Codes(Match.Actors);

    public IReadOnlySet<string> Recipients { get; } = Codes(Match.Recipients);

    public bool IsTitle { get; init; }

    // An actor that nobody can place does not count beside one that has a code.
    private static HashSet<string> Codes(IReadOnlyList<Entity> side) => side.Select(e => e.Code ?? e.Id).ToHashSet(StringComparer.Ordinal);
}
