using Readout.Events;
using Readout.Syntax;

namespace Readout.Positions;

/// <summary>What a pattern may ask of a clause: a place filled, by certain words or at all, its mood, who says it.</summary>
internal sealed class StanceTests(PositionBook book, Standing standing)
{
    /// <summary>Whether all tests hold.</summary>
    public bool Hold(IReadOnlyList<SlotTest> tests, Clause clause)
    {
        for (var i = 0; i < tests.Count; i++)
            if (!Holds(tests[i], clause)) return false;
        return true;
    }

    private bool Holds(SlotTest test, Clause clause)
    {
        foreach (var place in test.Places)
            if (HoldsAt(place, test.Words, clause)) return !test.Absent;
        return test.Absent;
    }

    private bool HoldsAt(string slot, IReadOnlySet<string>? words, Clause clause)
    {
        var parse = clause.Parse;
        switch (slot)
        {
            case "passive": return clause.Passive;
            case "said": return standing.IsSpoken(clause);
            case "own": return !book.Is("private", clause.Lemma) && standing.IsOwn(clause);
            case "person": return standing.IsPerson(clause);
            case "neg": return IsDenied(clause);
            case "aux": return HasAux(parse, clause.Word, words);
            case "gov": return parse[clause.Word].Head is >= 0 and var head && (words is null || words.Contains(parse.LowerLemma(head)));
            case "cond": return Conditions.Of(clause, book) is not null;
            case "obl": return parse.Child(clause.Word, Deprel.Obl) >= 0;
            case "acl": return parse.Child(clause.Word, Deprel.Acl) >= 0 || parse.Child(clause.Word, Deprel.Ccomp) >= 0;
            case "wish": return clause.In("ccomp").Any(h => IsBare(parse, h));
            case "imperative": return IsImperative(parse, clause.Word);
            case "cop": return parse.Child(clause.Word, Deprel.Cop) >= 0;
        }
        if (slot.EndsWith(".neg", StringComparison.Ordinal)) return clause.In(slot[..^4]).Any(h => IsDenied(VerbClauses.Of(parse, clause.Sentence, h)));
        return clause.In(slot).Any(h => words is null || words.Contains(parse.LowerLemma(h)));
    }

    private static bool HasAux(Parse parse, int verb, IReadOnlySet<string>? words)
    {
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.Aux && (words is null || words.Contains(parse.LowerLemma(child)) || words.Contains(Standing.Form(parse, child)))) return true;
        return false;
    }

    /// <summary>"Not", "never", or a subject that says that nobody does.</summary>
    public bool IsDenied(Clause clause)
    {
        var parse = clause.Parse;
        foreach (var child in parse.Children(clause.Carrier))
            if (parse[child].Deprel is Deprel.Advmod or Deprel.Det or Deprel.Aux && (book.Is("negator", parse.LowerLemma(child)) || book.Is("negator", Standing.Form(parse, child)))) return true;
        if (clause.IsNoun) return HasNo(parse, clause.Word);
        if (Standing.Subjects(clause).Length == 0) return StartsWithNo(parse, clause.Word);
        return Standing.Subjects(clause).Any(h => book.Is("nobody", parse.LowerLemma(h)) || HasNo(parse, h));
    }

    // "No talks can be possible" where the parser lost the subject: a "no" to the left with no verb between.
    private static bool StartsWithNo(Parse parse, int predicate)
    {
        for (var word = predicate - 1; word >= 0 && parse[word].Upos != Upos.Verb; word--)
            if (parse[word].Upos == Upos.Det && Standing.Form(parse, word) == "no") return true;
        return false;
    }

    // "No dialogue", and "no DPRK-U.S. contact", where the parser hangs "no" on a word inside the phrase.
    private static bool HasNo(Parse parse, int noun)
    {
        for (var word = parse.Subtree(noun).Start; word <= noun; word++)
            if (parse[word].Upos != Upos.Punct) return parse[word].Deprel == Deprel.Det && Standing.Form(parse, word) == "no";
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
        return parse[verb].Upos == Upos.Verb && IsBase(parse, verb);
    }

    /// <summary>"Stop your attacks": a main verb in the bare form without subject or auxiliary.</summary>
    private static bool IsImperative(Parse parse, int verb)
    {
        if (parse[verb].Xpos is not ("VB" or "VBP") || !IsBase(parse, verb) || parse[verb].Deprel is not (Deprel.Root or Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj)) return false;
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Aux or Deprel.Mark or Deprel.Expl or Deprel.Csubj) return false;
        return parse[verb].Deprel != Deprel.Conj || IsImperative(parse, parse[verb].Head);
    }

    private static bool IsBase(Parse parse, int verb) => parse.Form(verb).Equals(parse[verb].Lemma, StringComparison.OrdinalIgnoreCase) && parse[verb].Xpos != "VBD";
}
