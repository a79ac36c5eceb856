using Readout.Syntax;

namespace Readout.Events;

/// <summary>Did it happen? Read from negation, mood and tense of the clause and from the verbs that govern it.</summary>
internal static class ClauseStatus
{
    private const int Depth = 12;

    public static EventStatus Of(Clause clause, RuleBook rules)
    {
        var status = Own(clause.Parse, clause.Carrier, clause.IsNoun && clause.Support < 0);
        if (clause.IsNoun && status == EventStatus.Happened && Qualified(clause, rules) is { } qualified) status = qualified;
        var word = clause.Carrier;
        // A noun that stands by itself takes its mood from the word right above: "discussed a strike", but not "said that ... the strike".
        var limit = clause.IsNoun && clause.Support < 0 ? 2 : Depth;
        for (var depth = 0; depth < limit && status is EventStatus.Happened or EventStatus.Ongoing; depth++)
        {
            var next = Governor(clause.Parse, word);
            if (next < 0) break;
            if (Governed(clause.Parse, next, rules) is { } effect) status = effect;
            else if (IsClausal(clause.Parse[word].Deprel) && clause.Parse[next].Upos is Upos.Verb && !Speaks(clause.Parse[word].Deprel)) status = Worse(status, Own(clause.Parse, next, false));
            word = next;
        }
        return status;
    }

    /// <summary>"Will not lift", "would not meet": not that it did not happen, but that it was refused.</summary>
    public static bool IsRefusal(Clause clause)
    {
        bool negated = false, willed = false;
        foreach (var child in clause.Parse.Children(clause.Carrier))
        {
            var lemma = clause.Parse[child].Lemma.ToLowerInvariant();
            negated |= clause.Parse[child].Deprel == Deprel.Advmod && lemma is "not" or "never" or "n't";
            willed |= clause.Parse[child].Deprel == Deprel.Aux && lemma is "will" or "would" or "can" or "shall";
        }
        return negated && (willed || Granting.Contains(clause.Lemma));
    }

    // "Did not give permission" is a refusal even without "would".
    private static readonly HashSet<string> Granting = ["give", "grant", "allow", "permit", "accept", "recognize", "recognise", "approve", "attend", "answer", "agree"];

    private static EventStatus Worse(EventStatus a, EventStatus b) => a == EventStatus.Happened ? b : a;

    /// <summary>"Not", "never" or "no longer" on the verb that carries the clause.</summary>
    public static bool IsNegated(Clause clause)
    {
        foreach (var child in clause.Parse.Children(clause.Carrier))
            if (clause.Parse[child].Deprel is Deprel.Advmod or Deprel.Det && clause.Parse[child].Lemma.ToLowerInvariant() is "not" or "never" or "n't" or "no") return true;
        return false;
    }

    // A complement ("said that ...") has tense of its own; "to meet" takes it from the verb above.
    private static bool Speaks(Deprel deprel) => deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Advcl or Deprel.AclRelcl;

    private static bool IsClausal(Deprel deprel) => deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl or Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Nmod;

    /// <summary>The next word outward whose mood bears on this one.</summary>
    private static int Governor(Parse parse, int word) =>
        parse[word].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl or Deprel.Obj or Deprel.Conj or Deprel.NsubjPass or Deprel.Advcl || (parse[word].Deprel is Deprel.Obl or Deprel.Nmod && !IsSetting(parse, word)) ? parse[word].Head : -1;

    // "Warned during his visit": the verb says nothing of the visit.
    private static bool IsSetting(Parse parse, int word) =>
        VerbClauses.Preposition(parse, word) is "during" or "after" or "following" or "before" or "since" or "amid" or "despite" or "in" or "at" or "by" or "under" or "because_of" or "after" or "while" or "through" or "upon" or "within" or "from";

    // "Ongoing talks", "the upcoming visit", "a possible strike".
    private static EventStatus? Qualified(Clause clause, RuleBook rules)
    {
        foreach (var child in clause.Parse.Children(clause.Word))
            if (clause.Parse[child].Deprel == Deprel.Amod && Effect(rules.Governs(clause.Parse[child].Lemma.ToLowerInvariant())) is { } effect) return effect;
        return null;
    }

    private static EventStatus? Governed(Parse parse, int governor, RuleBook rules) => Effect(rules.Governs(VerbClauses.WithParticle(parse, governor)));

    internal static EventStatus? Effect(string? word) => word switch
    {
        "planned" => EventStatus.Planned,
        "possible" => EventStatus.Possible,
        "denied" => EventStatus.Denied,
        "ongoing" => EventStatus.Ongoing,
        _ => null,
    };

    // "Said it would recognise": will, told in the past.
    private static bool IsReported(Parse parse, int verb) =>
        parse[verb].Deprel is Deprel.Ccomp && parse[verb].Head >= 0 && parse[parse[verb].Head].Xpos is "VBD" or "VBN";

    /// <summary>The mood of one verb by its own auxiliaries, marks and adverbs.</summary>
    public static EventStatus Own(Parse parse, int verb, bool bareNoun)
    {
        bool negated = false, future = false, possible = false, progressive = false;
        foreach (var child in parse.Children(verb))
        {
            var lemma = parse[child].Lemma.ToLowerInvariant();
            switch (parse[child].Deprel)
            {
                case Deprel.Advmod when lemma is "not" or "never" or "n't" or "no_longer":
                case Deprel.Det when lemma == "no": negated = true; break;
                case Deprel.Aux when lemma is "will" or "shall" or "'ll" or "go": future = true; break;
                case Deprel.Aux when lemma == "would" && IsReported(parse, verb): future = true; break;
                case Deprel.Aux when lemma is "may" or "might" or "could" or "would" or "can" or "should" or "must": possible = true; break;
                case Deprel.Aux when lemma == "be" && parse[verb].Xpos == "VBG" && parse[child].Xpos is "VBZ" or "VBP" or "VBN": progressive = true; break;
                case Deprel.Mark when lemma is "if" or "unless" or "whether": possible = true; break;
            }
        }
        if (negated) return EventStatus.Denied;
        if (possible) return EventStatus.Possible;
        if (future) return EventStatus.Planned;
        return progressive && !bareNoun ? EventStatus.Ongoing : EventStatus.Happened;
    }
}
