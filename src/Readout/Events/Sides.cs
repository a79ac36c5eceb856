using Readout.World;

namespace Readout.Events;

/// <summary>
/// Readings of who the sides of a match are. Where the clause leaves a side open, or names it by a word that stands for nobody known
/// ("48 people", "it", "the critics"), a careful reader takes it from the surroundings: each such reading is a candidate that the weights choose from.
/// </summary>
internal sealed class Sides(Scene scene, Elsewhere elsewhere)
{
    // Who does or suffers these belongs to the state in which it happens, when nothing else is said.
    private static readonly HashSet<string> OnTheGround = ["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "ACCUSE", "SANCTION", "CONCEDE", "REQUEST", "REJECT", "RETREAT"];

    private static readonly HashSet<string> Spoken = ["ACCUSE", "REQUEST", "REJECT", "SUPPORT", "AGREE", "THREATEN"];

    public IEnumerable<RuleMatch> Readings(RuleMatch match)
    {
        yield return match;
        if (match.Mutual)
        {
            if (Codes(match.Actors).Count != 1) yield break;
            foreach (var (from, state) in Candidates(match, isActor: false))
                if (!Codes(match.Actors).Contains(state.Code!)) yield return match with { Actors = [.. match.Actors, state], Recipients = [], RecipientFrom = from };
            yield break;
        }
        var (actor, recipient) = (IsKnown(match.Actors), IsKnown(match.Recipients));
        if (!actor && (recipient || match.Recipients.Count == 0))
            foreach (var (from, state) in Candidates(match, isActor: true)) yield return match with { Actors = With(match.Actors, state), ActorFrom = from };
        // A recipient that stands somewhere below the clause, or is the actor's own state, may be another.
        if (recipient && actor && (match.Reached || match.RecipientAt?.EndsWith('~') == true || Codes(match.Actors).Overlaps(Codes(match.Recipients))))
            foreach (var (from, state) in Candidates(match, isActor: false))
                if (!match.Recipients.Any(r => r.Code == state.Code)) yield return match with { Recipients = [state], RecipientFrom = from, Reached = false };
        if (recipient && match.ActorAt is { } at && (at.EndsWith('~') || at == "speaker") && !Spoken.Contains(match.Rule.Type))
        {
            yield return match with { Actors = [], ActorAt = null };
            foreach (var (from, state) in Candidates(match, isActor: true))
                if (!match.Actors.Any(r => r.Code == state.Code)) yield return match with { Actors = [state], ActorFrom = from };
        }
        if (!recipient && actor)
            foreach (var (from, state) in Candidates(match, isActor: false))
                if (OnTheGround.Contains(match.Rule.Type) || !match.Actors.Any(a => a.Code == state.Code)) yield return match with { Recipients = With(match.Recipients, state), RecipientFrom = from };
        if (match.Reached) yield return match with { Recipients = [], Reached = false };
    }

    // Where a reader looks for a side, the nearest first; each state once.
    private List<(string From, Entity State)> Candidates(RuleMatch match, bool isActor)
    {
        var found = new List<(string From, Entity State)>();
        void Add(string from, Entity? state)
        {
            if (state?.Code is not null && !found.Exists(f => f.State.Code == state.Code)) found.Add((from, state));
        }
        var clause = match.Clause;
        if (isActor) Add("before", scene.SubjectBefore(clause.Sentence));
        if (isActor) Add("speaker", scene.Speaker(clause.Parse[clause.Word].Span));
        Add("elsewhere", elsewhere.Of(match.Rule.Type, isActor));
        Add("place", scene.PlaceState(clause));
        Add("near", scene.Near(clause.Sentence, clause.Word, s => !(isActor ? match.Recipients : match.Actors).Any(e => e.Code == s.Code)));
        Add("home", scene.Home);
        Add("second", scene.Second);
        return found;
    }

    // "Two policemen" and whose they are.
    private static IReadOnlyList<Entity> With(IReadOnlyList<Entity> side, Entity state) => [.. side.Where(e => e.Kind is EntityKind.Group or EntityKind.Person), state];

    private static bool IsKnown(IReadOnlyList<Entity> side) => side.Any(e => e.Code is not null);

    private static HashSet<string> Codes(IEnumerable<Entity> side) => side.Select(e => e.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
