using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Statements that are spoken in quotation marks, with what follows them from the same voice.</summary>
internal sealed class SpeechReports(ArticleWords words, CueLexicon lexicon)
{
    private static readonly Why Continued = new("speech-continued");

    private readonly SpeechCues cues = new(words, lexicon);

    /// <summary>One draft for each speech that has a cue, in text order; speech without one joins the draft before it.</summary>
    public IReadOnlyList<Draft> Read()
    {
        var found = new List<Draft>();
        foreach (var speech in Speech.Join(words.Quotations))
        {
            if (!IsUtterance(speech)) continue;
            var behind = Closes(speech.Last) ? cues.Behind(speech.Last.Span.End) : null;
            var cue = behind ?? BehindAny(speech) ?? cues.Before(speech.First.Span.Start);
            var previous = found.Count > 0 ? found[^1] : null;
            if (cue is { } c && !(behind is null && previous is { } p && p.CueWord == c.Word))
            {
                if (previous is not null && behind is null && Interrupted(previous, speech)) found[^1] = Join(previous, speech);
                else found.Add(Draft(speech, c));
            }
            else if (previous is not null && Continues(previous, speech)) found[^1] = Join(previous, speech);
        }
        return found;
    }

    private SpeechCue? BehindAny(Speech speech)
    {
        for (var i = 0; i + 1 < speech.Parts.Count; i++)
            if (cues.Behind(speech.Parts[i].Span.End) is { } cue) return cue;
        return null;
    }

    // A term in marks inside somebody else's sentence is no utterance; that is for the clause it stands in.
    private bool IsUtterance(Speech speech)
    {
        var quotation = speech.First;
        if (quotation.Single && !OpensBlock(quotation)) return false;
        var before = words.FirstAt(quotation.Span.Start) - 1;
        if (OpensBlock(quotation) || before < 0) return true;
        if (words[before].Span.End > quotation.Span.Start) before--;
        if (words.IsPunctuation(before)) return Introduced(quotation);
        if (cues.QuoteEntry(before) is not null && StartsSentence(quotation)) return true;
        return words.Is(before, "that") && StartsSentence(quotation) && cues.Before(quotation.Span.Start) is not null;
    }

    private bool Introduced(Quotation quotation) => StartsSentence(quotation) || words.Text[quotation.Span.Start - 2] is ':' or ',';

    private bool OpensBlock(Quotation quotation) => words.Blocks[quotation.Block].Start >= quotation.Span.Start - 1;

    private bool StartsSentence(Quotation quotation)
    {
        foreach (var c in quotation.Inner.Of(words.Text))
            if (char.IsLetterOrDigit(c)) return char.IsUpper(c) || char.IsDigit(c);
        return false;
    }

    private bool Closes(Quotation quotation)
    {
        var end = quotation.Inner.End - 1;
        if (words.Text[end] is ',' or '?' or '!' or '—' or '–' or '-' or '.' or '…' or ']') return true;
        return quotation.Span.End < words.Text.Length && words.Text[quotation.Span.End] is ',';
    }

    // “A,” he said, “B.”: the second half has the cue before it that the first had behind it.
    private bool Interrupted(Draft previous, Speech speech) =>
        previous.CueWord >= 0 && words.Sentence(previous.CueWord) == SentenceOf(speech.First.Span.Start);

    private bool Continues(Draft previous, Speech speech)
    {
        if (!previous.Speech) return false;
        var at = previous.CueWord >= 0 ? words[previous.CueWord].Span.Start : previous.Content[^1].Start;
        var from = words.BlockAt(Math.Max(at, previous.Content[^1].End - 1));
        if (from == speech.First.Block) return true;
        return from + 1 == speech.First.Block && OpensBlock(speech.First) && StartsSentence(speech.First) && SpeechFills(speech);
    }

    private bool SpeechFills(Speech speech) => words.Blocks[speech.Last.Block].End - speech.Last.Span.End < 3;

    private int SentenceOf(int position) => words.FirstAt(position) is var word && word < words.Count ? words.Sentence(word) : -1;

    private Draft Draft(Speech speech, SpeechCue cue) => new()
    {
        Content = [.. speech.Parts.Select(p => p.Span)], Source = cue.Source,
        Cue = words.Span(new(cue.Word, Math.Max(cue.Word + 1, CueVerbs.Tail(words, cue.Word, cue.Entry)))), CueWord = cue.Word,
        Lemma = cue.Entry.Lemma, Act = cue.Entry.Act, Speech = true, Addressee = AddresseeOf(cue.Word), Why = cue.Entry.By("quote"),
    };

    private int AddresseeOf(int verb) => words.Child(verb, Deprel.Iobj, Deprel.Obj) is var obj && obj > verb && words[obj].Upos is not Upos.Punct ? obj : -1;

    private static Draft Join(Draft previous, Speech speech) =>
        previous with { Content = [.. previous.Content, .. speech.Parts.Select(p => p.Span)], Speech = true, Why = previous.CueWord >= 0 ? previous.Why : Continued };
}
