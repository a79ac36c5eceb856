using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Statements attributed by a phrase: "according to the ministry", "in his words".</summary>
internal sealed class PhraseReports(ArticleWords words, CueLexicon lexicon)
{
    private readonly SubjectFinder subjects = new(words);
    private readonly ContentTrimmer trimmer = new(words);

    public Draft? Read(int start)
    {
        foreach (var phrase in lexicon.Phrases(words.Form(start)))
            if (Match(start, phrase) is { } match) return Draft(match, phrase);
        return null;
    }

    private readonly record struct Found(WordRange Cue, SourceWords Source, WordRange Whole);

    private Found? Match(int start, SourcePhrase phrase)
    {
        var at = start;
        WordRange possessor = default;
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            if (at >= words.Count) return null;
            if (phrase.Words[i] == "*")
            {
                possessor = Possessive(at);
                if (possessor.IsEmpty) return null;
                at = possessor.End;
            }
            else if (words.Is(at, phrase.Words[i])) at++;
            else return null;
        }
        var cue = new WordRange(start, at);
        if (!possessor.IsEmpty) return new Found(cue, new SourceWords(words.Span(possessor), possessor.End - 1), cue);
        return Noun(start, at) is { } noun ? new Found(cue, noun, new(start, words.FirstAt(noun.Span.End))) : null;
    }

    private WordRange Possessive(int at)
    {
        if (words[at].Xpos == "PRP$") return new(at, at + 1);
        for (var i = at + 1; i < words.Count && i < at + 6; i++)
            if (words[i].Xpos == "POS") return new(at, i + 1);
        return default;
    }

    // The noun phrase behind the phrase: by the tree, and up to the first comma where the tree fails.
    private SourceWords? Noun(int cue, int at)
    {
        var end = words.WordsOf(words.Sentence(at - 1)).End;
        if (at >= end) return null;
        // In "according to the ministry" the cue marks the noun.
        var head = words.Head(cue) is var marked && marked >= at && marked < end && words[marked].Upos is not (Upos.Verb or Upos.Aux) ? marked : at;
        for (var step = 0; step < 10 && words[head].Deprel is not (Deprel.Obl or Deprel.Nmod or Deprel.Nsubj or Deprel.Obj) && words.Head(head) is var next && next >= at && words[next].Upos is not (Upos.Verb or Upos.Aux); step++) head = next;
        var range = words.Subtree(head);
        range = new(at, Math.Max(at + 1, Math.Min(range.End, end)));
        for (var i = at + 1; i < range.End; i++)
            if (words.Form(i) is "," or ";" && !IsApposition(i + 1, head)) { range = new(at, i); break; }
        while (range.Count > 1 && words.IsPunctuation(range.End - 1)) range = new(range.Start, range.End - 1);
        return new SourceWords(words.Span(range), head);
    }

    private bool IsApposition(int word, int head)
    {
        for (var i = word; i >= 0 && i != head; i = words.Head(i))
            if (words[i].Deprel is Deprel.Appos or Deprel.AclRelcl or Deprel.Conj or Deprel.Acl) return true;
        return false;
    }

    private Draft? Draft(Found found, SourcePhrase phrase)
    {
        var (start, end) = words.WordsOf(words.Sentence(found.Whole.Start));
        var whole = found.Whole;
        var content = new List<TextSpan>();
        var governor = Governor(whole);
        if (whole.Start - start > 2 && !Waits(whole)) AddLeft(new(LeftEdge(governor, start, whole.Start), whole.Start), whole, content);
        if (whole.End < end - 1 && (content.Count == 0 || Resumes(whole.End, whole, governor)))
            if (trimmer.Trim(new(whole.End, end), whole.Start) is { } right) content.Add(right);
        return content.Count == 0 ? null : new Draft
        {
            Content = content,
            Source = found.Source,
            Cue = words.Span(found.Cue),
            CueWord = found.Cue.Start,
            Lemma = phrase.Lemma,
            Act = phrase.Act,
            Why = phrase.Why,
        };
    }

    // "because, according to Koo, ...": what stands before the conjunction is not from the source.
    private bool Waits(WordRange phrase)
    {
        var last = words.Is(phrase.Start - 1, ",") ? phrase.Start - 2 : phrase.Start - 1;
        return words[last].Upos is Upos.Sconj or Upos.Cconj && words.Is(phrase.End, ",");
    }

    private void AddLeft(WordRange range, WordRange phrase, List<TextSpan> content)
    {
        if (trimmer.Trim(range, phrase.Start) is { } left) content.Add(left);
    }

    // The clause that the phrase hangs on.
    private int Governor(WordRange phrase)
    {
        var word = phrase.Start;
        for (var step = 0; step < 12 && word >= 0; step++)
        {
            if (!phrase.Contains(word) && (words[word].Upos is Upos.Verb || words.Child(word, Deprel.Nsubj, Deprel.NsubjPass, Deprel.Cop) >= 0)) return word;
            word = words.Head(word);
        }
        return -1;
    }

    // Content reaches back to the start of the sentence, but not over a conjunction into another full clause.
    private int LeftEdge(int governor, int start, int phrase)
    {
        if (governor < 0 || governor > phrase) return start;
        var range = words.Subtree(governor);
        if (words[governor].Deprel is Deprel.Conj && words.Child(governor, Deprel.Nsubj, Deprel.NsubjPass) is var subject and >= 0 && words[subject].Upos is not Upos.Pron)
        {
            var from = range.Start;
            return words[from].Upos is Upos.Cconj ? from + 1 : from;
        }
        return start;
    }

    // "The strike, according to the ministry, hit a depot": the clause goes on behind the phrase.
    private bool Resumes(int at, WordRange phrase, int governor)
    {
        if (!words.IsPunctuation(at) || governor < phrase.End) return false;
        return true;
    }
}
