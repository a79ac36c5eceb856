using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>A clause that a pattern fits, with its actors and recipients as entities.</summary>
internal sealed record RuleMatch(Clause Clause, EventRule Rule, Pattern Pattern, IReadOnlyList<Entity> Actors, IReadOnlyList<Entity> Recipients, IReadOnlyList<int> Heads)
{
    /// <summary>Both sides did it together, by the pattern or because several agreed with nobody else named.</summary>
    public bool Mutual { get; init; } = Pattern.Mutual;

    /// <summary>The recipient stood in no place that the pattern names, and is the nearest actor that the predicate governs.</summary>
    public bool Reached { get; init; }

    /// <summary>How many sides are known: 0 to 2.</summary>
    public int Sides => Mutual ? Math.Min(2, Actors.Count) : (Actors.Count > 0 ? 1 : 0) + (Recipients.Count > 0 ? 1 : 0);
}

/// <summary>Tries the rules of a clause's lemma; of those that fit the one with most conditions met wins.</summary>
internal sealed class RuleMatcher(RuleBook rules, Cast cast)
{
    public RuleMatch? Match(Clause clause)
    {
        var fitting = Candidates(clause).Where(c => c.Pattern.Tests.All(t => Holds(t, clause))).OrderByDescending(c => c.Pattern.Tests.Sum(Weight));
        foreach (var (rule, pattern) in fitting)
            if (Fill(clause, rule, pattern) is { } match) return match;
        return null;
    }

    // Of two patterns the one that names the words ("held talks") is surer than the one that takes any object ("held him").
    private static int Weight(SlotTest test) => test.Absent ? 1 : test.Words is not null ? 4 : test.Actor ? 3 : 2;

    // "air strike" is looked up before "strike".
    private List<(EventRule Rule, Pattern Pattern)> Candidates(Clause clause)
    {
        var found = new List<(EventRule Rule, Pattern Pattern)>();
        if (clause.IsNoun)
        {
            foreach (var child in clause.Parse.Children(clause.Word))
                if (clause.Parse[child].Deprel is Deprel.Compound or Deprel.Amod)
                    found.AddRange(rules.For(true, clause.Parse[child].Lemma.ToLowerInvariant() + "_" + clause.Lemma));
            if (found.Count > 0) return found;
        }
        found.AddRange(rules.For(clause.IsNoun, clause.Lemma));
        return found;
    }

