using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Tells whether the finite verbs behind a cue make a clause that the tree hung elsewhere.</summary>
internal sealed class LostClause(ArticleWords words)
{
    public bool HasAnyFinite(int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    // A finite verb that belongs to no relative or adverbial clause below the cue, before the cue's next neighbour.
    public bool HasFinite(int verb, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (words[i].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD")) continue;
            var main = words[i].Xpos == "MD" || words[i].Upos is Upos.Aux ? words.Head(i) : i;
            if (main >= from && IsLostClause(main, verb)) return true;
        }
        return false;
    }

    // A clause that the tree hung elsewhere: as a neighbour without "and", an adverbial without a conjunction, or above the cue.
    private bool IsLostClause(int main, int verb)
    {
        var subject = words.Child(main, Deprel.Nsubj, Deprel.NsubjPass);
        if (IsAbove(main, verb)) return words[verb].Deprel is Deprel.Aux or Deprel.Csubj && subject != verb;
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (obj > verb && subject >= 0 && subject < main && SharesSubject(obj, main)) return true;
        if (obj > verb && subject >= 0 && subject < main && subject > words.Subtree(obj).End && words[main].Deprel is not Deprel.Ccomp) return false;
        return words[main].Deprel switch
        {
            Deprel.Conj => words.Child(main, Deprel.Cc) < 0 && words.Head(main) == verb && obj > verb && subject < 0,
            Deprel.Advcl => words.Child(main, Deprel.Mark, Deprel.Advmod) < 0 && words[main].Xpos is "VBD" or "VBZ" or "VBP",
            _ => !InSubordinate(main, verb),
        };
    }

    // "said threats and the promotion of terror had been ...", read as an object and a second clause.
    private bool SharesSubject(int obj, int main) =>
        words[main].Deprel is Deprel.Conj && words[obj].Upos is not Upos.Pron && words.Child(main, Deprel.Cc) is var conjunction and >= 0 && words.Subtree(obj).End == conjunction;

    public bool IsNominative(int word) => word < words.Count && words[word].Upos is Upos.Pron && words.Form(word) is "he" or "she" or "they" or "we" or "it" or "I";

    private bool IsAbove(int word, int verb)
    {
        for (var up = words.Head(verb); up >= 0; up = words.Head(up))
            if (up == word) return true;
        return false;
    }

    private bool InSubordinate(int word, int verb)
    {
        for (var step = 0; word >= 0 && word != verb && step < 12; word = words.Head(word), step++)
            if (words[word].Deprel is Deprel.AclRelcl or Deprel.Acl or Deprel.Advcl) return true;
        return false;
    }
}
