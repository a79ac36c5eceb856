using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>A clause that a pattern fits, with its actors and recipients as entities.</summary>
internal sealed record RuleMatch(Clause Clause, EventRule Rule, Pattern Pattern, IReadOnlyList<Entity> Actors, IReadOnlyList<Entity> Recipients, IReadOnlyList<int> Heads);

/// <summary>Tries the rules of a clause's lemma; of those that fit the one with most conditions met wins.</summary>
internal sealed class RuleMatcher(RuleBook rules, Cast cast)
{
    public RuleMatch? Match(Clause clause)
    {
        var fitting = Candidates(clause).Where(c => c.Pattern.Tests.All(t => Holds(t, clause))).OrderByDescending(c => c.Pattern.Tests.Count);
        foreach (var (rule, pattern) in fitting)
            if (Fill(clause, rule, pattern) is { } match) return match;
        return null;
    }

    // "air strike" is looked up before "strike".
    private List<(EventRule Rule, Pattern Pattern)> Candidates(Clause clause)
    {
        var found = new List<(EventRule Rule, Pattern Pattern)>();
        if (clause.IsNoun)
            foreach (var child in clause.Parse.Children(clause.Word))
                if (clause.Parse[child].Deprel is Deprel.Compound or Deprel.Amod)
                    found.AddRange(rules.For(true, clause.Parse[child].Lemma.ToLowerInvariant() + "_" + clause.Lemma));
        found.AddRange(rules.For(clause.IsNoun, clause.Lemma));
        return found;
    }

    private bool Holds(SlotTest test, Clause clause)
    {
        if (test.Slot == "passive") return clause.Passive != test.Absent;
        if (test.Slot == "support") return clause.Support >= 0 != test.Absent;
        var holds = clause.In(test.Slot).Any(head => test.Actor ? Who(clause, head).Count > 0 : test.Words is null || Heads(clause, head, test.Words));
        return holds != test.Absent;
    }

    private static bool Heads(Clause clause, int head, IReadOnlySet<string> words)
    {
        var parse = clause.Parse;
        var lemma = parse[head].Lemma.ToLowerInvariant();
        if (words.Contains(lemma)) return true;
        foreach (var child in parse.Children(head))
        {
            if (parse[child].Deprel is Deprel.Compound or Deprel.Amod && words.Contains(parse[child].Lemma.ToLowerInvariant() + "_" + lemma)) return true;
            if (parse[child].Deprel == Deprel.Conj && words.Contains(parse[child].Lemma.ToLowerInvariant())) return true;
        }
        return false;
    }

    private RuleMatch? Fill(Clause clause, EventRule rule, Pattern pattern)
    {
        var heads = new List<int> { clause.Word };
        var actors = First(clause, pattern.Actors, heads);
        var recipients = First(clause, pattern.Recipients, heads);
        if (pattern.Mutual)
        {
            var sides = actors.Concat(recipients).Distinct().ToList();
            return sides.Count < 2 && !IsPlural(clause, pattern) ? null : new RuleMatch(clause, rule, pattern, sides, [], heads);
        }
        recipients = [.. recipients.Except(actors)];
        return actors.Count == 0 && recipients.Count == 0 ? null : new RuleMatch(clause, rule, pattern, actors, recipients, heads);
    }

    private static bool IsPlural(Clause clause, Pattern pattern) =>
        pattern.Actors.SelectMany(clause.In).Any(h => clause.Parse[h].Feats.Contains("Number=Plur", StringComparison.Ordinal));

    private IReadOnlyList<Entity> First(Clause clause, IReadOnlyList<string> places, List<int> heads)
    {
        foreach (var place in places)
        {
            var named = clause.In(place).SelectMany(h => Who(clause, h).Select(e => (Head: h, Entity: e))).ToList();
            if (named.Count == 0) continue;
            heads.AddRange(named.Select(n => n.Head));
            return [.. named.Select(n => n.Entity).Distinct()];
        }
        return [];
    }

    /// <summary>Whom a phrase names; a phrase about a thing ("a U.S. court decision") names whom the thing belongs to.</summary>
    private IReadOnlyList<Entity> Who(Clause clause, int head)
    {
        var named = cast.NamedBy(clause.Sentence, clause.Parse, head);
        if (named.Count > 0) return named;
        var owners = new List<Entity>();
        foreach (var child in clause.Parse.Children(head))
            if (clause.Parse[child].Deprel is Deprel.NmodPoss or Deprel.Compound or Deprel.Amod || IsOf(clause.Parse, child)) owners.AddRange(cast.NamedBy(clause.Sentence, clause.Parse, child));
        return [.. owners.Distinct()];
    }

    private static bool IsOf(Parse parse, int child) => parse[child].Deprel == Deprel.Nmod && VerbClauses.Preposition(parse, child) is "of" or "by" or "from";
}
