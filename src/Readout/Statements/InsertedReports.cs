using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Indirect speech with its cue behind or inside it: "The talks failed, officials said", "The talks, he said, had failed".
/// The commas around the cue decide; the tree only tells whether there is a clause for it to report.
/// </summary>
internal sealed class InsertedReports(ArticleWords words, CueLexicon lexicon)
{
    private const int LongestNoun = 9;

    private readonly SubjectFinder subjects = new(words);
    private readonly ContentTrimmer trimmer = new(words);

    public Draft? Read(int verb)
    {
        var entry = CueVerbs.Entries(words, lexicon, verb).FirstOrDefault(e => e.TakesInsertion);
        if (entry is null || !IsFinite(verb)) return null;
        var clause = CueClause(verb, entry);
        var (start, end) = words.WordsOf(words.Sentence(verb));
        if (!HasSubject(verb, clause) || HasComplement(verb, entry) || !IsSetOff(clause, start, end)) return null;
        var content = Content(verb, clause, start, end);
        if (content.Count == 0) return null;
        return new Draft
        {
            Content = content,
            Source = Source(verb, clause, content),
            Cue = words.Span(new(verb, Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry)))),
            CueWord = verb,
            Lemma = entry.Lemma,
            Act = entry.Act,
            Verbal = entry.TakesQuote,
            Why = entry.By("inserted"),
        };
    }

    private bool IsFinite(int verb) => words[verb].Xpos is "VBD" or "VBZ" or "VBP" || words.Child(verb, Deprel.Aux, Deprel.AuxPass, Deprel.Nsubj) >= 0 || words[verb].Xpos is "VBN";

    // The verb with its subject, helpers, addressee, time: all that hangs on it but the content itself.
    private WordRange CueClause(int verb, CueEntry entry)
    {
        var clause = new WordRange(verb, Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry)));
        var beside = BesideBoundary(verb);
        if (!beside.IsEmpty) clause = clause.Cover(beside);
        foreach (var child in words.Children(verb))
        {
            var subtree = words.Subtree(child);
            if (subtree.Contains(verb) || (!beside.IsEmpty && child < beside.Start)) continue;
            if (child < verb && words.IsPunctuation(subtree.Start)) subtree = new(subtree.Start + 1, subtree.End);
            if (child < verb ? IsBefore(child) && subtree.End >= clause.Start - 1 : IsBehind(child) && subtree.Start == clause.End && !words.IsPunctuation(subtree.Start)) clause = clause.Cover(subtree);
        }
        return clause;
    }

    // ", officials said": the noun between a comma and the cue is the cue's, whatever subject the tree gives it.
    private WordRange BesideBoundary(int verb)
    {
        if (subjects.Beside(verb) is not { } source) return default;
        var first = words.FirstAt(source.Span.Start);
        if (first <= 0) return default;
        return IsBoundary(first - 1) ? new(first, verb) : ToBoundary(verb, first);
    }

    // ", a source close to the campaign said": back over words without a verb to the mark that sets the cue off.
    private WordRange ToBoundary(int verb, int noun)
    {
        var (start, _) = words.WordsOf(words.Sentence(verb));
        for (var i = noun - 1; i > start && i > noun - LongestNoun; i--)
        {
            if (words[i].Upos is Upos.Verb or Upos.Aux or Upos.Sconj) return default;
            if (words.IsPunctuation(i)) return IsBoundary(i) && words[i + 1].Upos is Upos.Det or Upos.Noun or Upos.Num or Upos.Propn or Upos.Adj && words.Sentence(i) == words.Sentence(verb) ? new(i + 1, verb) : default;
        }
        return default;
    }

    private bool IsBefore(int child) => words[child].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Aux or Deprel.AuxPass or Deprel.Advmod or Deprel.Mark;

    private bool IsBehind(int child) => IsOfSource(child) || words[child].Deprel is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.OblUnmarked or Deprel.OblAgent or Deprel.Advmod or Deprel.NmodUnmarked;

    private bool HasSubject(int verb, WordRange clause)
    {
        if (!BesideBoundary(verb).IsEmpty) return true;
        var subject = words.Child(verb, Deprel.Nsubj, Deprel.NsubjPass);
        if (subject < 0) return clause.End > verb + 1 && words[verb + 1].Upos is Upos.Propn or Upos.Pron or Upos.Noun or Upos.Det;
        return clause.Contains(subject) && !words.Is(subject, "who") && !words.Is(subject, "which") && !words.Is(subject, "that");
    }

    // What the verb says stands behind it: "he recommended a pause", "she claimed to know".
    private bool HasComplement(int verb, CueEntry entry)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb) continue;
            if (words[child].Deprel is Deprel.Obj && !entry.HasAddressee && child >= CueVerbs.Tail(words, verb, entry) && !IsApart(child) && !IsDay(child)) return true;
            if (IsOfSource(child)) continue;
            if (words[child].Deprel is Deprel.Xcomp or Deprel.Ccomp && words.Subtree(child).Start is var first && first > verb && !words.IsPunctuation(first) && !words.IsPunctuation(first - 1)) return true;
        }
        return false;
    }

    // ", he said, a move that ...": set off by a comma it is no object.
    private bool IsApart(int child) => words.Subtree(child).Start is var first && (words.Is(first, ",") || words.Is(first - 1, ",")) && !words.Quotations.Any(q => q.Span.Contains(words[child].Span));

    private bool IsDay(int word) => words[word].Xpos is "NNP" && words.Form(word).EndsWith("day");

    // "said a source close to the ministry": an adjective belongs to whoever speaks.
    private bool IsOfSource(int child) => words[child].Upos is Upos.Adj && words[child].Deprel is Deprel.Xcomp;

    private bool IsSetOff(WordRange clause, int start, int end)
    {
        if (clause.Start == start && words.Is(start, "as")) return clause.End < end && words.Is(clause.End, ",");
        if (clause.Start <= start + 1 || !IsBoundary(clause.Start - 1)) return false;
        if (words[clause.Start].Upos is Upos.Cconj or Upos.Sconj && !words.Is(clause.Start, "as")) return false;
        return clause.End >= end || (words.IsPunctuation(clause.End) && !words.Is(clause.End, ":"));
    }

    private bool IsBoundary(int word) => words.Form(word) is "," or "—" or "–" or "--" or "-" or "―" or "”" or "\"" or "''" or "’";

    private List<TextSpan> Content(int verb, WordRange clause, int start, int end)
    {
        var content = new List<TextSpan>();
        var left = InSameMarks(verb, Left(verb, clause, start));
        var right = Right(verb, left, clause, end);
        if (!right.IsEmpty) left = OwnClause(left);
        if (!left.IsEmpty && !(IsConnective(left) && !right.IsEmpty) && (HasClause(left) || !right.IsEmpty) && trimmer.Trim(left, verb) is { } before) content.Add(before);
        if (!right.IsEmpty && trimmer.Trim(right, verb) is { } after) content.Add(after);
        return content;
    }

    // A cue inside a quotation reports nothing of what stands before the marks.
    private WordRange InSameMarks(int verb, WordRange left)
    {
        var at = words[verb].Span.Start;
        foreach (var quotation in words.Quotations)
            if (!quotation.Single && quotation.Inner.Contains(at)) return new(Math.Max(left.Start, words.FirstAt(quotation.Inner.Start)), left.End);
        return left;
    }

    // From the start of the sentence, or from where a clause of the writer's own ends.
    private WordRange Left(int verb, WordRange clause, int start)
    {
        if (clause.Start <= start) return default;
        var left = new WordRange(start, clause.Start - 1);
        var linked = Linked(verb, left);
        if (linked < 0) return left;
        var from = Math.Max(words.Subtree(linked).Start, start);
        return from < left.End && IsLeadIn(start, from) ? new(from, left.End) : left;
    }

    // The word of the content that hangs on the cue, or that the cue hangs on.
    private int Linked(int verb, WordRange left)
    {
        foreach (var child in words.Children(verb))
            if (left.Contains(child) && words[child].Deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Dislocated or Deprel.Advcl) return child;
        var head = words.Head(verb);
        return head >= 0 && left.Contains(head) && words[verb].Deprel is Deprel.Parataxis or Deprel.Ccomp or Deprel.Advcl ? head : -1;
    }

    // "The hall was booked - and the permit, he said, had been hard to get": only the last clause goes on behind the cue.
    private WordRange OwnClause(WordRange left)
    {
        if (left.Count > 1 && words[left.End - 1].Upos is Upos.Sconj or Upos.Cconj) return default;
        for (var i = left.End - 1; i > left.Start; i--)
        {
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return left;
            if (words[i].Upos is not Upos.Cconj || !words.IsPunctuation(i - 1) || !HasClause(new(left.Start, i))) continue;
            return new(i + 1, left.End);
        }
        return left;
    }

    // "But": a connective of the writer before the content.
    private bool IsLeadIn(int start, int from) => from - start <= 1 || (from - start <= 4 && words.IsPunctuation(from - 1) && !HasVerb(new(start, from)));

    // "In addition, he said, ..."
    private bool IsConnective(WordRange left) => left.Count <= 4 && words[left.Start].Upos is Upos.Adp or Upos.Adv or Upos.Cconj or Upos.Sconj && !HasVerb(left);

    private bool HasVerb(WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private bool HasClause(WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" || (words[i].Upos is Upos.Verb or Upos.Aux && words.Child(i, Deprel.Nsubj, Deprel.NsubjPass) >= 0)) return true;
        return false;
    }

    private WordRange Right(int verb, WordRange left, WordRange clause, int end)
    {
        if (left.IsEmpty) return new(clause.End + 1, end);
        if (clause.End >= end - 1 || !words.IsPunctuation(clause.End) || words.Is(clause.End, ";")) return default;
        var first = clause.End + 1;
        if (clause.Start < verb && (GoesOn(first, left, end) || (IsConnective(left) && HasClause(new(first, end))))) return new(first, end);
        if (words[first].Xpos == "VBG" && lexicon.Verbs(words[first].Lemma).Count > 0) return default;
        for (var child = first; child < end; child++)
            if (words.Head(child) == verb && words[child].Deprel is Deprel.Ccomp or Deprel.Parataxis) return new(first, end);
        for (int word = first, step = 0; word >= 0 && step < 12; word = words.Head(word), step++)
        {
            if (clause.Contains(word)) return default;
            if (left.Contains(word)) return Resumes(first, left) ? new(first, end) : default;
        }
        // Content whose head stands behind the cue: "The talks, he said, had failed."
        return !HasClause(left) ? new(first, end) : default;
    }

    // "..., he said, because ..." and "If talks fail, he said, the war will go on".
    private bool GoesOn(int first, WordRange left, int end)
    {
        if (lexicon.Is(CueWordRole.Continues, words.Form(first))) return !words.Is(first + 1, "whom") && !words.Is(first + 1, "which");
        return lexicon.Is(CueWordRole.Subordinator, words.Form(left.Start)) && words[left.Start].Upos is Upos.Sconj or Upos.Adp && HasClause(new(first, end)) && words[first].Upos is not (Upos.Cconj or Upos.Sconj) && words[first].Xpos is not "WDT" and not "WP" and not "VBG";
    }

    // A new main clause or a participle behind the cue is the writer's, unless it belongs to what stands before.
    private bool Resumes(int first, WordRange left) => words[first].Xpos is not "VBG" || !HasClause(left);

    private SourceWords? Source(int verb, WordRange clause, List<TextSpan> content)
    {
        if (BesideBoundary(verb) is { IsEmpty: false } beside) return subjects.Beside(verb) is { } near && words.FirstAt(near.Span.Start) == beside.Start ? near : Noun(beside);
        if (subjects.Of(verb) is { } source && !content.Exists(c => c.Overlaps(source.Span))) return source;
        var from = verb + 1;
        return from < clause.End && words[from].Upos is Upos.Propn or Upos.Noun or Upos.Det or Upos.Pron or Upos.Adj ? new SourceWords(words.Span(new(from, clause.End)), from) : null;
    }

    private SourceWords Noun(WordRange range)
    {
        var head = range.Start;
        while (head + 1 < range.End && words[head].Upos is not (Upos.Noun or Upos.Propn)) head++;
        while (head + 1 < range.End && words[head + 1].Upos is Upos.Noun or Upos.Propn) head++;
        return new SourceWords(words.Span(range), head);
    }
}
