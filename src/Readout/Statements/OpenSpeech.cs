using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Speech without a cue of its own: led in by a colon, or told by the sentence before it ("Koo agreed. “It is ...”"),
/// or a term in marks that only its clause attributes.
/// </summary>
internal sealed class OpenSpeech(ArticleWords words, CueLexicon lexicon)
{
    private const int ShortestQuotation = 4;
    private const int LongestLink = 10;

    private readonly SubjectFinder subjects = new(words);

    /// <summary>A draft for what stands before a colon: "One reader: “...”", "He went further: “...”".</summary>
    public Draft? AfterColon(Speech speech)
    {
        var colon = words.FirstAt(speech.First.Span.Start) - 1;
        if (colon < 1 || !words.Is(colon, ":")) return null;
        var (start, _) = words.WordsOf(words.Sentence(colon));
        var source = SubjectBefore(start, colon) ?? NounBefore(start, colon);
        return source is null ? null : New(speech, source, colon, "colon");
    }

    /// <summary>The draft of the sentence before, with the speech joined to it; null if that sentence reports nothing.</summary>
    public Draft? AfterSentence(Speech speech, IReadOnlyList<Draft> drafts)
    {
        var at = words.FirstAt(speech.First.Span.Start);
        if (at <= 0 || at >= words.Count || words.BlockAt(words[at - 1].Span.Start) != speech.First.Block) return null;
        if (words.Form(at - 1) is not ("." or "?" or "!") && !words.IsPunctuation(at - 1)) return null;
        var sentence = words.Sentence(at - 1);
        return drafts.Where(d => d.CueWord >= 0 && words.Sentence(d.CueWord) == sentence && !d.Attitude).MinBy(d => d.CueWord);
    }

    /// <summary>The draft of the same sentence that the quotation continues: "called it “hollow” and “a sham”"; null if there is none.</summary>
    public Draft? Coordinated(Quotation quotation, IReadOnlyList<Draft> drafts)
    {
        var at = words.FirstAt(quotation.Span.Start);
        if (at >= words.Count) return null;
        var draft = drafts.Where(d => d.CueWord >= 0 && d.Content[^1].End <= quotation.Span.Start && words.Sentence(d.CueWord) == words.Sentence(at)).MaxBy(d => d.Content[^1].End);
        if (draft is null) return null;
        var conjunction = false;
        for (var i = words.FirstAt(draft.Content[^1].End); i < at; i++)
        {
            if (at - i > LongestLink || words.Form(i) is ";" or "." or ":" || words[i].Xpos is "VBD" or "VBZ") return null;
            conjunction |= words[i].Upos is Upos.Cconj;
        }
        return conjunction ? draft : null;
    }

    /// <summary>A quotation that no content covers, with the subject of the verb that governs it.</summary>
    public Draft? Bare(Quotation quotation)
    {
        var inner = words.WordsIn(quotation.Inner);
        if (inner.Count < ShortestQuotation || IsTitle(inner)) return null;
        for (int word = inner.Start, step = 0; word >= 0 && step < 12; word = words.Head(word), step++)
        {
            if (inner.Contains(word) || words[word].Upos is not Upos.Verb) continue;
            if (subjects.Of(word) is not { } source || source.Span.Overlaps(quotation.Span)) return null;
            var draft = New(new Speech([quotation]), source, word, "marks");
            return word < inner.Start && lexicon.Verbs(words[word].Lemma).Count > 0 ? draft with { Content = [Clause(word, quotation)] } : draft;
        }
        return null;
    }

    // "bemoaned a climate in which people “hate each other”": the words in marks belong to what the verb reports.
    private TextSpan Clause(int verb, Quotation quotation)
    {
        var inner = words.WordsIn(quotation.Inner);
        if (char.IsUpper(words.Form(inner.Start)[0]) || words.Sentence(verb) != words.Sentence(inner.Start)) return quotation.Span;
        var start = verb + 1;
        for (var i = verb + 1; i < inner.Start; i++)
        {
            if (words.Form(i) is ":" or ";") return quotation.Span;
            if (words.Is(i, "that") && words[i].Deprel is Deprel.Mark) start = i + 1;
        }
        while (start < inner.Start && (words.IsPunctuation(start) || words[start].Deprel is Deprel.CompoundPrt)) start++;
        var end = words.FirstAt(quotation.Span.End);
        var last = words.WordsOf(words.Sentence(verb)).End;
        while (end < last && !words.IsPunctuation(end)) end++;
        return words.Span(new(start, end)).Cover(quotation.Span);
    }

    // Names of works stand in marks too: most of their words are capitalised.
    private bool IsTitle(WordRange range)
    {
        int capitals = 0, all = 0;
        for (var i = range.Start; i < range.End; i++)
        {
            if (words.IsPunctuation(i) || words[i].Upos is Upos.Adp or Upos.Det or Upos.Cconj) continue;
            all++;
            if (char.IsUpper(words.Form(i)[0])) capitals++;
        }
        return capitals * 3 >= all * 2;
    }

    private Draft New(Speech speech, SourceWords? source, int cue, string rule) => new()
    {
        Content = [.. speech.Parts.Select(p => p.Span)],
        Source = source,
        Cue = words[cue].Span,
        CueWord = cue,
        Lemma = words[cue].Lemma,
        Act = StatementAct.Assert,
        Speech = true,
        Why = new Why($"{rule} quote"),
    };

    private SourceWords? SubjectBefore(int start, int colon)
    {
        for (var i = colon - 1; i >= start; i--)
            if (words[i].Upos is Upos.Verb && subjects.Of(i) is { } source && source.Span.End <= words[colon].Span.Start) return source;
        return null;
    }

    private SourceWords? NounBefore(int start, int colon)
    {
        var from = start;
        for (var i = colon - 1; i >= start; i--)
            if (words.IsPunctuation(i)) { from = i + 1; break; }
        var range = new WordRange(from, colon);
        if (range.IsEmpty || range.Count > 8) return null;
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Upos is Upos.Propn or Upos.Noun) return new SourceWords(words.Span(range), i);
        return null;
    }
}
