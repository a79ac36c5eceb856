using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Statements that are spoken in quotation marks, with what follows them from the same voice.</summary>
internal sealed class SpeechReports(ArticleWords words, CueLexicon lexicon)
{
    private const int ShortestBareSpeech = 4;

    private readonly SpeechCues cues = new(words, lexicon);
    private readonly SpeechExtent extent = new(words, lexicon);

    /// <summary>One draft for each speech that has a cue, in text order; speech without one joins the draft before it.</summary>
    /// <param name="open">Speech that found neither; what stands before it in its block may still attribute it.</param>
    public List<Draft> Read(out IReadOnlyList<Speech> open)
    {
        var found = new List<Draft>();
        var left = new List<Speech>();
        foreach (var speech in Speech.Join(words.Quotations))
        {
            if (!IsUtterance(speech)) continue;
            var previous = found.Count > 0 ? found[^1] : null;
            if (CueOf(speech) is { } cue && cue.Word != previous?.CueWord) found.Add(Draft(speech, cue));
            else if (previous is not null && (Interrupted(previous, speech) || Continues(previous, speech))) found[^1] = Join(previous, speech);
            else left.Add(speech);
        }
        open = left;
        return found;
    }

    public static Draft Join(Draft previous, Speech speech) =>
        previous with { Content = [.. previous.Content, .. speech.Parts.Select(p => p.Span)], Speech = true };

    private SpeechCue? CueOf(Speech speech)
    {
        if ((Closes(speech.Last) || IsFull(speech.Last)) && cues.Behind(speech.Last.Span.End) is { } behind) return behind;
        for (var i = 0; i + 1 < speech.Parts.Count; i++)
            if (cues.Behind(speech.Parts[i].Span.End) is { } cue) return cue;
        return cues.Before(speech.First.Span.Start);
    }

    // A term in marks inside somebody else's sentence is no utterance; that is for the clause it stands in.
    private bool IsUtterance(Speech speech)
    {
        var quotation = speech.First;
        if (quotation.Single && !OpensBlock(quotation)) return false;
        var before = words.FirstAt(quotation.Span.Start) - 1;
        if (OpensBlock(quotation) || before < 0) return true;
        if (words[before].Span.End > quotation.Span.Start) before--;
        if (words.IsPunctuation(before)) return StartsSentence(quotation) || words.Form(before) is ":" or ",";
        if (cues.QuoteEntry(before) is not null) return StartsSentence(quotation) && EndsSentence(quotation);
        return words.Is(before, "that") && StartsSentence(quotation) && cues.Before(quotation.Span.Start) is not null;
    }

    private bool OpensBlock(Quotation quotation) => words.Blocks[quotation.Block].Start >= quotation.Span.Start - 1;

    private bool StartsSentence(Quotation quotation)
    {
        foreach (var c in quotation.Inner.Of(words.Text))
            if (char.IsLetterOrDigit(c)) return char.IsUpper(c) || char.IsDigit(c);
        return false;
    }

    private bool EndsSentence(Quotation quotation)
    {
        if (Closes(quotation)) return true;
        var next = words.FirstAt(quotation.Span.End);
        return next >= words.Count || words.IsPunctuation(next) || words.BlockAt(words[next].Span.Start) != quotation.Block;
    }

    private bool Closes(Quotation quotation)
    {
        var end = quotation.Inner.End - 1;
        while (end > quotation.Inner.Start && words.Text[end] is '’' or '\'' or ' ') end--;
        if (words.Text[end] is ',' or '?' or '!' or '—' or '–' or '-' or '.' or '…' or ']') return true;
        return quotation.Span.End < words.Text.Length && words.Text[quotation.Span.End] is ',';
    }

    // A whole sentence whose comma was forgotten: “The race is open” Koo said.
    private bool IsFull(Quotation quotation) => StartsSentence(quotation) && words.WordsIn(quotation.Inner).Count >= ShortestBareSpeech;

    // “A,” he said, “B.”: nothing but the cue with its time and place between the halves.
    private bool Interrupted(Draft previous, Speech speech)
    {
        var at = words.FirstAt(speech.First.Span.Start);
        if (previous.CueWord < 0 || at >= words.Count || previous.CueWord > at || words.BlockAt(words[previous.CueWord].Span.Start) != speech.First.Block) return false;
        for (var i = previous.CueWord + 1; i < at; i++)
            if (words[i].Upos is Upos.Verb || words.Form(i) is "." or "?" or "!") return false;
        return true;
    }

    private bool Continues(Draft previous, Speech speech)
    {
        if (!previous.Speech) return false;
        var at = Math.Max(previous.CueWord >= 0 ? words[previous.CueWord].Span.Start : 0, previous.Content[^1].End - 1);
        var from = words.BlockAt(at);
        if (from == speech.First.Block) return StartsSentence(speech.First) && IsNextSentence(at, speech.First.Span.Start);
        return from + 1 == speech.First.Block && OpensBlock(speech.First) && StartsSentence(speech.First) && FillsBlock(speech);
    }

    private bool IsNextSentence(int from, int to)
    {
        var ends = 0;
        int last = words.FirstAt(to);
        for (var i = words.FirstAt(from); i < last; i++)
            if (words.Form(i) is "." or "?" or "!") ends++;
        return ends <= 1;
    }

    private bool FillsBlock(Speech speech) => words.Blocks[speech.Last.Block].End - speech.Last.Span.End < 3;

    private Draft Draft(Speech speech, SpeechCue cue) => new()
    {
        Content = extent.Of(speech, cue),
        Source = cue.Source,
        Cue = words.Span(new(cue.Word, Math.Max(cue.Word + 1, CueVerbs.Tail(words, cue.Word, cue.Entry)))),
        CueWord = cue.Word,
        Lemma = cue.Entry.Lemma,
        Act = cue.Entry.Act,
        Speech = true,
        Addressee = AddresseeOf(cue.Word),
        Why = cue.Entry.By("quote"),
    };

    private int AddresseeOf(int verb) => words.Child(verb, Deprel.Iobj, Deprel.Obj) is var obj && obj > verb && words[obj].Upos is not Upos.Punct ? obj : -1;
}
