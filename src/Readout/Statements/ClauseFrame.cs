using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Content that is a clause: "said that ...", "asked whether ...", and what a parser made of it.</summary>
internal sealed class ClauseFrame(ArticleWords words, CueLexicon lexicon)
{
    // Words that may stand between a cue and its "that".
    private const int MaximumGap = 8;

    private readonly ClauseExtent extent = new(words, lexicon);
    private readonly BehindCue behind = new(words, lexicon);
    private readonly LostClause lost = new(words);

    public WordRange Clause(int verb, CueEntry entry, bool question)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb || words[child].Deprel is not (Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass)) continue;
            var range = BehindCue.After(verb, words.Subtree(child));
            if (range.IsEmpty || behind.IsInfinitive(child) || IsApart(verb, range.Start) || (words[child].Xpos == "VBG" && words.Child(child, Deprel.Aux, Deprel.Nsubj) < 0 && !words.Is(range.Start, "that"))) continue;
            if (behind.IsQuestion(range.Start) != question) continue;
            return extent.Of(verb, entry, range);
        }
        if (question) return FreeRelative(verb);
        var from = StartByOrder(verb, entry);
        if (from < 0 && NounForClause(verb, entry) is { IsEmpty: false } noun) return noun;
        if (from < 0) from = StartOfRest(verb, entry);
        if (from < 0) return default;
        var clause = extent.Of(verb, entry, new(from, EndByOrder(verb)));
        return words.Is(from - 1, "that") ? new(from, clause.End) : clause;
    }

    // "said Pakistan scuttled the talks", read as talks that were scuttled: verbs of speech take no such objects.
    private WordRange NounForClause(int verb, CueEntry entry)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Iobj);
        if (!entry.TakesQuote || entry.HasAddressee || entry.Tail.Count > 0 || entry.Act is not StatementAct.Assert || obj < verb || entry.Has(FrameKind.Object)) return default;
        var range = BehindCue.After(verb, words.Subtree(obj));
        if (range.Count < 4) return default;
        for (var i = range.Start + 1; i < range.End; i++)
            if (words[i].Xpos == "VBN" && words[i].Deprel is Deprel.Amod or Deprel.Acl or Deprel.Conj) return behind.Extend(verb, range);
        return default;
    }

    // A verb of speech that takes no objects: what follows it is a clause, whatever the tree made of it.
    private int StartOfRest(int verb, CueEntry entry)
    {
        if (!entry.TakesQuote || entry.Tail.Count > 0 || entry.HasAddressee || entry.TakesObject || entry.Act is not StatementAct.Assert) return -1;
        var end = words.WordsOf(words.Sentence(verb)).End;
        var from = verb + 1;
        if (from + 1 < end && words.Is(from, ",") && lexicon.Is(CueWordRole.Subordinator, words.Form(from + 1))) from++;
        if (end - from < 4 || words[from].Upos is not (Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num or Upos.Sconj)) return -1;
        if (words[from].Upos is Upos.Propn && words.Child(verb, Deprel.Nsubj) == from) return -1;
        return lost.HasAnyFinite(from, end) ? from : -1;
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
            if (words.Is(i, "that") && (words[i].Deprel is Deprel.Mark or Deprel.Nsubj or Deprel.Dep or Deprel.Det || lost.IsNominative(i + 1)) && (i == tail || IsToldThat(entry, i) ? lost.HasAnyFinite(i + 1, end) : lost.HasFinite(verb, i + 1, end) && !words.Is(i - 1, "the"))) return i + 1;
            if (words[i].Upos is Upos.Verb) break;
        }
        var noun = tail < end && words.IsPunctuation(tail) && words.Form(tail) is ['"' or '“' or '\'' or '‘', ..] ? tail + 1 : tail;
        var swallowed = words[verb].Deprel is Deprel.Aux or Deprel.Csubj;
        var speaks = entry.TakesQuote && entry.Act is StatementAct.Assert or StatementAct.Report or StatementAct.Warn;
        var thinks = entry.TakesInsertion && entry.Act is StatementAct.Describe or StatementAct.Think;
        if (!(speaks || thinks) || (entry.HasAddressee && !swallowed) || noun >= end || !StartsNoun(noun)) return -1;
        return lost.HasFinite(verb, noun, end) ? tail : -1;
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

    private bool StartsNoun(int word) => words[word].Upos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Num or Upos.Adj or Upos.Pron && words[word].Deprel is not Deprel.OblUnmarked && !lexicon.Is(CueWordRole.Question, words.Form(word));

    // "told reporters that the sides had met", read as reporters whom the sides had met.
    private bool IsToldThat(CueEntry entry, int that) =>
        entry.HasAddressee && words[that].Deprel is Deprel.Mark && lexicon.Nouns(words[that - 1].Lemma.ToLowerInvariant()).Count == 0;

    // "explained what the talks achieved": the treebanks make it an object with a relative clause.
    private WordRange FreeRelative(int verb)
    {
        var obj = words.Child(verb, Deprel.Obj, Deprel.Obl);
        if (obj < verb) return default;
        var range = BehindCue.After(verb, words.Subtree(obj));
        return !range.IsEmpty && behind.IsQuestion(range.Start) && words.Child(obj, Deprel.AclRelcl, Deprel.Acl) >= 0 ? behind.Extend(verb, range) : default;
    }
}
