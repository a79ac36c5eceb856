using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Who does what a verb says: its subject, or the subject that it shares with the verb above it.</summary>
internal sealed class SubjectFinder(ArticleWords words)
{
    private const int MaximumClimb = 8;

    public SourceWords? Of(int verb)
    {
        if (CitedAs(verb) is { } cited) return cited;
        if (words[verb].Xpos == "VBN" && words.Child(verb, Deprel.OblAgent) is var agent and > 0 && agent > verb) return WithoutCase(agent);
        var beside = Beside(verb);
        if (beside is { } near && (IsNominative(near.Head) || Climb(verb) is not { } far || (!far.Span.Overlaps(near.Span) && (words[near.Head].Upos is Upos.Propn || words.Is(words.FirstAt(near.Span.Start) - 1, ","))))) return near;
        return Climb(verb) ?? (words[verb].Xpos == "VBG" ? Before(verb) : null);
    }

    // "cited the minister as saying": the object of the verb before it speaks.
    private SourceWords? CitedAs(int verb)
    {
        if (words[verb].Xpos != "VBG" || !words.Is(verb - 1, "as")) return null;
        var (start, _) = words.WordsOf(words.Sentence(verb));
        for (var i = verb - 2; i >= start; i--)
            if (words[i].Upos is Upos.Verb && words.Child(i, Deprel.Obj) is var obj and >= 0 && obj > i && obj < verb) return Named(obj, verb);
        return null;
    }

    // ", insisting that ...": the subject of the clause before it, wherever the tree hangs the participle.
    private SourceWords? Before(int verb)
    {
        var (start, _) = words.WordsOf(words.Sentence(verb));
        for (var i = verb - 1; i >= start; i--)
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" && words.Child(i, Deprel.Nsubj) is var subject and >= 0 && subject < i) return Named(subject, i);
        return null;
    }

    /// <summary>The noun directly before a finite verb: what parsers lose when the reported clause is long.</summary>
    public SourceWords? Beside(int verb)
    {
        if (words[verb].Xpos is not ("VBD" or "VBZ" or "VBP") && words.Child(verb, Deprel.Aux) < 0 && !(words[verb].Xpos == "VB" && verb > 0 && words[verb - 1].Xpos is "NNS" or "NNPS")) return null;
        if (words.Child(verb, Deprel.AuxPass) >= 0) return null;
        var (start, _) = words.WordsOf(words.Sentence(verb));
        var word = verb - 1;
        while (word >= start && words[word].Upos is Upos.Adv or Upos.Aux or Upos.Part) word--;
        if (word < start || words[word].Upos is not (Upos.Propn or Upos.Pron or Upos.Noun) || words[word].Xpos is "PRP$" or "WP" or "WDT" or "EX") return null;
        if (words[word].Upos is Upos.Pron && !IsNominative(word)) return null;
        var head = word;
        for (var up = words.Head(head); up >= start && up < verb && words[up].Upos is Upos.Propn or Upos.Noun && words.Subtree(up).End <= word + 1; up = words.Head(up)) head = up;
        var range = words.Subtree(head);
        return range.End == word + 1 && range.Start >= start ? new SourceWords(words.Span(Trimmed(range)), head) : null;
    }

    private bool IsNominative(int word) => words[word].Upos is Upos.Pron && (words.Is(word, "he") || words.Is(word, "she") || words.Is(word, "they") || words.Is(word, "we") || words.Is(word, "I") || words.Is(word, "it") || words.Is(word, "you"));

    private SourceWords? Climb(int verb)
    {
        for (var step = 0; verb >= 0 && step < MaximumClimb; step++)
        {
            var subject = words.Child(verb, Deprel.Nsubj, Deprel.NsubjOuter);
            if (subject >= 0) return IsExpletive(subject) ? null : Named(subject, verb);
            if (words.Child(verb, Deprel.NsubjPass) is var passive and >= 0) return Passive(verb, passive, step > 0);
            if (words.Child(verb, Deprel.Csubj, Deprel.Expl) >= 0) return null;
            var head = words.Head(verb);
            switch (words[verb].Deprel)
            {
                case Deprel.Conj or Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp or Deprel.Parataxis when head >= 0 && IsPredicate(head):
                    if (words[verb].Deprel is Deprel.Xcomp && Controller(head, verb) is var controller and >= 0) return Named(controller, head);
                    if (words[verb].Deprel is Deprel.Ccomp or Deprel.Parataxis && words[verb].Xpos is "VBD" or "VBZ" or "VBP") return null;
                    verb = head;
                    continue;
                // ", citing ..." and "a chance to warn" are what the subject does, whatever noun the tree hangs them on.
                case Deprel.Acl when head >= 0 && Above(head) is var above and >= 0 && (words.Is(verb - 1, "to") || words.IsPunctuation(words.Subtree(verb).Start - 1) || words.Is(words.Subtree(verb).Start, ",")):
                    verb = above;
                    continue;
                case Deprel.Acl or Deprel.AclRelcl when head >= 0:
                    return Noun(head, verb);
                case Deprel.Obl or Deprel.Nmod or Deprel.Obj or Deprel.Conj or Deprel.Appos when head >= 0:
                    return Possessor(verb) ?? (IsPredicate(head) ? Climb(head) : null);
                default:
                    return Possessor(verb);
            }
        }
        return null;
    }

