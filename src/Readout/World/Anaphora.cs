using Readout.Places;
using Readout.Syntax;

namespace Readout.World;

/// <summary>Nouns with "the" or "both" that take up who was named before: "the ministry", "the bloc", "the capital", "both leaders", "the two sides".</summary>
internal sealed class Anaphora(Actors actors, PlaceKnowledge places, Casting casting, string? main)
{
    // Sentences back to where a body, a state, and each of several were named.
    private const int BodyReach = 4, StateReach = 3, JointReach = 6;

    private static readonly string[] Two = ["two", "both"], Three = ["three"], Four = ["four"];

    public IReadOnlyList<int> Resolve(Parse parse, int sentence, int word, IReadOnlyList<Role> owners)
    {
        if (!actors.AnaphoraNouns.TryGetValue(parse.LowerLemma(word), out var nouns) || !IsTakenUp(parse, word)) return [];
        var owner = owners.Count > 0 ? owners[0].Code : null;
        var isPlural = parse[word].Xpos is "NNS" or "NNPS";
        foreach (var noun in nouns)
        {
            var found = noun.Sort switch
            {
                "body" when !isPlural => Body(parse, sentence, word, noun, owner),
                "state" when !isPlural && owners.Count == 0 => State(parse, sentence, word),
                "capital" when !isPlural => Capital(parse, word, owner ?? Nearest(parse, sentence, word)?.Code ?? main),
                "persons" when (isPlural || noun.Number > 0) && owners.Count == 0 && Number(parse, word, noun) is var n and > 1 => Persons(parse[word].Span, sentence, noun, n),
                "states" when isPlural && owners.Count == 0 && Number(parse, word, noun) is var n and > 1 => States(parse[word].Span, sentence, n),
                _ => [],
            };
            if (found.Count > 0) return found;
        }
        return [];
    }

    // "the", "this", "both", and nothing behind it that says which ("the capital of Yemen", "the company that ...").
    private static bool IsTakenUp(Parse parse, int word)
    {
        var isDefinite = false;
        foreach (var child in parse.Children(word))
        {
            if (parse[child].Deprel is Deprel.Det && parse.LowerLemma(child) is "the" or "this" or "that" or "both" or "these") isDefinite = true;
            else if (parse[child].Deprel is Deprel.NmodPoss || (child > word && parse[child].Deprel is Deprel.Nmod or Deprel.AclRelcl or Deprel.Flat or Deprel.Appos or Deprel.Acl)) return false;
        }
        return isDefinite || (word > 0 && parse[word - 1].Lemma.Equals("both", StringComparison.OrdinalIgnoreCase));
    }

    private IReadOnlyList<int> Body(Parse parse, int sentence, int word, AnaphoraNoun noun, string? owner)
    {
        for (var s = sentence; s >= Math.Max(0, sentence - BodyReach); s--)
            foreach (var mention in casting.In(s).Reverse())
                if (mention.Form == MentionForm.Name && mention.Span.End <= parse[word].Span.Start && mention.Entities is [var entity]
                    && casting.Roles[entity] is { Kind: EntityKind.Organisation or EntityKind.Group } role && (owner is null || role.Code == owner || role.Actor?.Country == owner) && noun.Fits(role)) return [entity];
        return [];
    }

    private IReadOnlyList<int> State(Parse parse, int sentence, int word) => Nearest(parse, sentence, word) is { Actor: { } actor } ? [casting.Add(actor)] : [];

    // The state named last in the sentence, else the first of the sentences before.
    private Role? Nearest(Parse parse, int sentence, int word)
    {
        for (var s = sentence; s >= Math.Max(0, sentence - StateReach); s--)
        {
            var named = casting.In(s).Where(m => m.Form == MentionForm.Name && m.Span.End <= parse[word].Span.Start && m.Entities is [var e] && casting.Roles[e].Kind == EntityKind.State).ToList();
            if (named.Count > 0) return casting.Roles[(s == sentence ? named[^1] : named[0]).Entities[0]];
        }
        return null;
    }

    private IReadOnlyList<int> Capital(Parse parse, int word, string? state)
    {
        if (state is null || places.Capital(state) is not { } name) return [];
        // "the capital Sanaa", "the capital, Sanaa,": the name is the mention.
        var next = parse[word].Span.End;
        if (parse.Text.AsSpan(next).TrimStart(" ,").StartsWith(name, StringComparison.Ordinal)) return [];
        return [casting.Add(new Role(Fold.Slug(name), EntityKind.Place, name, new Why("capital")) { Code = state, Place = places.Find(name).Where(c => c.Place.Country == state).MaxBy(c => c.Prior)?.Place })];
    }

    private static int Number(Parse parse, int word, AnaphoraNoun noun)
    {
        if (noun.Number > 0) return noun.Number;
        foreach (var child in parse.Children(word))
            if (child < word && parse.LowerLemma(child) is var lemma)
            {
                if (Two.Contains(lemma)) return 2;
                if (Three.Contains(lemma)) return 3;
                if (Four.Contains(lemma)) return 4;
            }
        return 0;
    }

    // Those with such an office first, then those most spoken of; in the order in which they were first named.
    private IReadOnlyList<int> Persons(TextSpan span, int sentence, AnaphoraNoun noun, int number)
    {
        var near = Start(sentence);
        var recent = casting.Recent(span, r => r.Kind == EntityKind.Person && r.Sector is null or "GOV" or "MIL" or "ELI" or "OPP" or "PTY" or "LEG").Where(p => casting.Roles[p].LastBefore(span.Start) >= near).OrderByDescending(p => casting.Roles[p].Mentions.Count(m => m.Span.Start < span.Start)).ToList();
        var fitting = recent.Where(p => noun.Fits(casting.Roles[p].Office ?? casting.Roles[p].Title?.Phrase)).ToList();
        var chosen = (fitting.Count >= number ? fitting : recent).Take(number).ToList();
        return chosen.Count == number ? [.. chosen.OrderBy(p => casting.Roles[p].Mentions[0].Span.Start)] : [];
    }

    // Of the states named last, and of those whose officials were.
    private IReadOnlyList<int> States(TextSpan span, int sentence, int number)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var s = Math.Max(0, sentence - JointReach); s <= sentence; s++)
            foreach (var mention in casting.In(s).Where(m => m.Span.End <= span.Start && !IsWhere(m)))
                foreach (var role in mention.Entities.Select(e => casting.Roles[e]))
                    if (role.Code is { Length: 3 } code && (role.Kind == EntityKind.State || (role.Kind is EntityKind.Person or EntityKind.Group && role.Sector is "GOV" or "MIL"))) last[code] = mention.Span.Start;
        var codes = last.OrderByDescending(l => l.Value).Select(l => l.Key).Take(number).ToList();
        var states = codes.Select(actors.Find).OfType<Actor>().Where(a => a.Kind == EntityKind.State).ToList();
        return states.Count == number ? [.. states.Select(casting.Add).Order()] : [];
    }

    // "in Singapore" is no side.
    private bool IsWhere(CastMention mention)
    {
        var parse = casting.Parses[mention.Sentence];
        foreach (var child in parse.Children(mention.Head))
            if (parse[child].Deprel == Deprel.Case && parse[child].Span.Start < mention.Span.Start) return actors.NameWords.IsLocative(parse[child].Lemma);
        return false;
    }

    private int Start(int sentence) => casting.Parses[Math.Max(0, sentence - JointReach)].Span.Start;
}