    private bool Holds(SlotTest test, Clause clause)
    {
        if (test.Slot == "passive") return clause.Passive != test.Absent;
        if (test.Slot == "support") return clause.Support >= 0 != test.Absent;
        var heads = test.Slot.Split('|').SelectMany(clause.In);
        // "$2 million in aid": the parser may hang "in aid" on the verb.
        if (test.Slot == "obj" && test.Words is not null && heads.Any(h => Counts(clause.Parse[h]))) heads = heads.Concat(clause.In("in")).Concat(clause.In("of"));
        var holds = heads.Any(head => test.Actor ? cast.NamedBy(clause.Sentence, clause.Parse, head).Count > 0 : test.Words is null || Heads(clause, head, test.Words));
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
            if (Counts(parse[head]) && parse[child].Deprel == Deprel.Nmod && words.Contains(parse[child].Lemma.ToLowerInvariant())) return true;
        }
        return false;
    }

    // "$2 million in assistance", "a series of attacks": the noun that counts stands below the one that measures.
    private static bool Counts(in Token token) =>
        token.Upos is Upos.Sym or Upos.Num || token.Lemma is "series" or "number" or "wave" or "round" or "package" or "set" or "group" or "lot" or "batch" or "ton" or "tonne" or "shipment" or "barrage" or "spate" or "string" or "piece" or "dozen" or "hundred" or "thousand" or "million" or "billion" or "state" or "kind" or "type" or "form" or "campaign" or "worth" or "amount";

    private RuleMatch? Fill(Clause clause, EventRule rule, Pattern pattern)
    {
        var heads = new List<int> { clause.Word };
        var actors = First(clause, pattern.Actors, heads);
        var recipients = First(clause, pattern.Recipients, heads);
        if (pattern.Mutual)
        {
            var sides = actors.Concat(recipients).Distinct().ToList();
            var partner = sides.Count == 1 ? new Reach(cast, clause).Partner(sides) : [];
            sides.AddRange(partner);
            return sides.Count < 2 && (rule.Type == "COOPERATE" || !IsPlural(clause, pattern)) ? null : new RuleMatch(clause, rule, pattern, sides, [], heads) { Reached = partner.Count > 0 };
        }
        recipients = [.. recipients.Except(actors)];
        if (recipients.Count == 0 && actors.Count > 1 && Joint.Contains(rule.Type) && Differ(actors)) return new RuleMatch(clause, rule, pattern, actors, [], heads) { Mutual = true };
        var reached = false;
        if (recipients.All(IsGeneric))
        {
            var reach = new Reach(cast, clause);
            var touched = reach.Nearest(actors, coded: true);
            if (touched.Count == 0 && recipients.Count == 0) touched = reach.Nearest(actors, coded: false);
            reached = recipients.Count == 0 && touched.Count > 0;
            recipients = [.. recipients.Concat(touched).Distinct()];
        }
        return actors.Count == 0 && recipients.Count == 0 ? null : new RuleMatch(clause, rule, pattern, actors, recipients, heads) { Reached = reached };
    }

    private static readonly HashSet<string> Joint = ["AGREE", "CONSULT", "COOPERATE", "REJECT"];

    private static bool Differ(IReadOnlyList<Entity> actors) => actors.Select(a => a.Code ?? a.Id).Distinct().Count() > 1;

    // "48 people", "the troops": a group of which the text does not say whose it is.
    internal static bool IsGeneric(Entity entity) => entity.Kind == EntityKind.Group && (entity.Code is not { } code || !entity.Id.StartsWith(code, StringComparison.OrdinalIgnoreCase));

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

    /// <summary>Whom a phrase names; a phrase about a thing ("a U.S. court decision", "attacks on a school in Mali") names whom it belongs to or touches.</summary>
    private IReadOnlyList<Entity> Who(Clause clause, int head)
    {
        var named = cast.NamedBy(clause.Sentence, clause.Parse, head);
        return named.Count > 0 ? named : WithoutOwnStates(Inside(clause, head, 0));
    }

    // "German Chancellor Angela Merkel": the adjective says whose she is, it is no second side.
    private static IReadOnlyList<Entity> WithoutOwnStates(IReadOnlyList<Entity> named) =>
        [.. named.Where(e => e.Kind != EntityKind.State || !named.Any(o => o.Kind == EntityKind.Person && o.Code == e.Code))];

    private IReadOnlyList<Entity> Inside(Clause clause, int head, int depth)
    {
        if (depth > 3) return [];
        var parse = clause.Parse;
        var children = parse.Children(head).ToArray();
        foreach (var tier in Tiers)
        {
            var owners = new List<Entity>();
            foreach (var child in children.Where(c => tier(parse, c)))
            {
                var named = cast.NamedBy(clause.Sentence, parse, child);
                owners.AddRange(named.Count > 0 ? named : Inside(clause, child, depth + 1));
            }
            if (owners.Count > 0) return [.. owners.Distinct()];
        }
        return [];
    }

    // Nearest first: whose it is, then what it touches, then what a relative clause says of it.
    private static readonly Func<Parse, int, bool>[] Tiers =
    [
        (parse, c) => parse[c].Deprel is Deprel.Flat or Deprel.NmodDesc,
        (parse, c) => parse[c].Deprel is Deprel.NmodPoss or Deprel.Compound or Deprel.Amod || (parse[c].Deprel == Deprel.Nmod && VerbClauses.Preposition(parse, c) is "of" or "by"),
        (parse, c) => parse[c].Deprel is Deprel.Nmod or Deprel.Appos or Deprel.Conj,
        (parse, c) => parse[c].Deprel is Deprel.AclRelcl or Deprel.Acl or Deprel.Nsubj or Deprel.Obj or Deprel.Obl,
    ];
}
