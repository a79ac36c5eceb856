using Readout.Events;
using Readout.World;

namespace Readout.Positions;

/// <summary>A clause that shows a stance, with holders and those it is taken toward.</summary>
/// <param name="HolderAt">The place of the clause that names the holders, such as <c>subj</c> or <c>voice</c>.</param>
/// <param name="HolderBy">How the words there name them.</param>
internal sealed record StanceMatch(Clause Clause, EventRule Rule, Pattern Pattern, Stance Stance, IReadOnlyList<Entity> Holders, string HolderAt, Naming HolderBy, IReadOnlyList<Entity> Toward)
{
    /// <summary>Negation was met in the clause and turned the stance or was asked for.</summary>
    public bool Denied { get; init; }
}

/// <summary>Tries the stance patterns of a clause's lemma; each stance is offered once, by the pattern with most conditions met that names a holder.</summary>
internal sealed class StanceMatcher(PositionBook book, Standing standing)
{
    private readonly StanceTests tests = new(book, standing);

    public IEnumerable<StanceMatch> Matches(Clause clause)
    {
        var isVerb = !clause.IsNoun && clause.Parse[clause.Word].Upos == Syntax.Upos.Verb;
        var fitting = new List<(EventRule Rule, Pattern Pattern)>();
        Fitting(book.For(clause.IsNoun, clause.Lemma), clause, fitting);
        if (isVerb) Fitting(book.For(false, PositionBook.AnyVerb), clause, fitting);
        if (fitting.Count == 0) yield break;
        var denied = tests.IsDenied(clause);
        var offered = new HashSet<(Stance, string)>();
        foreach (var (rule, pattern) in fitting.OrderBy(c => c.Pattern.IsOfAnyVerb).ThenByDescending(c => c.Pattern.Tests.Count))
        {
            var asked = pattern.Tests.Any(t => t.Slot == "neg");
            if (PositionBook.StanceOf(asked || !denied ? rule.Type : rule.Mode) is not { } stance) continue;
            var (holders, at, by) = standing.First(clause, pattern.Actors);
            var able = holders.Where(CanHold).ToList();
            if (able.Count == 0 || !offered.Add((stance, string.Join(' ', able.Select(e => e.Id))))) continue;
            yield return new StanceMatch(clause, rule, pattern, stance, able, at, by, standing.First(clause, pattern.Recipients).Who) { Denied = denied };
        }
    }

    private void Fitting(List<(EventRule Rule, Pattern Pattern)> candidates, Clause clause, List<(EventRule Rule, Pattern Pattern)> fitting)
    {
        foreach (var candidate in candidates)
            if (tests.Hold(candidate.Pattern.Tests, clause)) fitting.Add(candidate);
    }

    /// <summary>States, bodies and groups hold positions, and persons whose state is known; places do not.</summary>
    private static bool CanHold(Entity entity) => entity.Kind != EntityKind.Place && (entity.Code is not null || entity.Kind is EntityKind.Organisation or EntityKind.Group);
}
