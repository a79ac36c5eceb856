using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Indirect speech with its cue behind or inside it: "The talks failed, officials said", "The talks, he said, had failed".
/// </summary>
internal sealed class InsertedReports(ArticleWords words, CueLexicon lexicon)
{
    private readonly SubjectFinder subjects = new(words);
    private readonly ContentTrimmer trimmer = new(words);

    public Draft? Read(int verb)
    {
        var entry = CueVerbs.Entries(words, lexicon, verb).FirstOrDefault(e => e.TakesClause);
        if (entry is null) return null;
        var clause = CueClause(verb, entry);
        var (start, end) = words.WordsOf(words.Sentence(verb));
        if (!IsSetOff(clause, start, end) || Left(verb, clause, start) is not { } left) return null;
        var content = new List<TextSpan>();
        if (trimmer.Trim(left, verb) is { } before) content.Add(before);
        if (Right(left, clause, end) is { } right && trimmer.Trim(right, verb) is { } after) content.Add(after);
        if (content.Count == 0) return null;
        return new Draft
        {
            Content = content, Source = subjects.Of(verb) is { } s && !content.Exists(c => c.Overlaps(s.Span)) ? s : Behind(verb, clause), Cue = words.Span(new(verb, Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry)))),
            CueWord = verb, Lemma = entry.Lemma, Act = entry.Act, Attitude = !entry.TakesQuote, Why = entry.By("inserted"),
        };
    }

    // The verb with its subject, helpers, addressee, time: all that hangs on it but the content itself.
    private WordRange CueClause(int verb, CueEntry entry)
    {
        var clause = new WordRange(verb, Math.Max(verb + 1, CueVerbs.Tail(words, verb, entry)));
        foreach (var child in words.Children(verb))
        {
            if (words[child].Deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Punct or Deprel.Cc or Deprel.Conj or Deprel.Dislocated or Deprel.Discourse) continue;
            var subtree = words.Subtree(child);
            if (child < verb && words[child].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Aux or Deprel.AuxPass or Deprel.Advmod or Deprel.Mark)) continue;
            if (subtree.Contains(verb)) continue;
            clause = clause.Cover(subtree);
        }
        return clause;
    }

    private bool IsSetOff(WordRange clause, int start, int end)
    {
        if (clause.Start <= start + 1 || !IsBoundary(clause.Start - 1)) return false;
        return clause.End >= end || words.IsPunctuation(clause.End) || words[clause.End].Upos is Upos.Cconj or Upos.Sconj or Upos.Adp or Upos.Adv;
    }

    private bool IsBoundary(int word) => words.Form(word) is "," or "—" or "–" or "--" or "-" or "―" or "”" or "\"" or "''" or "’";

    private WordRange? Left(int verb, WordRange clause, int start)
    {
        var left = new WordRange(start, clause.Start - 1);
        var linked = Linked(verb, left);
        if (linked < 0) return null;
        var subtree = words.Subtree(linked);
        var from = Math.Max(subtree.Start, start);
        return LeadsIn(start, from) ? new(from, left.End) : left;
    }

    // The word of the content that the cue hangs on, or that hangs on the cue.
    private int Linked(int verb, WordRange left)
    {
        foreach (var child in words.Children(verb))
            if (child < verb && left.Contains(child) && words[child].Deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Dislocated or Deprel.Obj or Deprel.Advcl && IsClause(child)) return child;
        var head = words.Head(verb);
        if (words[verb].Deprel is Deprel.Parataxis or Deprel.Ccomp or Deprel.Conj or Deprel.Acl or Deprel.Advcl && head >= 0 && words.Child(verb, Deprel.Mark) < 0)
        {
            if (words[verb].Deprel is not Deprel.Parataxis && words.Child(verb, Deprel.Nsubj) < 0) return -1;
            return words.Subtree(head).Start < left.End && words[verb].Deprel is not Deprel.Conj ? head : -1;
        }
        return -1;
    }

    private bool IsClause(int word) => words[word].Upos is Upos.Verb || words.Child(word, Deprel.Nsubj, Deprel.NsubjPass, Deprel.Cop, Deprel.Aux) >= 0;

    // "But", "In addition," before the content: a connective of the writer.
    private bool LeadsIn(int start, int from)
    {
        if (from - start > 8) return false;
        for (var i = start; i < from; i++)
            if (words[i].Upos is Upos.Verb) return false;
        return true;
    }

    private WordRange? Right(WordRange left, WordRange clause, int end)
    {
        if (clause.End >= end - 1 || !words.IsPunctuation(clause.End)) return null;
        var first = clause.End + 1;
        for (int word = first, step = 0; word >= 0 && step < 12; word = words.Head(word), step++)
        {
            if (clause.Contains(word)) return null;
            if (left.Contains(word)) return new(first, end);
        }
        // Content whose head stands behind the cue: "The talks, he said, had failed."
        return words.Subtree(first).Start < clause.Start ? new(first, end) : null;
    }

    private SourceWords? Behind(int verb, WordRange clause)
    {
        var from = verb + 1;
        return from < clause.End && words[from].Upos is Upos.Propn or Upos.Noun or Upos.Det or Upos.Pron or Upos.Adj ? new SourceWords(words.Span(new(from, clause.End)), from) : null;
    }
}
