using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Looks beside a cue verb for content that one of its frames allows.</summary>
internal sealed class FrameMatcher(ArticleWords words, CueLexicon lexicon)
{
    private readonly ClauseExtent extent = new(words, lexicon);

    // Words that may stand between a cue and its "that".
    private const int MaximumGap = 5;

    private static readonly string[] QuestionWords = ["what", "how", "why", "whether", "if", "who", "whom", "whose", "which", "where", "when"];

    /// <summary>The content's words behind the verb, or an empty range.</summary>
    public WordRange Match(int verb, CueEntry entry, CueFrame frame) => frame.Kind switch
    {
        FrameKind.That => Clause(verb, entry, question: false),
        FrameKind.Question => Clause(verb, entry, question: true),
        FrameKind.Infinitive => Infinitive(verb, frame.Object),
        FrameKind.Gerund => Gerund(verb),
        FrameKind.Object => ObjectPhrase(verb),
        FrameKind.ObjectComplement => ObjectComplement(verb),
        FrameKind.As => As(verb, frame.Object),
        FrameKind.Preposition => PrepositionPhrase(verb, frame),
        FrameKind.PrepositionInfinitive => PrepositionInfinitive(verb, frame.Preposition!),
        _ => default,
    };

    private WordRange Clause(int verb, CueEntry entry, bool question)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb || words[child].Deprel is not (Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass)) continue;
            var range = After(verb, words.Subtree(child));
            if (range.IsEmpty || IsInfinitive(child) || IsApart(verb, range.Start) || (words[child].Xpos == "VBG" && words.Child(child, Deprel.Aux, Deprel.Nsubj) < 0)) continue;
            if (IsQuestion(range.Start) != question) continue;
            return extent.Of(verb, entry, range);
        }
        if (question) return FreeRelative(verb);
        var from = StartByOrder(verb, entry);
        if (from < 0) return NounForClause(verb, entry);
        var clause = extent.Of(verb, entry, new(from, EndByOrder(verb)));
        return words.Is(from - 1, "that") ? new(from, clause.End) : clause;
    }

    // "said Pakistan scuttled the talks", read as talks that were scuttled: verbs of speech take no such objects.
    private WordRange NounForClause(int verb, CueEntry entry)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (!entry.TakesQuote || entry.HasAddressee || entry.Tail.Count > 0 || entry.Act is not StatementAct.Assert || obj < verb || entry.Has(FrameKind.Object)) return default;
        var range = After(verb, words.Subtree(obj));
        if (range.Count < 4) return default;
        for (var i = range.Start + 1; i < range.End; i++)
            if (words[i].Xpos == "VBN" && words[i].Deprel is Deprel.Amod or Deprel.Acl or Deprel.Conj) return Extend(verb, range);
        return default;
    }

    private bool IsApart(int verb, int clause)
    {
        for (var i = verb + 1; i < clause; i++)
            if (words.Form(i) is ";" or "." or "?") return true;
        return false;
    }

    // Where the tree shows no clause, the order of words may: "that" close behind the cue, or a noun and its finite verb.
    private int StartByOrder(int verb, CueEntry entry)
    {
        var tail = Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry));
        var end = words.WordsOf(words.Sentence(verb)).End;
        for (var i = tail; i < end && i < tail + MaximumGap; i++)
        {
            if (words.Is(i, "that") && words[i].Deprel is Deprel.Mark or Deprel.Nsubj or Deprel.Dep or Deprel.Det && (i == tail || IsToldThat(entry, i) ? HasAnyFinite(i + 1, end) : HasFinite(verb, i + 1, end) && !words.Is(i - 1, "the"))) return i + 1;
            if (words[i].Upos is Upos.Verb) break;
        }
        var noun = tail < end && words.IsPunctuation(tail) && words.Form(tail) is ['"' or '“' or '\'' or '‘', ..] ? tail + 1 : tail;
        var swallowed = words[verb].Deprel is Deprel.Aux or Deprel.Csubj;
        if (!entry.TakesQuote || (entry.HasAddressee && !swallowed) || entry.Act is not (StatementAct.Assert or StatementAct.Report or StatementAct.Warn) || noun >= end || !StartsNoun(noun)) return -1;
        return HasFinite(verb, noun, end) ? tail : -1;
    }

    // "While he granted the delay was costly, officials ...": the clause ends before the main clause.
    private int EndByOrder(int verb)
    {
        var end = words.WordsOf(words.Sentence(verb)).End;
        var head = words.Head(verb);
        if (head < verb || words[verb].Deprel is Deprel.Aux or Deprel.Csubj) return end;
        var subject = words.Child(head, Deprel.Nsubj, Deprel.NsubjPass);
        var main = subject > verb ? words.Subtree(subject).Start : head;
        for (var i = main; i > verb; i--)
            if (words.Is(i, ",")) return i;
        return end;
    }

    private bool StartsNoun(int word) => words[word].Upos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Num or Upos.Adj or Upos.Pron && words[word].Deprel is not Deprel.OblUnmarked && !QuestionWords.Contains(words.Form(word).ToString().ToLowerInvariant());

    // "told reporters that the sides had met", read as reporters whom the sides had met.
    private bool IsToldThat(CueEntry entry, int that) =>
        entry.HasAddressee && words[that].Deprel is Deprel.Mark && lexicon.Nouns(words[that - 1].Lemma.ToLowerInvariant()).Count == 0;

    private bool HasAnyFinite(int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    // A finite verb that belongs to no relative or adverbial clause below the cue, before the cue's next neighbour.
    private bool HasFinite(int verb, int from, int end)
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
        if (obj > verb && subject >= 0 && subject < main && subject > words.Subtree(obj).End && words[main].Deprel is not Deprel.Ccomp) return false;
        return words[main].Deprel switch
        {
            Deprel.Conj => words.Child(main, Deprel.Cc) < 0 && words.Head(main) == verb && obj > verb && subject < 0,
            Deprel.Advcl => words.Child(main, Deprel.Mark, Deprel.Advmod) < 0 && words[main].Xpos is "VBD" or "VBZ" or "VBP",
            _ => !InSubordinate(main, verb),
        };
    }

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

    // "explained what the talks achieved": the treebanks make it an object with a relative clause.
    private WordRange FreeRelative(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Obl);
        if (obj < verb) return default;
        var range = After(verb, words.Subtree(obj));
        return !range.IsEmpty && IsQuestion(range.Start) && words.Child(obj, Deprel.AclRelcl, Deprel.Acl) >= 0 ? Extend(verb, range) : default;
    }

    private bool IsQuestion(int word)
    {
        if (words[word].Deprel is Deprel.Case && word + 1 < words.Count) word++;
        var form = words.Form(word).ToString().ToLowerInvariant();
        return QuestionWords.Contains(form);
    }

    private WordRange Infinitive(int verb, ObjectRole role)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb || words[child].Deprel is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Acl) || !IsInfinitive(child)) continue;
            var range = After(verb, words.Subtree(child));
            var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
            var own = obj > verb && obj < range.Start ? obj : -1;
            // "wants Seoul to act" may be parsed with "Seoul" as the subject of "act".
            if (own < 0 && role != ObjectRole.None && words.Child(child, Deprel.Nsubj) > verb) return role == ObjectRole.Included ? Extend(verb, range) : default;
            if (role == ObjectRole.None && own >= 0) return default;
            if (role != ObjectRole.None && own < 0) continue;
            return Extend(verb, role == ObjectRole.Included ? After(verb, words.Subtree(own)).Cover(range) : range);
        }
        return role == ObjectRole.None ? default : InfinitiveOfObject(verb, role);
    }

    // "urged restraint to ..." and "asked Seoul to ..." with the infinitive hung on the noun.
    private WordRange InfinitiveOfObject(int verb, ObjectRole role)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (obj < verb) return default;
        var clause = words.Child(obj, Deprel.Acl, Deprel.Advcl);
        if (clause < 0 || !IsInfinitive(clause)) return default;
        var whole = After(verb, words.Subtree(obj));
        return Extend(verb, role == ObjectRole.Included ? whole : new(words.Subtree(clause).Start, whole.End));
    }

    private bool IsInfinitive(int verb)
    {
        foreach (var child in words.Children(verb))
            if (child < verb && words[child].Deprel is Deprel.Mark && words.Is(child, "to")) return true;
        return words.Is(verb - 1, "to") && words[verb].Xpos == "VB";
    }

    private WordRange Gerund(int verb)
    {
        foreach (var child in words.Children(verb))
            if (child > verb && words[child].Xpos == "VBG" && words[child].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj)
                return Extend(verb, After(verb, words.Subtree(child)));
        return default;
    }

    private WordRange ObjectPhrase(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj);
        if (obj < verb || words[obj].Upos is Upos.Pron && words.Subtree(obj).Count == 1) return default;
        var range = After(verb, words.Subtree(obj));
        if (range.IsEmpty || IsTime(obj) || IsNounCue(obj) || SpeaksItself(verb, range)) return default;
        return extent.Cut(verb, range);
    }

    // "cited the minister as saying": the object is who speaks.
    private bool SpeaksItself(int verb, WordRange obj)
    {
        var (_, end) = words.WordsOf(words.Sentence(verb));
        for (var i = obj.Start; i + 1 < Math.Min(end, obj.End + 3); i++)
            if (words.Is(i, "as") && IsSaying(i + 1)) return true;
        return false;
    }

    // "voiced concern about", "made a promise to": the noun is the cue.
    private bool IsNounCue(int noun)
    {
        if (lexicon.Nouns(words[noun].Lemma.ToLowerInvariant()).Count == 0) return false;
        if (words.Is(noun + 1, "that")) return true;
        foreach (var child in words.Children(noun))
            if (child > noun && words[child].Deprel is Deprel.Acl or Deprel.Nmod or Deprel.Ccomp) return true;
        return false;
    }

    private bool IsTime(int noun) => words[noun].Xpos is "NNP" && words[noun].Lemma.EndsWith("day", StringComparison.Ordinal) && words[noun].Lemma.Length is > 5 and < 10;

    private WordRange ObjectComplement(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (obj < verb) return Passive(verb);
        foreach (var child in words.Children(verb))
        {
            if (child < obj || words[child].Deprel is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj) || child == obj) continue;
            if (IsInfinitive(child)) continue;
            return extent.Cut(verb, After(verb, words.Subtree(obj)).Cover(After(verb, words.Subtree(child))));
        }
        return default;

        // "the group, called a threat by Seoul"
        WordRange Passive(int v)
        {
            var complement = words.Child(v, Deprel.Xcomp);
            return complement > v && words.Child(v, Deprel.OblAgent) >= 0 && !IsInfinitive(complement) ? After(v, words.Subtree(complement)) : default;
        }
    }

    private WordRange As(int verb, ObjectRole role)
    {
        var marker = -1;
        foreach (var child in words.Children(verb))
            if (child > verb && Marker(child, "as") is var m and >= 0) { marker = m; break; }
        var obj = words.Child(verb, Deprel.Obj);
        if (marker < 0 && obj > verb)
            foreach (var child in words.Children(obj))
                if (child > obj && Marker(child, "as") is var m and >= 0) { marker = m; break; }
        if (marker < 0 || marker <= verb || IsSaying(marker + 1)) return default;
        var end = words.Subtree(words.Head(marker)).End;
        if (obj > verb && obj < marker && role == ObjectRole.Included) return extent.Cut(verb, new(After(verb, words.Subtree(obj)).Start, end));
        return role == ObjectRole.Addressee || words.Child(verb, Deprel.NsubjPass) >= 0 || words[verb].Xpos == "VBN" ? extent.Cut(verb, new(marker + 1, end)) : default;
    }

    // "cited him as saying that ...": the inner verb has the content.
    private bool IsSaying(int word) => words[word].Xpos == "VBG" && CueVerbs.Entries(words, lexicon, word).Any(e => e.TakesQuote);

    private int Marker(int word, string form)
    {
        foreach (var child in words.Children(word))
            if (child < word && words[child].Deprel is Deprel.Case or Deprel.Mark or Deprel.Advmod && words.Is(child, form)) return child;
        return -1;
    }

    private WordRange PrepositionPhrase(int verb, CueFrame frame)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (frame.Object == ObjectRole.None && obj > verb) return default;
        if (frame.Object != ObjectRole.None && obj < verb && words.Child(verb, Deprel.NsubjPass) < 0) return default;
        foreach (var child in words.Children(verb))
            if (child > verb && Marker(child, frame.Preposition!) is var marker and >= 0 && marker > verb)
                return Content(marker, words.Subtree(child).End);
        if (obj > verb)
            foreach (var child in words.Children(obj))
                if (child > obj && Marker(child, frame.Preposition!) is var marker and >= 0)
                    return Content(marker, words.Subtree(child).End);
        return default;

        WordRange Content(int marker, int end) =>
            frame.Object == ObjectRole.Included && obj > verb && obj < marker
                ? extent.Cut(verb, new(After(verb, words.Subtree(obj)).Start, end))
                : extent.Cut(verb, new(marker + 1, end));
    }

    private WordRange PrepositionInfinitive(int verb, string preposition)
    {
        var noun = PrepositionPhrase(verb, new CueFrame(FrameKind.Preposition, ObjectRole.None, preposition, false, ""));
        if (noun.IsEmpty) return default;
        foreach (var child in words.Children(verb))
            if (child > noun.Start && words[child].Deprel is Deprel.Xcomp or Deprel.Advcl or Deprel.Ccomp && IsInfinitive(child)) return Extend(verb, noun.Cover(words.Subtree(child)));
        return noun;
    }

    private static WordRange After(int verb, WordRange range) => range.End <= verb + 1 ? default : new(Math.Max(range.Start, verb + 1), range.End);

    // What hangs on the verb behind the content without a comma belongs to the content: "said he would leave on Friday".
    private WordRange Extend(int verb, WordRange range)
    {
        if (range.IsEmpty) return range;
        var end = range.End;
        foreach (var child in words.Children(verb))
        {
            if (child < end) continue;
            var next = words.Subtree(child);
            if (next.Start != end || words[child].Deprel is Deprel.Punct or Deprel.Conj or Deprel.Parataxis or Deprel.Cc) break;
            end = next.End;
        }
        return extent.Cut(verb, new(range.Start, end));
    }
}
