using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Statements whose cue is a noun or an adjective: "Seoul's demand that ...", "his promise to ...", "was adamant that ...".</summary>
internal sealed class NounReports(ArticleWords words, CueLexicon lexicon)
{
    private readonly SubjectFinder subjects = new(words);
    private readonly ContentTrimmer trimmer = new(words);

    public Draft? Read(int word)
    {
        if (words[word].Upos is Upos.Noun)
            return Try(word, lexicon.Nouns(words[word].Lemma.ToLowerInvariant()), NounSource(word));
        if (words[word].Upos is Upos.Adj)
            return Try(word, lexicon.Adjectives(words[word].Lemma.ToLowerInvariant()), words.Child(word, Deprel.Nsubj) >= 0 ? subjects.Of(word) : null);
        return null;
    }

    private SourceWords? NounSource(int noun)
    {
        if (subjects.Possessor(noun) is { } possessor) return possessor;
        // "opposition allegations", "government claims"
        if (words.Child(noun, Deprel.Compound) is var owner and >= 0 && words[owner].Upos is Upos.Noun && lexicon.Is(CueWordRole.Owner, words[owner].Lemma)) return subjects.Named(owner);
        var head = words.Head(noun);
        return head >= 0 && head < noun && words[noun].Deprel is Deprel.Obj && words[head].Upos is Upos.Verb && IsLight(head) ? subjects.Of(head) : null;
    }

    // "made a promise", "issued a warning", "voiced hope", "expressed the fear", "has the impression".
    private bool IsLight(int verb) => lexicon.Is(CueWordRole.Light, words[verb].Lemma);

    private Draft? Try(int word, IReadOnlyList<CueEntry> entries, SourceWords? source)
    {
        if (source is null) return null;
        foreach (var entry in entries)
            foreach (var frame in entry.Frames)
            {
                var range = Match(word, frame);
                if (range.IsEmpty || trimmer.Trim(range, word) is not { } content || source.Value.Span.Overlaps(content)) continue;
                return new Draft
                {
                    Content = [content],
                    Source = source,
                    Cue = words[word].Span,
                    CueWord = word,
                    Lemma = entry.Lemma,
                    Act = entry.Act,
                    Attitude = frame.Attitude,
                    Why = entry.By(frame),
                };
            }
        return null;
    }

    private WordRange Match(int word, CueFrame frame)
    {
        // "the hope that ...": whatever the tree hangs the clause on.
        if (frame.Kind is FrameKind.That && words.Is(word + 1, "that") && words[word + 1].Deprel is Deprel.Mark && words.Head(word + 1) is var clause and >= 0 && clause > word)
            return new(word + 2, words.Subtree(clause).End);
        foreach (var child in words.Children(word))
        {
            if (child < word) continue;
            var range = words.Subtree(child);
            var first = words.Form(range.Start);
            var isClause = words[child].Deprel is Deprel.Acl or Deprel.Ccomp or Deprel.Advcl or Deprel.Xcomp or Deprel.AclRelcl;
            if (frame.Kind is FrameKind.That && isClause && first.Equals("that", StringComparison.OrdinalIgnoreCase) && words[range.Start].Upos is Upos.Sconj) return new(range.Start + 1, range.End);
            if (frame.Kind is FrameKind.Infinitive && isClause && first.Equals("to", StringComparison.OrdinalIgnoreCase)) return range;
            if (frame.Kind is FrameKind.Question && isClause && words[range.Start].Lemma is "whether" or "if" or "what" or "how" or "why") return range;
            if (frame.Kind is FrameKind.Preposition && (isClause || words[child].Deprel is Deprel.Nmod or Deprel.Obl) && first.Equals(frame.Preposition, StringComparison.OrdinalIgnoreCase)) return new(range.Start + 1, range.End);
        }
        return default;
    }
}
