using Readout.Syntax;

namespace Readout.Events;

/// <summary>Who does what in a noun that names an act: "talks between A and B", "A's criticism of B", "held talks with B".</summary>
internal static class NounClauses
{
    public static Clause Of(Parse parse, int sentence, int noun, RuleBook rules)
    {
        var slots = new List<Slot>();
        Own(parse, noun, slots);
        var support = Support(parse, noun, rules);
        if (support >= 0) Carried(parse, sentence, noun, support, slots);
        else Above(parse, noun, slots);
        return new Clause(parse, sentence, noun, Lemma(parse, noun), true, false, support, slots);
    }

    /// <summary>A noun with only what hangs on it, whatever carries it.</summary>
    public static Clause Bare(Parse parse, int sentence, int noun)
    {
        var slots = new List<Slot>();
        Own(parse, noun, slots);
        return new Clause(parse, sentence, noun, Lemma(parse, noun), true, false, -1, slots);
    }

    public static string Lemma(Parse parse, int noun) => parse.LowerLemma(noun);

    private static void Own(Parse parse, int noun, List<Slot> slots)
    {
        foreach (var child in parse.Children(noun))
        {
            var slot = parse[child].Deprel switch
            {
                Deprel.NmodPoss => "poss",
                Deprel.Compound or Deprel.Amod => "mod",
                Deprel.Nmod or Deprel.Obl => VerbClauses.Preposition(parse, child),
                // "Is an outspoken critic of": a predicate noun has a subject.
                Deprel.Nsubj when parse.Child(noun, Deprel.Cop) >= 0 => "subj",
                Deprel.Acl when parse[child].Xpos == "TO" || HasTo(parse, child) => "xcomp",
                _ => null,
            };
            if (slot is not null) slots.Add(new Slot(slot, child));
        }
    }

    private static bool HasTo(Parse parse, int verb)
    {
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel == Deprel.Mark && parse[child].Lemma == "to") return true;
        return false;
    }

    /// <summary>A verb that only says that the act took place: "hold", "launch", "carry out", "take place".</summary>
    private static int Support(Parse parse, int noun, RuleBook rules)
    {
        var head = parse[noun].Head;
        if (head < 0) return -1;
        var deprel = parse[noun].Deprel;
        if (deprel == Deprel.Conj) return Support(parse, head, rules);
        var lemma = VerbClauses.WithParticle(parse, head);
        if (deprel is Deprel.Obj or Deprel.NsubjPass && rules.IsSupport(lemma)) return head;
        if (deprel is Deprel.Nsubj && rules.IsOccurrence(lemma)) return head;
        return deprel == Deprel.Obl && rules.IsSupport(lemma + "_" + VerbClauses.Preposition(parse, noun)) ? head : -1;
    }

    // "Seized the yacht at the request of", "during his visit": the subject of the verb above may own the act.
    private static void Above(Parse parse, int noun, List<Slot> slots)
    {
        if (parse[noun].Deprel is not (Deprel.Obl or Deprel.Obj) || parse[noun].Head is not (>= 0 and var verb) || parse[verb].Upos != Upos.Verb) return;
        var above = new List<Slot>();
        VerbClauses.Subjects(parse, verb, false, above, 4);
        foreach (var slot in above) slots.Add(new Slot("asubj", slot.Head));
    }

    private static void Carried(Parse parse, int sentence, int noun, int support, List<Slot> slots)
    {
        foreach (var slot in VerbClauses.Of(parse, sentence, support).Slots)
            if (slot.Head != noun && !(slot.Name == "subj" && parse[noun].Deprel == Deprel.Nsubj)) slots.Add(slot);
    }
}
