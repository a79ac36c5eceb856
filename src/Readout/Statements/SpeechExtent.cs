using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Brings a quotation to the clause that it is part of: "After the vote, “there is hope,” Koo said" and
/// "“We are horrified” by the attack, Koo said" report more than stands in marks.
/// </summary>
internal sealed class SpeechExtent(ArticleWords words, CueLexicon lexicon)
{
    private const int LongestTail = 25;

    /// <summary>The spans of a speech with the words of its own clause around the marks.</summary>
    public TextSpan[] Of(Speech speech, SpeechCue cue)
    {
        var spans = speech.Parts.Select(p => p.Span).ToArray();
        var at = words[cue.Word].Span.Start;
        if (at < speech.First.Span.Start) spans[^1] = OverTail(speech.Last);
        else
        {
            if (at >= speech.Last.Span.End) spans[^1] = UpToCue(speech.Last, cue);
            spans[0] = new(LeadIn(speech.First), spans[0].End);
        }
        return spans;
    }

    // “We are horrified” by the attack in Kabul, Koo said.
    private TextSpan UpToCue(Quotation quotation, SpeechCue cue)
    {
        var first = words.FirstAt(quotation.Span.End);
        while (first < words.Count && words.IsPunctuation(first)) first++;
        var clause = cue.Source is { } source && source.Span.Start < words[cue.Word].Span.Start ? words.FirstAt(source.Span.Start) : cue.Word;
        if (clause - first < 2 || !words.Is(clause - 1, ",") || words.BlockAt(words[clause].Span.Start) != quotation.Block) return quotation.Span;
        var opens = words[first].Upos is Upos.Adp or Upos.Sconj or Upos.Part || words[first].Xpos is "VBG" or "VBN" or "TO";
        return opens ? new(quotation.Span.Start, words[clause - 2].Span.End) : quotation.Span;
    }

    // After the vote, “there is hope,” Koo said.
    private int LeadIn(Quotation quotation)
    {
        var start = quotation.Span.Start;
        var inside = words.WordsIn(quotation.Inner);
        var before = words.FirstAt(start) - 1;
        if (inside.IsEmpty || before < 0 || char.IsUpper(words.Form(inside.Start)[0]) || words.Sentence(before) != words.Sentence(inside.Start)) return start;
        var (first, _) = words.WordsOf(words.Sentence(before));
        if (before - first < 2 || !words.Is(before, ",") || words.BlockAt(words[first].Span.Start) != quotation.Block) return start;
        for (var i = first; i <= before; i++)
            if (words.Form(i) is ['"' or '“' or '”', ..] or ":" || IsCue(i)) return start;
        return words[first].Span.Start;
    }

    // Koo said, “We have three weeks to go” until the vote.
    private TextSpan OverTail(Quotation quotation)
    {
        var first = words.FirstAt(quotation.Span.End);
        if (first >= words.Count || words[first].Span.Start - quotation.Span.End > 1 || !lexicon.Is(CueWordRole.Continues, words.Form(first))) return quotation.Span;
        var end = words.WordsOf(words.Sentence(first)).End;
        var i = first;
        for (; i < end && !words.IsPunctuation(i); i++)
            if (i - first > LongestTail || IsCue(i)) return quotation.Span;
        return new(quotation.Span.Start, words[i - 1].Span.End);
    }

    private bool IsCue(int word) => words[word].Upos is Upos.Verb && CueVerbs.Entries(words, lexicon, word).Any(e => e.TakesQuote);
}
