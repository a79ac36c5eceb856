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

    /// <summary>The place of the clause that names the actor, such as <c>subj</c>; with <c>~</c> when it is named below the place's head.</summary>
    public string? ActorAt { get; init; }

    /// <summary>The place of the clause that names the recipient.</summary>
    public string? RecipientAt { get; init; }

    /// <summary>Where the actor was taken from when the clause names none: place, near, home, second, before, speaker.</summary>
    public string? ActorFrom { get; init; }

    /// <summary>Where the recipient (or the partner of a mutual act) was taken from when the clause names none.</summary>
    public string? RecipientFrom { get; init; }

    /// <summary>How many sides are known: 0 to 2.</summary>
    public int Sides => Mutual ? Math.Min(2, Actors.Count) : (Actors.Count > 0 ? 1 : 0) + (Recipients.Count > 0 ? 1 : 0);
}

/// <summary>Tries the rules of a clause's lemma; of those that fit the one with most conditions met wins.</summary>
internal sealed class RuleMatcher(RuleBook rules, Scene scene)
{
    private readonly Cast cast = scene.Cast;

    /// <summary>What the clause says, and what its speaker does by saying it.</summary>
    public IEnumerable<RuleMatch> Matches(Clause clause)
    {
        var candidates = Candidates(clause);
        if (Match(clause, Fitting(candidates, clause, isTold: false)) is { } said) yield return said;
        if (Match(clause, Fitting(candidates, clause, isTold: true)) is { } told) yield return told;
    }

    private List<(EventRule Rule, Pattern Pattern)> Fitting(List<(EventRule Rule, Pattern Pattern)> candidates, Clause clause, bool isTold)
    {
        var fitting = new List<(EventRule Rule, Pattern Pattern)>();
        foreach (var candidate in candidates)
            if (candidate.Pattern.IsTold == isTold && Holds(candidate.Pattern.Tests, clause)) fitting.Add(candidate);
        return fitting.Count < 2 ? fitting : [.. fitting.OrderByDescending(c => c.Pattern.Weight)];
    }

    private bool Holds(IReadOnlyList<SlotTest> tests, Clause clause)
    {
        for (var i = 0; i < tests.Count; i++)
            if (!Holds(tests[i], clause)) return false;
        return true;
    }

    private RuleMatch? Match(Clause clause, List<(EventRule Rule, Pattern Pattern)> fitting)
    {
        RuleMatch? first = null;
        foreach (var (rule, pattern) in fitting)
        {
            if (first is { Sides: > 0 } && rule.Type != first.Rule.Type) continue;
            if (Fill(clause, rule, pattern) is not { } match) continue;
            // A broader pattern of the same type may see the side that the narrower one missed.
            if (match is { Sides: > 1, Reached: false }) return match;
            if (first is null || match.Sides > first.Sides) first = match;
        }
        return first;
    }

    // "air strike" is looked up before "strike".
    private List<(EventRule Rule, Pattern Pattern)> Candidates(Clause clause)
    {
        var found = new List<(EventRule Rule, Pattern Pattern)>();
        if (clause.IsNoun)
        {
            foreach (var child in clause.Parse.Children(clause.Word))
                if (clause.Parse[child].Deprel is Deprel.Compound or Deprel.Amod)
                    found.AddRange(rules.For(true, clause.Parse.LowerLemma(child) + "_" + clause.Lemma));
            if (found.Count > 0) return found;
        }
        found.AddRange(rules.For(clause.IsNoun, clause.Lemma));
        if (found.Count == 0 && !clause.IsNoun) found.AddRange(BaseForms.Find(clause.Parse.LowerForm(clause.Word), f => rules.For(false, f)) ?? []);
        if (!clause.IsNoun) found.AddRange(rules.ForAnyVerb);
        return found;
    }

    private bool Holds(SlotTest test, Clause clause)
    {
        if (test.Slot == "passive") return clause.Passive != test.Absent;
        if (test.Slot == "support") return clause.Support >= 0 != test.Absent;
        if (test.Slot == "neg") return ClauseStatus.IsNegated(clause, rules) != test.Absent;
        if (test.Slot == "speaker") return scene.Speaker(clause.Parse[clause.Word].Span) is null == test.Absent;
        if (test.Slot == "self") return (Self(clause) is not null) != test.Absent;
        return Fills(test, clause) != test.Absent;
    }

    private bool Fills(SlotTest test, Clause clause)
    {
        var counts = false;
        foreach (var place in test.Places)
            foreach (var head in clause.In(place))
            {
                if (Fills(test, clause, head)) return true;
                counts |= Counts(clause.Parse[head]);
            }
        // "$2 million in aid": the parser may hang "in aid" on the verb.
        return counts && test.Slot == "obj" && test.Words is not null && (clause.In("in").Any(h => Fills(test, clause, h)) || clause.In("of").Any(h => Fills(test, clause, h)));
    }

    private bool Fills(SlotTest test, Clause clause, int head) => test.Actor ? cast.NamedBy(clause.Sentence, clause.Parse, head).Count > 0 : test.Words is null || Heads(clause, head, test.Words);

    private bool Heads(Clause clause, int head, IReadOnlySet<string> words)
    {
        var parse = clause.Parse;
        var lemma = parse.LowerLemma(head);
        if (words.Contains(lemma) || (lemma.EndsWith('s') && words.Contains(lemma[..^1]))) return true;
        foreach (var child in parse.Children(head))
        {
            if (parse[child].Deprel is Deprel.Compound or Deprel.Amod && words.Contains(parse.LowerLemma(child) + "_" + lemma)) return true;
            if (parse[child].Deprel == Deprel.Conj && words.Contains(parse.LowerLemma(child))) return true;
            if (Counts(parse[head]) && parse[child].Deprel == Deprel.Nmod && words.Contains(parse.LowerLemma(child))) return true;
        }
        return false;
    }

