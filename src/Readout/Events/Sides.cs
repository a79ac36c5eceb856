using Readout.World;

namespace Readout.Events;

/// <summary>
/// Readings of who the sides of a match are. Where the clause leaves a side open, or names it by a word that stands for nobody known
/// ("48 people", "it", "the critics"), a careful reader takes it from the surroundings: each such reading is a candidate that the weights choose from.
/// </summary>
internal sealed class Sides(Scene scene, Elsewhere elsewhere, RuleBook rules)
{
    public IEnumerable<RuleMatch> Readings(RuleMatch match)
    {
        yield return match;
        foreach (var joint in Jointly(match)) yield return joint;
        if (match.Sides == 0) yield break;
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
        if (recipient && match.ActorAt is { } at && (at.EndsWith('~') || at == "speaker") && !IsSpoken(match))
        {
            yield return match with { Actors = [], ActorAt = null };
            foreach (var (from, state) in Candidates(match, isActor: true))
                if (!match.Actors.Any(r => r.Code == state.Code)) yield return match with { Actors = [state], ActorFrom = from };
        }
        if (!recipient && actor)
            foreach (var (from, state) in Candidates(match, isActor: false))
                if (rules.Is("on-the-ground", match.Rule.Type) || !match.Actors.Any(a => a.Code == state.Code)) yield return match with { Recipients = With(match.Recipients, state), RecipientFrom = from };
        if (match.Reached || (recipient && actor && IsLoose(match.RecipientAt))) yield return match with { Recipients = [], Reached = false, RecipientFrom = "open" };
        if (actor && (!recipient || IsLoose(match.RecipientAt)) && rules.Is("on-the-ground", match.Rule.Type) && Own(match) is { } own) yield return match with { Recipients = With(match.Recipients.Where(r => r.Code is null), own), RecipientFrom = "own" };
    }

    private bool IsSpoken(RuleMatch match) => rules.Is("spoken", match.Rule.Type) || match.Rule.Type == "THREATEN";

    // Named below the place's head, or by a phrase that may only say where or of what: "condemned the attack in Kyiv".
    private static bool IsLoose(string? at) => at is not null && (at.EndsWith('~') || at is "in" or "at" or "on" or "over" or "about" or "place" or "home" or "asubj");

    // The doers' own state, where no candidate stands for it already.
    private Entity? Own(RuleMatch match) =>
        match.Actors.Select(a => scene.Of(a.Code)).FirstOrDefault(s => s is { Kind: EntityKind.State }) is { } state && !match.Recipients.Any(r => r.Code == state.Code) ? state : null;

    // "The two leaders agreed", "they affirmed": both sides of the talks that the article tells.
    private IEnumerable<RuleMatch> Jointly(RuleMatch match)
    {
        if (elsewhere.Talks.Count == 0 || !IsJoint(match.Clause) || elsewhere.Talks.All(t => match.Actors.Any(a => a.Code == t.Code))) yield break;
        var others = match.Mutual ? [] : match.Recipients.Where(r => r.Code is not null && !elsewhere.Talks.Any(t => t.Code == r.Code)).ToList();
        yield return match with { Actors = elsewhere.Talks, Recipients = others, ActorFrom = "talks", Mutual = match.Mutual || (others.Count == 0 && rules.Is("joint-type", match.Rule.Type)) };
    }

    private bool IsJoint(Clause clause) =>
        clause.In("subj").Concat(clause.In("by")).Concat(clause.In("poss")).Any(h => clause.Parse[h].Feats.Contains("Number=Plur", StringComparison.Ordinal) && rules.Is("joint", clause.Parse.LowerLemma(h)));

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
    private static IReadOnlyList<Entity> With(IEnumerable<Entity> side, Entity state) => [.. side.Where(e => e.Kind is EntityKind.Group or EntityKind.Person), state];

    private static bool IsKnown(IReadOnlyList<Entity> side) => side.Any(e => e.Code is not null);

    private static HashSet<string> Codes(IEnumerable<Entity> side) => side.Select(e => e.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
