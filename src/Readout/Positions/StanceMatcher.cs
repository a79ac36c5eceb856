using Readout.Events;
using Readout.Syntax;
using Readout.World;

namespace Readout.Positions;

/// <summary>A clause that shows a stance, with holders and those it is taken toward.</summary>
internal sealed record StanceMatch(Clause Clause, EventRule Rule, Pattern Pattern, Stance Stance, IReadOnlyList<Entity> Holders, IReadOnlyList<Entity> Toward);

/// <summary>Tries the stance patterns of a clause's lemma; of those that fit and name a holder, the one with most conditions met wins.</summary>
internal sealed class StanceMatcher(PositionBook book, Standing standing)
{
    public StanceMatch? Match(Clause clause)
    {
        var fitting = book.For(clause.IsNoun, clause.Lemma, !clause.IsNoun && clause.Parse[clause.Word].Upos == Upos.Verb).Where(c => c.Pattern.Tests.All(t => Holds(t, clause))).OrderBy(c => c.Pattern.Lemmas.Contains(PositionBook.AnyVerb)).ThenByDescending(c => c.Pattern.Tests.Count);
        foreach (var (rule, pattern) in fitting)
        {
            if (StanceOf(rule, pattern, clause) is not { } stance) continue;
            var holders = First(clause, pattern.Actors).Where(Speaks).ToList();
            if (holders.Count > 0) return new StanceMatch(clause, rule, pattern, stance, holders, First(clause, pattern.Recipients));
        }
        return null;
    }

    private Stance? StanceOf(EventRule rule, Pattern pattern, Clause clause)
    {
        var asked = pattern.Tests.Any(t => t.Slot == "neg");
        return PositionBook.StanceOf(asked || !IsDenied(clause) ? rule.Type : rule.Mode);
    }

    /// <summary>States, bodies and groups hold positions, and those who speak for one; scholars and firms do not.</summary>
    private bool Speaks(Entity entity) =>
        entity.Code is not null
        && (entity.Kind == EntityKind.State || (entity.Sector is null ? entity.Kind != EntityKind.Place && (entity.Kind != EntityKind.Person || entity.Office is not null) : book.Is("sector", entity.Sector)));

    private IReadOnlyList<Entity> First(Clause clause, IReadOnlyList<string> places)
    {
        foreach (var place in places)
            if (standing.At(clause, place) is { Count: > 0 } named) return named;
        return [];
    }

    private bool Holds(SlotTest test, Clause clause) => test.Slot.Split('|').Any(s => HoldsAt(s, test.Words, clause)) != test.Absent;

    private bool HoldsAt(string slot, IReadOnlySet<string>? words, Clause clause)
    {
        var parse = clause.Parse;
        switch (slot)
        {
            case "passive": return clause.Passive;
            case "said": return standing.Around(clause) is not null;
            case "own": return !book.Is("private", clause.Lemma) && standing.IsOwn(clause);
            case "person": return standing.IsPerson(clause);
            case "neg": return IsDenied(clause);
            case "aux": return HasAux(parse, clause.Word, words);
            case "gov": return parse[clause.Word].Head is >= 0 and var head && (words is null || words.Contains(parse[head].Lemma.ToLowerInvariant()));
            case "cond": return Conditions.Of(clause, book) is not null;
            case "obl": return parse.Child(clause.Word, Deprel.Obl) >= 0;
            case "acl": return parse.Child(clause.Word, Deprel.Acl) >= 0 || parse.Child(clause.Word, Deprel.Ccomp) >= 0;
            case "wish": return clause.In("ccomp").Any(h => IsBare(parse, h));
        }
        if (slot.EndsWith(".neg", StringComparison.Ordinal)) return clause.In(slot[..^4]).Any(h => IsDenied(VerbClauses.Of(parse, clause.Sentence, h)));
        return clause.In(slot).Any(h => words is null || words.Contains(parse[h].Lemma.ToLowerInvariant()));
    }

    private static bool HasAux(Parse parse, int verb, IReadOnlySet<string>? words)
    {
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.Aux && (words is null || words.Contains(parse[child].Lemma.ToLowerInvariant()) || words.Contains(Standing.Form(parse, child)))) return true;
        return false;
    }

    /// <summary>"Not", "never", or a subject that says that nobody does.</summary>
    private bool IsDenied(Clause clause)
    {
        var parse = clause.Parse;
        foreach (var child in parse.Children(clause.Carrier))
            if (parse[child].Deprel is Deprel.Advmod or Deprel.Det or Deprel.Aux && (book.Is("negator", parse[child].Lemma.ToLowerInvariant()) || book.Is("negator", Standing.Form(parse, child)))) return true;
        if (clause.IsNoun) return false;
        if (!Standing.Subjects(clause).Any()) return StartsWithNo(parse, clause.Word);
        return Standing.Subjects(clause).Any(h => book.Is("nobody", parse[h].Lemma.ToLowerInvariant()) || HasNo(parse, h));
    }

    // "No talks can be possible" where the parser lost the subject: a "no" to the left with no verb between.
    private static bool StartsWithNo(Parse parse, int predicate)
    {
        for (var word = predicate - 1; word >= 0 && parse[word].Upos != Upos.Verb; word--)
            if (parse[word].Upos == Upos.Det && Standing.Form(parse, word) == "no") return true;
        return false;
    }

    private static bool HasNo(Parse parse, int noun)
    {
        foreach (var child in parse.Children(noun))
            if (parse[child].Deprel == Deprel.Det && Standing.Form(parse, child) == "no") return true;
        return false;
    }

    /// <summary>"That the budget include funds": the bare form, without auxiliary, after a subject of the third person.</summary>
    private static bool IsBare(Parse parse, int verb)
    {
        foreach (var child in parse.Children(verb))
        {
            if (parse[child].Deprel is Deprel.Aux or Deprel.Cop && Standing.Form(parse, child) != "be") return false;
            if (parse[child].Deprel is Deprel.Nsubj && (parse[child].Feats.Contains("Number=Plur", StringComparison.Ordinal) || parse[child].Feats.Contains("Person=1", StringComparison.Ordinal))) return false;
        }
        return parse[verb].Upos == Upos.Verb && parse.Form(verb).Equals(parse[verb].Lemma, StringComparison.OrdinalIgnoreCase) && parse[verb].Xpos != "VBD";
    }
}
