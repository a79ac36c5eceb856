namespace Readout.Statements;

/// <summary>Brings the edges of content to where a reader would set them: no stray commas, whole quotations.</summary>
internal sealed class ContentTrimmer(ArticleWords words)
{
    /// <summary>Null when nothing is left.</summary>
    /// <param name="cue">The head word of the cue: a quotation that holds it is not completed.</param>
    public TextSpan? Trim(WordRange range, int cue)
    {
        int start = range.Start, end = CutAtNewSpeech(range);
        while (start < end && words.IsPunctuation(start) && !OpensAt(start)) start++;
        while (end > start && words.IsPunctuation(end - 1) && !ClosesAt(end - 1)) end--;
        if (start >= end) return null;
        return Complete(words.Span(new(start, end)), cue);
    }

    // Splitters miss the end of a sentence before a quotation: what is spoken anew is no part of the report before it.
    private int CutAtNewSpeech(WordRange range)
    {
        for (var i = range.Start + 2; i < range.End; i++)
            if (words.Form(i - 1) is "." or "?" or "!" && OpensAt(i) && char.IsWhiteSpace(words.Text[words[i].Span.Start - 1])) return i;
        return range.End;
    }

    /// <summary>A quotation is in the content with all its marks and sentences, or not at all.</summary>
    private TextSpan Complete(TextSpan span, int cue)
    {
        var at = cue >= 0 ? words[cue].Span.Start : -1;
        foreach (var quotation in words.Quotations)
        {
            if (!quotation.Span.Overlaps(span) || quotation.Span.Contains(at)) continue;
            if (span.Contains(quotation.Inner) || quotation.Inner.Contains(span.Start)) span = span.Cover(quotation.Span);
            else if (span.Contains(quotation.Inner.Start) && !quotation.Single) span = span.Cover(quotation.Span);
        }
        return span;
    }

    private bool OpensAt(int word) => words.Quotations.Any(q => q.Span.Start == words[word].Span.Start && q.Inner.Start > q.Span.Start);

    private bool ClosesAt(int word) => words.Quotations.Any(q => q.Span.End == words[word].Span.End && q.Inner.End < q.Span.End);
}
