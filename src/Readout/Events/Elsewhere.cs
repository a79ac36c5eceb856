using Readout.World;

namespace Readout.Events;

/// <summary>Who does and who suffers acts of a type in the rest of the article: "the attack" is most often by and on the same as the attack told before.</summary>
internal sealed class Elsewhere
{
    private readonly Dictionary<(string Type, bool IsActor), Dictionary<Entity, int>> told = [];

    public Elsewhere(IReadOnlyList<RuleMatch> matches)
    {
        Talks = TalksIn(matches);
        foreach (var match in matches.Where(m => !m.Mutual))
        {
            Count(match.Rule.Type, true, match.ActorAt, match.Actors);
            Count(match.Rule.Type, false, match.RecipientAt, match.Recipients);
        }
    }

    /// <summary>Both sides of the first talks that the article tells: whom "the two leaders" and "they" mean; empty when it tells none.</summary>
    public IReadOnlyList<Entity> Talks { get; }

    private static Entity[] TalksIn(IReadOnlyList<RuleMatch> matches)
    {
        foreach (var match in matches)
        {
            if (match.Rule.Type != "CONSULT") continue;
            var sides = match.Actors.Concat(match.Recipients).Where(e => e is { Code: not null, Kind: not EntityKind.Place }).DistinctBy(e => e.Code).ToArray();
            if (sides.Length > 1) return sides;
        }
        return [];
    }

    /// <summary>The side told most often for acts of this type; null when none is.</summary>
    public Entity? Of(string type, bool isActor) =>
        told.TryGetValue((type, isActor), out var counts) ? counts.MaxBy(c => c.Value).Key : null;

    // Only what the clauses name outright counts.
    private void Count(string type, bool isActor, string? at, IReadOnlyList<Entity> side)
    {
        if (at is null || at.EndsWith('~') || at is "speaker" or "home" or "place" or "asubj") return;
        foreach (var entity in side.Where(e => e.Code is not null))
        {
            if (!told.TryGetValue((type, isActor), out var counts)) told[(type, isActor)] = counts = [];
            counts[entity] = counts.GetValueOrDefault(entity) + 1;
        }
    }
}