    /// <summary>A noun with all that belongs to it.</summary>
    public SourceWords Named(int noun, int verb = -1)
    {
        var range = words.Subtree(noun);
        if (verb >= 0 && range.Contains(verb)) range = noun < verb ? new(range.Start, verb) : new(noun, noun + 1);
        // A list or a long apposition after the name is no name; keep what stands before the cue on one side of it.
        if (verb > noun && range.End > verb) range = new(range.Start, verb);
        if (verb >= 0 && verb < noun && range.Start <= verb) range = new(verb + 1, range.End);
        return new SourceWords(words.Span(Trimmed(range)), Antecedent(noun));
    }

    /// <summary>"Seoul's", "his" before a noun; "by the ministry" and "from the ministry" behind it.</summary>
    public SourceWords? Possessor(int noun)
    {
        var possessor = words.Child(noun, Deprel.NmodPoss);
        if (possessor >= 0) return Named(possessor);
        foreach (var child in words.Children(noun))
            if (words[child].Deprel is Deprel.Nmod or Deprel.Obl or Deprel.OblAgent && Case(child) is "by" or "from") return Named(CutCase(child));
        return null;

        int CutCase(int child) => child;
    }

    public string? Case(int word)
    {
        var marker = words.Child(word, Deprel.Case);
        return marker < 0 ? null : words.Form(marker).ToString().ToLowerInvariant();
    }

    private bool IsPredicate(int word) => words[word].Upos is Upos.Verb or Upos.Aux or Upos.Adj || words.Child(word, Deprel.Cop, Deprel.Nsubj, Deprel.NsubjPass) >= 0;

    private bool IsExpletive(int subject) =>
        words[subject].Upos is Upos.Pron && words.Is(subject, "there");

    // "was asked", "was told that": the subject heard it. Of "was quoted as saying", "is said to have denied" the subject is the speaker.
    private SourceWords? Passive(int verb, int subject, bool inherited)
    {
        var agent = words.Child(verb, Deprel.OblAgent);
        if (inherited || IsActive(verb, subject)) return Named(subject, verb);
        if (agent >= 0) return WithoutCase(agent);
        foreach (var child in words.Children(verb))
            if (child > verb && words[child].Deprel is Deprel.Obl && Case(child) == "by") return WithoutCase(child);
        return null;
    }

    // "The prince called for calm", taken for a passive: it lacks the helper of one.
    private bool IsActive(int verb, int subject) =>
        subject < verb && words[verb].Deprel is Deprel.Root or Deprel.Conj or Deprel.Ccomp or Deprel.Parataxis && words.Child(verb, Deprel.AuxPass, Deprel.Aux, Deprel.OblAgent) < 0 && words[verb].Xpos is "VBN" or "VBD";

    private SourceWords WithoutCase(int noun)
    {
        var range = words.Subtree(noun);
        var marker = words.Child(noun, Deprel.Case);
        if (marker >= 0 && marker + 1 < range.End && marker < noun) range = new(marker + 1, range.End);
        return new SourceWords(words.Span(Trimmed(range)), noun);
    }

    // "forced him to admit": the object of the higher verb speaks.
    private int Controller(int head, int verb)
    {
        var obj = words.Child(head, Deprel.Obj, Deprel.Iobj);
        return obj > head && obj < verb && words[obj].Upos is Upos.Pron or Upos.Propn ? obj : -1;
    }

    // The verb that governs a noun.
    private int Above(int noun)
    {
        for (int word = words.Head(noun), step = 0; word >= 0 && step < 6; word = words.Head(word), step++)
            if (words[word].Upos is Upos.Verb) return word;
        return -1;
    }

    // "a letter saying that ...", "the official who said ..."
    private SourceWords? Noun(int noun, int clause)
    {
        var range = words.Subtree(noun);
        var cut = words.Subtree(clause).Start;
        range = cut > noun ? new(range.Start, cut) : new(noun, noun + 1);
        return new SourceWords(words.Span(Trimmed(range)), noun);
    }

    private int Antecedent(int noun)
    {
        if (words[noun].Upos is not Upos.Pron || !(words.Is(noun, "who") || words.Is(noun, "which") || words.Is(noun, "that"))) return noun;
        for (var head = words.Head(noun); head >= 0; head = words.Head(head))
            if (words[head].Deprel is Deprel.AclRelcl) return words.Head(head) is var antecedent and >= 0 ? antecedent : noun;
        return noun;
    }

    private WordRange Trimmed(WordRange range)
    {
        int start = range.Start, end = range.End;
        while (end - start > 1 && (words.IsPunctuation(end - 1) || words[end - 1].Upos is Upos.Cconj)) end--;
        while (end - start > 1 && (words.IsPunctuation(start) || words[start].Deprel is Deprel.Case or Deprel.Cc)) start++;
        return new(start, end);
    }
}
