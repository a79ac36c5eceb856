using Readout.Syntax;

namespace Readout.Events;

/// <summary>Who does what in the clause of a verb.</summary>
internal static class VerbClauses
{
    private const int Depth = 8;

    public static Clause Of(Parse parse, int sentence, int verb) => parse.Kept(verb) as Clause ?? parse.Keep(verb, Make(parse, sentence, verb));

    private static Clause Make(Parse parse, int sentence, int verb)
    {
        var passive = IsPassive(parse, verb);
        var slots = new List<Slot>();
        Subjects(parse, verb, passive, slots, Depth);
        Complements(parse, verb, passive, slots);
        return new Clause(parse, sentence, verb, WithParticle(parse, verb), false, passive, -1, slots);
    }

    /// <summary>The lemma with its particle, or with "be" left out for a predicate noun or adjective.</summary>
    public static string WithParticle(Parse parse, int verb)
    {
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel == Deprel.CompoundPrt || (parse[child].Deprel == Deprel.Advmod && child == verb + 1 && IsParticle(parse[child].Lemma)))
                return parse.LowerLemma(verb) + "_" + parse[child].Lemma;
        return parse.LowerLemma(verb);
    }

    private static bool IsParticle(string lemma) => lemma is "out" or "up" or "down" or "off" or "back" or "away" or "over" or "in" or "on" or "aside" or "together";

    public static bool IsPassive(Parse parse, int verb)
    {
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.NsubjPass or Deprel.AuxPass or Deprel.CsubjPass) return true;
        return parse[verb].Deprel is Deprel.Acl or Deprel.Amod && parse[verb].Xpos == "VBN" && !IsMistakenForParticiple(parse, verb);
    }

    // "The group released 19 hostages", read as a noun with a participle: a participle has no object of its own.
    private static bool IsMistakenForParticiple(Parse parse, int verb)
    {
        if (parse[verb].Deprel != Deprel.Acl || parse[parse[verb].Head].Head >= 0) return false;
        foreach (var child in parse.Children(verb))
            if (child > verb && (parse[child].Deprel == Deprel.Obj || (parse[child].Deprel == Deprel.Obl && Preposition(parse, child) is null))) return true;
        return parse[verb].Lemma is "call" or "appeal" or "agree" or "meet" or "talk" or "arrive" or "complain" or "protest" or "withdraw" or "resign";
    }

    /// <summary>Adds the doer (and, in the passive, the sufferer), looking outward where the clause leaves it out.</summary>
    public static void Subjects(Parse parse, int verb, bool passive, List<Slot> slots, int depth)
    {
        var own = false;
        foreach (var child in parse.Children(verb))
        {
            if (parse[child].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter)) continue;
            own = true;
            var head = Relativized(parse, verb, child);
            slots.Add(new Slot(passive ? "obj" : "subj", head));
        }
        if (!own && depth > 0) foreach (var head in Outer(parse, verb, depth - 1)) slots.Add(new Slot(passive ? "obj" : "subj", head));
    }

    // "who", "which" and "that" stand for the noun that the relative clause hangs on.
    private static int Relativized(Parse parse, int verb, int child) =>
        parse[verb].Deprel is Deprel.AclRelcl && parse[verb].Head >= 0 && parse[child].Xpos is "WP" or "WDT" or "WP$" ? parse[verb].Head : child;

    private static IEnumerable<int> Outer(Parse parse, int verb, int depth)
    {
        var head = parse[verb].Head;
        if (head < 0) return [];
        switch (parse[verb].Deprel)
        {
            case Deprel.Xcomp when Child(parse, head, Deprel.Obj) is var controlled and >= 0:
                return [controlled];
            case Deprel.Xcomp when ByPreposition(parse, head, "on") is var asked and >= 0 && parse[head].Lemma is "call" or "prevail" or "press":
                return [asked];
            case Deprel.Acl when parse[verb].Xpos is "VBG" && IsDocument(parse, head) && parse[head].Head >= 0:
                return SubjectsOf(parse, parse[head].Head, depth);
            case Deprel.Acl when parse[verb].Xpos is "VBG" or "VBN":
                return [head];
            case Deprel.Acl:
                return parse[head].Head >= 0 ? SubjectsOf(parse, parse[head].Head, depth) : [];
            case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp or Deprel.Parataxis:
                return SubjectsOf(parse, head, depth);
            default:
                return [];
        }
    }

    // "Sent a letter threatening", "passed a resolution criticizing": the writer acts, not the paper.
    private static bool IsDocument(Parse parse, int noun) =>
        parse.LowerLemma(noun) is "report" or "letter" or "statement" or "lawsuit" or "suit" or "resolution" or "complaint" or "article" or "speech" or "petition" or "message" or "note" or "communique" or "decree" or "order" or "tweet" or "post" or "motion" or "bill" or "law" or "declaration" or "indictment";

    private static IEnumerable<int> SubjectsOf(Parse parse, int verb, int depth)
    {
        var passive = IsPassive(parse, verb);
        var slots = new List<Slot>();
        Subjects(parse, verb, passive, slots, depth);
        return slots.Select(s => s.Head);
    }

    private static void Complements(Parse parse, int verb, bool passive, List<Slot> slots)
    {
        foreach (var child in parse.Children(verb))
        {
            var slot = parse[child].Deprel switch
            {
                Deprel.Obj => "obj",
                Deprel.Iobj => "iobj",
                Deprel.OblAgent => "subj",
                Deprel.Aux => "aux",
                Deprel.Advmod => "adv",
                Deprel.Xcomp => "xcomp",
                Deprel.Ccomp => "ccomp",
                Deprel.Advcl => Marker(parse, child),
                Deprel.Obl => Oblique(parse, child, verb, passive),
                _ => null,
            };
            if (slot is not null) slots.Add(new Slot(slot, child));
        }
        if (parse[verb].Deprel == Deprel.Conj) SharedObject(parse, verb, slots);
        // A lone indirect object is a direct one that the parser mislabelled.
        if (!slots.Exists(s => s.Name == "obj") && slots.FindIndex(s => s.Name == "iobj") is var lone and >= 0) slots[lone] = new Slot("obj", slots[lone].Head);
    }

    // "criticised and sanctioned Iran": the object hangs on one verb and belongs to both; UD gives it to the first, writers mean the last.
    private static void SharedObject(Parse parse, int verb, List<Slot> slots)
    {
        if (slots.Exists(s => s.Name == "obj") || parse[verb].Head < 0) return;
        var first = Child(parse, parse[verb].Head, Deprel.Obj);
        if (first > verb) slots.Add(new Slot("obj", first));
    }

    // "Deported at least four men": measured objects are read as obliques without a preposition.
    private static string Oblique(Parse parse, int child, int verb, bool passive) =>
        Preposition(parse, child) switch { "by" when passive => "subj", null => child > verb && !passive ? "obj" : "obl", var p => p };

    private static string? Marker(Parse parse, int clause)
    {
        foreach (var child in parse.Children(clause))
            if (parse[child].Deprel is Deprel.Mark && parse[child].Lemma is not "that") return parse.LowerLemma(child);
        return null;
    }

    /// <summary>The preposition of a phrase, several words joined: <c>because_of</c>; null when it has none.</summary>
    public static string? Preposition(Parse parse, int head)
    {
        foreach (var child in parse.Children(head))
        {
            // "With Israeli Prime Minister Benjamin Netanyahu": the preposition may hang on the title.
            if (parse[child].Deprel is Deprel.NmodDesc or Deprel.Compound && child < head && Preposition(parse, child) is { } before) return before;
            if (parse[child].Deprel != Deprel.Case || child > head) continue;
            var name = parse.LowerLemma(child);
            foreach (var part in parse.Children(child))
                if (parse[part].Deprel == Deprel.Fixed) name += "_" + parse.LowerLemma(part);
            return name;
        }
        return null;
    }

    private static int Child(Parse parse, int head, Deprel deprel) => parse.Child(head, deprel);

    private static int ByPreposition(Parse parse, int head, string preposition)
    {
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel == Deprel.Obl && Preposition(parse, child) == preposition) return child;
        return -1;
    }
}
