using Readout.Syntax;

namespace Readout.Events;

/// <summary>Did it happen? Read from negation, mood and tense of the clause and from the verbs that govern it.</summary>
internal static class ClauseStatus
{
    private const int Depth = 12;

    public static EventStatus Of(Clause clause, RuleBook rules)
    {
        var status = Own(clause.Parse, clause.Carrier, clause.IsNoun && clause.Support < 0, rules);
        if (clause.IsNoun && status == EventStatus.Happened && Qualified(clause, rules) is { } qualified) status = qualified;
        var word = clause.Carrier;
        // A noun that stands by itself takes its mood from the word right above: "discussed a strike", but not "said that ... the strike".
        var limit = clause.IsNoun && clause.Support < 0 ? 2 : Depth;
        for (var depth = 0; depth < limit && status is EventStatus.Happened or EventStatus.Ongoing; depth++)
        {
            var next = Governor(clause.Parse, word, rules);
            if (next < 0) break;
            if (Governed(clause.Parse, next, rules) is { } effect) status = effect;
            else if (IsClausal(clause.Parse[word].Deprel) && clause.Parse[next].Upos is Upos.Verb && !Speaks(clause.Parse[word].Deprel)) status = Worse(status, Own(clause.Parse, next, false, rules));
            word = next;
        }
        return status;
    }

    /// <summary>"Will not lift", "would not meet": not that it did not happen, but that it was refused.</summary>
    public static bool IsRefusal(Clause clause, RuleBook rules)
    {
        bool negated = false, willed = false;
        foreach (var child in clause.Parse.Children(clause.Carrier))
        {
            var lemma = clause.Parse.LowerLemma(child);
            negated |= clause.Parse[child].Deprel == Deprel.Advmod && rules.Is("not", lemma);
            willed |= clause.Parse[child].Deprel == Deprel.Aux && rules.Is("willing", lemma);
        }
        // "Did not give permission" is a refusal even without "would".
        return negated && (willed || rules.Is("granting", clause.Lemma));
    }

    private static EventStatus Worse(EventStatus a, EventStatus b) => a == EventStatus.Happened ? b : a;

    /// <summary>"Not", "never" or "no longer" on the verb that carries the clause.</summary>
    public static bool IsNegated(Clause clause, RuleBook rules)
    {
        foreach (var child in clause.Parse.Children(clause.Carrier))
            if (clause.Parse[child].Deprel is Deprel.Advmod or Deprel.Det && clause.Parse.LowerLemma(child) is var lemma && (lemma == "no" || rules.Is("not", lemma))) return true;
        return false;
    }

    // A complement ("said that ...") has tense of its own; "to meet" takes it from the verb above.
    private static bool Speaks(Deprel deprel) => deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Advcl or Deprel.AclRelcl;

    private static bool IsClausal(Deprel deprel) => deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl or Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Nmod;

    /// <summary>The next word outward whose mood bears on this one.</summary>
    private static int Governor(Parse parse, int word, RuleBook rules) =>
        parse[word].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl or Deprel.Obj or Deprel.Conj or Deprel.NsubjPass or Deprel.Advcl || (parse[word].Deprel is Deprel.Obl or Deprel.Nmod && !IsSetting(parse, word, rules)) ? parse[word].Head : -1;

    // "Warned during his visit": the verb says nothing of the visit.
    private static bool IsSetting(Parse parse, int word, RuleBook rules) => VerbClauses.Preposition(parse, word) is { } preposition && rules.Is("setting", preposition);

    // "Ongoing talks", "the upcoming visit", "a possible strike".
    private static EventStatus? Qualified(Clause clause, RuleBook rules)
    {
        foreach (var child in clause.Parse.Children(clause.Word))
            if (clause.Parse[child].Deprel == Deprel.Amod && Effect(rules.Governs(clause.Parse.LowerLemma(child))) is { } effect) return effect;
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
    public static EventStatus Own(Parse parse, int verb, bool bareNoun, RuleBook rules)
    {
        bool negated = false, future = false, possible = false, progressive = false;
        foreach (var child in parse.Children(verb))
        {
            var lemma = parse.LowerLemma(child);
            switch (parse[child].Deprel)
            {
                case Deprel.Advmod when rules.Is("not", lemma):
                case Deprel.Det when lemma == "no": negated = true; break;
                case Deprel.Aux when rules.Is("will", lemma): future = true; break;
                case Deprel.Aux when rules.Is("would", lemma) && IsReported(parse, verb): future = true; break;
                case Deprel.Aux when rules.Is("may", lemma): possible = true; break;
                case Deprel.Aux when lemma == "be" && parse[verb].Xpos == "VBG" && parse[child].Xpos is "VBZ" or "VBP" or "VBN": progressive = true; break;
                case Deprel.Mark when rules.Is("if", lemma): possible = true; break;
            }
        }
        if (negated) return EventStatus.Denied;
        if (possible) return EventStatus.Possible;
        if (future) return EventStatus.Planned;
        return progressive && !bareNoun ? EventStatus.Ongoing : EventStatus.Happened;
    }
}