    // "$2 million in assistance", "a series of attacks": the noun that counts stands below the one that measures.
    private bool Counts(in Token token) => token.Upos is Upos.Sym or Upos.Num || rules.Is("measure", token.Lemma);

    private RuleMatch? Fill(Clause clause, EventRule rule, Pattern pattern)
    {
        var heads = new List<int> { clause.Word };
        var actors = First(clause, pattern.Actors, heads, out var actorAt);
        var recipients = First(clause, pattern.Recipients, heads, out var recipientAt);
        RuleMatch Match(IReadOnlyList<Entity> by, IReadOnlyList<Entity> to) => new(clause, rule, pattern, by, to, heads) { ActorAt = actorAt, RecipientAt = recipientAt };
        if (pattern.Mutual)
        {
            var sides = actors.Concat(recipients).Distinct().ToList();
            var partner = sides.Count == 1 ? new Reach(cast, clause).Partner(sides) : [];
            sides.AddRange(partner);
            return sides.Count < 2 && !IsPlural(clause, pattern) ? null : Match(sides, []) with { Reached = partner.Count > 0 };
        }
        recipients = [.. recipients.Except(actors)];
        if (recipients.Count == 0 && actors.Count > 1 && rules.Is("joint-type", rule.Type) && Differ(actors)) return Match(actors, []) with { Mutual = true };
        var reached = false;
        if (recipients.All(IsGeneric))
        {
            var reach = new Reach(cast, clause);
            var touched = reach.Nearest(actors, coded: true);
            if (touched.Count == 0 && recipients.Count == 0) touched = reach.Nearest(actors, coded: false);
            reached = recipients.Count == 0 && touched.Count > 0;
            recipients = [.. recipients.Concat(touched).Distinct()];
        }
        return actors.Count == 0 && recipients.Count == 0 ? IsPlural(clause, pattern) ? Match([], []) : null : Match(actors, recipients) with { Reached = reached };
    }

    private static bool Differ(IReadOnlyList<Entity> actors) => actors.Select(a => a.Code ?? a.Id).Distinct().Count() > 1;

    // "48 people", "the troops": a group of which the text does not say whose it is.
    internal static bool IsGeneric(Entity entity) => entity.Kind == EntityKind.Group && (entity.Code is not { } code || !entity.Id.StartsWith(code, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlural(Clause clause, Pattern pattern) =>
        pattern.Actors.SelectMany(clause.In).Any(h => clause.Parse[h].Feats.Contains("Number=Plur", StringComparison.Ordinal));

    // The speaker is the doer of what he says of himself: "we will defend", "I thank John", "Iran will respond", said by Iran's minister.
    private Entity? Self(Clause clause) =>
        scene.Speaker(clause.Parse[clause.Word].Span) is { } speaker && clause.In("subj").SelectMany(h => Who(clause, h)).Any(e => e == speaker || (e.Code is not null && e.Code == speaker.Code)) ? speaker : null;

    private IReadOnlyList<Entity> First(Clause clause, IReadOnlyList<string> places, List<int> heads, out string? at)
    {
        at = null;
        foreach (var place in places)
        {
            Entity? told = place switch
            {
                "speaker" => scene.Speaker(clause.Parse[clause.Word].Span),
                "place" => scene.PlaceState(clause),
                "home" => scene.Home,
                _ => null,
            };
            at = place;
            if (told is not null) return [told];
            var named = clause.In(place).SelectMany(h => Who(clause, h).Select(e => (Head: h, Entity: e))).ToList();
            if (named.Count == 0) continue;
            if (Named(clause, named[0].Head).Count == 0) at += "~";
            heads.AddRange(named.Select(n => n.Head));
            return [.. named.Select(n => n.Entity).Distinct()];
        }
        at = null;
        return [];
    }

    /// <summary>Whom a phrase names; a phrase about a thing ("a U.S. court decision", "attacks on a school in Mali") names whom it belongs to or touches.</summary>
    private IReadOnlyList<Entity> Who(Clause clause, int head)
    {
        var named = Named(clause, head);
        return named.Count > 0 ? named : WithoutOwnStates(Inside(clause, head, 0));
    }

    // A place of which nobody knows the state is no party.
    private IReadOnlyList<Entity> Named(Clause clause, int head)
    {
        var named = cast.NamedBy(clause.Sentence, clause.Parse, head);
        if (named.Count == 0 && clause.Parse[head].Upos == Upos.Pron && IsSelf(clause.Parse[head].Lemma)) return scene.Self(clause.Parse[head].Span);
        if (named.Count == 0) return named;
        var isTitle = char.IsUpper(clause.Parse.Form(head)[0]);
        return [.. named.Where(e => !IsNowhere(e)).Select(e => OfOwner(clause, head, e) ?? scene.InDocument(e, isTitle)).Distinct()];
    }

    // "Her government", "their troops": the pronoun tells whose, where else only the article's state would.
    private Entity? OfOwner(Clause clause, int head, Entity entity)
    {
        if (entity.Why.Rule != "state-of-article" || clause.Parse.Child(head, Deprel.NmodPoss) is not (>= 0 and var owner) || clause.Parse[owner].Upos != Upos.Pron) return null;
        return cast.NamedBy(clause.Sentence, clause.Parse, owner).FirstOrDefault(e => e.Code is not null) is { } whose ? scene.Of(whose.Code) ?? whose : null;
    }

    private static bool IsNowhere(Entity entity) => entity is { Kind: EntityKind.Place, Code: null };

    private static bool IsSelf(string lemma) => lemma.ToLowerInvariant() is "i" or "we" or "us" or "me" or "our" or "my" or "ourselves";

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
                var named = Named(clause, child);
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
