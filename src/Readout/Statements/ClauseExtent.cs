using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// How far a reported clause reaches. A parser loses its first words to the cue and its last to a neighbour more often than it
/// misses the clause, so both edges are set by what may stand between a cue and its clause, and behind it.
/// </summary>
internal sealed class ClauseExtent(ArticleWords words, CueLexicon lexicon)
{
    /// <summary>The clause of a cue, with both edges mended.</summary>
    public WordRange Of(int verb, CueEntry entry, WordRange clause)
    {
        var tail = Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry));
        var start = Math.Max(tail, StartOf(verb, entry, tail, clause));
        var end = CutAtCue(verb, new(start, OverVerb(verb, start, EndOf(verb, clause))));
        while (start < end && words.IsPunctuation(start) && !IsOpeningMark(start)) start++;
        if (start < end && words.Is(start, "that") && words[start].Upos is Upos.Sconj or Upos.Det or Upos.Pron && words[start].Deprel is Deprel.Mark) start++;
        return new(start, end);
    }

    // "said that the judge, a friend of his" and "said that, once the vote is over" are no clauses yet: they go on to their verb.
    private int OverVerb(int verb, int start, int end)
    {
        var last = words.WordsOf(words.Sentence(verb)).End;
        if (end >= last || !words.Is(end, ",")) return end;
        var that = end - 1;
        while (that >= start && !(words.Is(that, "that") && words[that].Deprel is Deprel.Mark)) that--;
        if (that < start && !words.Is(start - 1, "that")) return end;
        for (var i = AfterSubordinate(Math.Max(that + 1, start), end); i < end; i++)
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "VB") return end;
        return last;
    }

    // The first word behind a clause or participle that stands before its main clause.
    private int AfterSubordinate(int word, int end)
    {
        while (word < end && words.IsPunctuation(word)) word++;
        if (word >= end || !(words[word].Xpos == "VBG" || (lexicon.Is(CueWordRole.Subordinator, words.Form(word)) && words[word].Upos is Upos.Sconj))) return word;
        while (word < end && !words.Is(word, ",")) word++;
        return word;
    }

    private bool IsOpeningMark(int word) => words.Form(word) is ['"' or '“' or '‘' or '\'' or '`' or '«', ..];

    // Addressee, time and place of the cue may stand before the clause; what hangs elsewhere is the clause's own.
    private int StartOf(int verb, CueEntry entry, int tail, WordRange clause)
    {
        var at = tail;
        while (at < clause.Start)
        {
            var covered = at;
            foreach (var child in words.Children(verb))
                if (child > verb && StandsBetween(child, entry, clause.Start) && words.Subtree(child) is var range && range.Start <= at && range.End > covered && range.End <= clause.Start) covered = range.End;
            if (covered == at && !words.IsPunctuation(at)) return at;
            at = Math.Max(covered, at + 1);
        }
        return clause.Start;
    }

    // An object that is no addressee is the lost subject of the clause, unless "that" shows where the clause begins.
    private bool StandsBetween(int child, CueEntry entry, int clause) => words[child].Deprel switch
    {
        Deprel.Obl or Deprel.OblUnmarked or Deprel.OblAgent or Deprel.Advmod or Deprel.CompoundPrt or Deprel.NmodUnmarked or Deprel.Expl => true,
        Deprel.Obj or Deprel.Iobj or Deprel.Xcomp => entry.HasAddressee || words.Is(clause, "that"),
        Deprel.Nsubj or Deprel.NsubjPass => words.Child(words.Head(child), Deprel.Nsubj, Deprel.NsubjPass) == child || StartsWithMark(clause),
        Deprel.Advcl => StartsWithMark(clause),
        _ => false,
    };

    private bool StartsWithMark(int word) => words.Is(word, "that") || (word > 0 && words.IsPunctuation(word - 1));

    private int EndOf(int verb, WordRange clause)
    {
        var end = clause.End;
        foreach (var child in words.Children(verb))
        {
            if (child < end) continue;
            var range = words.Subtree(child);
            if (range.Start < end || words[child].Deprel is Deprel.Punct) continue;
            if (range.Start > end + 1 && !OnlyPunctuation(end, range.Start)) break;
            if (!BelongsToClause(child, range, comma: range.Start > end)) break;
            end = range.End;
        }
        return end;
    }

    private bool OnlyPunctuation(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!words.IsPunctuation(i) && words[i].Upos is not Upos.Cconj) return false;
        return true;
    }

    private bool BelongsToClause(int child, WordRange range, bool comma) => words[child].Deprel switch
    {
        Deprel.Ccomp => true,
        Deprel.Conj => words.Is(range.Start, "that") || (words.Is(range.Start + 1, "that") && words[range.Start].Upos is Upos.Cconj) || !IsSpeech(child),
        Deprel.Parataxis => false,
        Deprel.Advcl => !comma || words.Form(range.Start) is "if" or "because" or "unless" or "so" or "even",
        _ => !comma,
    };

    private bool HasVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (words[i].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private bool HasOwnSubject(int verb) => words.Child(verb, Deprel.Nsubj, Deprel.NsubjPass) >= 0;

    // A verb of speech with the same subject goes on with what the speaker did, not with what was said.
    private bool IsSpeech(int word) => CueVerbs.Entries(words, lexicon, word).Any(e => e.TakesQuote || e.Act is not (StatementAct.Think or StatementAct.Want or StatementAct.Stance or StatementAct.Describe or StatementAct.Order or StatementAct.Report));

    private bool IsCue(int word) => CueVerbs.Entries(words, lexicon, word).Any(e => e.TakesQuote || e.TakesClause);

    // ", though she noted ...": the next report by another subject.
    private bool ReportsWithin(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 6); i++)
            if (words[i].Upos is Upos.Verb) return IsSpeech(i);
        return false;
    }

    /// <summary>The range up to where another report begins.</summary>
    // "... , adding that ..." and "... and warned ..." are reports of their own, wherever the tree put them.
    public WordRange Cut(int verb, WordRange range) => new(range.Start, CutAtCue(verb, range));

    // ", a remark that alarmed Seoul", ", something the minister denied": the writer on what was said.
    private bool IsRemark(int word)
    {
        if (words.Is(word, "something")) return true;
        if (!words.Is(word, "a") && !words.Is(word, "an")) return false;
        var noun = words.Head(word);
        return noun > word && words[noun].Upos is Upos.Noun && lexicon.Is(CueWordRole.Remark, words[noun].Lemma) && words.Child(noun, Deprel.AclRelcl, Deprel.Acl) > noun;
    }

    private int CutAtCue(int verb, WordRange clause)
    {
        var inQuote = words.Quotations;
        for (var i = clause.Start + 2; i < clause.End; i++)
        {
            if (OpensSentence(verb, i)) return i;
            var comma = BeforeMark(i, ',');
            if (comma >= 0 && IsRemark(i)) return comma;
            if (words.Is(i, "according") && words.Is(i + 1, "to") && words.Is(i - 1, ",")) return i - 1;
            if (words[i].Upos is not (Upos.Verb or Upos.Sconj)) continue;
            if (comma < 0) comma = BeforeMark(i, '-');
            if (comma < 0 && !words.Is(i - 1, "and") && !words.Is(i - 1, "but")) continue;
            if (inQuote.Any(q => q.Span.Contains(words[i].Span) && !q.Span.Contains(words[verb].Span))) continue;
            if (words[i].Xpos == "VBG" && comma >= 0 && words[verb].Xpos != "VBG" && (IsCue(i) || EndsQuotation(i - 1))) return comma;
            if (comma >= 0 && words[i].Upos is Upos.Sconj && words.Form(i) is "though" or "although" or "while" && HasVerb(clause.Start, i) && ReportsWithin(i, clause.End)) return comma;
            if (words[i].Upos is not Upos.Verb) continue;
            if (words[i].Xpos == words[verb].Xpos && words[i].Xpos is "VBD" or "VBZ" && comma < 0 && IsSpeech(i) && !HasOwnSubject(i)) return i - 1;
        }
        return clause.End;
    }

    // “... both religious and political.” The writer goes on in a sentence of his own.
    private bool OpensSentence(int verb, int word) =>
        EndsQuotation(word - 1) && char.IsUpper(words.Form(word)[0]) && words.Text[words[word - 1].Span.Start - 1] is '.' or '?' or '!'
        && !words.Quotations.Any(q => q.Span.Contains(words[word].Span) && !q.Span.Contains(words[verb].Span));

    // The comma (or dash) before a word, a closing mark of quotation aside (“..., adding”); -1 without one.
    private int BeforeMark(int word, char mark)
    {
        var at = EndsQuotation(word - 1) ? word - 2 : word - 1;
        return words.Form(at) is { Length: > 0 } form && (mark == ',' ? form is "," : form is "-" or "--" or "–" or "—") ? at : -1;
    }

    private bool EndsQuotation(int word) => words.Quotations.Any(q => q.Span.End == words[word].Span.End && q.Inner.End < q.Span.End);
}
