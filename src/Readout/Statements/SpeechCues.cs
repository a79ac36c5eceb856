using Readout.Syntax;

namespace Readout.Statements;

/// <summary>A cue found beside a quotation, with the words that name its source where the tree did not tell.</summary>
internal readonly record struct SpeechCue(int Word, CueEntry Entry, SourceWords? Source);

/// <summary>
/// Finds who speaks a quotation by what stands directly before or behind it: "he said", "said Koo, an analyst", "Koo told
/// reporters". Works on the order of words first and uses the tree as evidence, since parsers err most on just these sentences.
/// </summary>
internal sealed class SpeechCues(ArticleWords words, CueLexicon lexicon)
{
    // A long subject with an office and an apposition: "said" may come this many words behind the quotation.
    private const int MaximumReach = 45;

    private readonly SubjectFinder subjects = new(words);

    /// <summary>The cue behind a position where a quotation ended, if the words there attribute it.</summary>
    public SpeechCue? Behind(int position)
    {
        var start = words.FirstAt(position);
        while (start < words.Count && words.IsPunctuation(start) && words.Form(start) is [',' or '-' or '–' or '—', ..]) start++;
        if (start >= words.Count) return null;
        var end = Math.Min(words.WordsOf(words.Sentence(start)).End, start + MaximumReach);
        if (words[start].Span.Start - position > 4) return null;
        // Some pages set every sentence as a block: the attribution then opens a block in lower case.
        if (words.BlockAt(position - 1) != words.BlockAt(words[start].Span.Start) && !char.IsLower(words.Form(start)[0])) return null;
        for (var i = start; i < end; i++)
        {
            if (i > start && IsQuoteMark(i)) return null;
            if (!IsFinite(i, start)) continue;
            if (QuoteEntry(i) is { } entry) return HasOwnContent(i, position) || OpensNext(i, start, position) ? null : i == start && NounAfter(i) is { } after ? new SpeechCue(i, entry, after) : Cue(i, entry, start);
            if (words[i].Deprel is Deprel.AclRelcl or Deprel.Acl || InsideRelative(i, start) || IsHyphenated(i)) continue;
            return null;
        }
        return null;
    }

    // “Never.” He also claimed that ...: the verb reports what follows it, not the quotation before it.
    private bool HasOwnContent(int verb, int position)
    {
        if (words.Is(verb + 1, "that") && words[verb + 1].Upos is Upos.Sconj) return true;
        if (words.Text[position - 1] is not '.' && words.Text[Math.Max(0, position - 2)] is not '.') return false;
        foreach (var child in words.Children(verb))
            if (child > verb && words[child].Deprel is Deprel.Ccomp && !words.Quotations.Any(q => q.Span.Contains(words[child].Span)) && !words.IsPunctuation(words.Subtree(child).Start) && !words.IsPunctuation(words.Subtree(child).Start - 1)) return true;
        return false;
    }

    // “The state falls apart.” He added, “It must not.”: the cue leads in what follows.
    private bool OpensNext(int verb, int start, int position)
    {
        if (!char.IsUpper(words.Form(start)[0]) || (words.Text[position - 1] is not '.' && words.Text[Math.Max(0, position - 2)] is not '.')) return false;
        for (var i = verb + 1; i < Math.Min(words.Count - 1, verb + 8); i++)
            if (words.Form(i) is "," or ":") return IsQuoteMark(i + 1);
        return false;
    }

    private bool IsHyphenated(int word) => words.Is(word + 1, "-") || words.Is(word - 1, "-");

    /// <summary>The cue before a position where a quotation begins: "Koo said:", "he told reporters, ", "said in a statement that".</summary>
    public SpeechCue? Before(int position)
    {
        var last = words.FirstAt(position) - 1;
        if (last < 0) return null;
        var first = words.FirstAt(position);
        var block = words.BlockAt(position);
        var sameBlock = words.BlockAt(words[last].Span.Start) == block;
        if (!sameBlock && !(words.Is(last, ":") && words.BlockAt(words[last].Span.Start) == block - 1)) return null;
        if (sameBlock && first < words.Count && words.Sentence(last) != words.Sentence(first) && !words.Is(last, ":") && !words.Is(last, ",")) return null;
        var (start, _) = words.WordsOf(words.Sentence(last));
        for (var i = last; i >= start; i--)
        {
            if (IsQuoteMark(i) && i < last) return null;
            if (!IsVerb(i)) continue;
            if (QuoteEntry(i) is { } entry) return Introduces(i, last) ? Cue(i, entry, i) : null;
            if (IsFinite(i, start) && words[i].Deprel is not Deprel.AclRelcl) return null;
        }
        return null;
    }

    public CueEntry? QuoteEntry(int word) => CueVerbs.Entries(words, lexicon, word).FirstOrDefault(e => e.TakesQuote);

    // Between the cue and the mark only an addressee, a time, a place may stand, and a comma or colon unless the mark follows at once.
    private bool Introduces(int verb, int last)
    {
        if (last == verb) return true;
        if (words.Is(last, ":") || words.Is(last, ",") || words.Is(last, "that")) return true;
        return last - verb <= 4;
    }

    private SpeechCue Cue(int verb, CueEntry entry, int start)
    {
        var source = subjects.Of(verb);
        if (source is null || words.FirstAt(source.Value.Span.Start) < start - MaximumReach) source = NounBeside(verb, start) ?? source;
        return new SpeechCue(verb, entry, source);
    }

    // “...,” said Koo, an analyst.
    private SourceWords? NounAfter(int verb)
    {
        var end = words.WordsOf(words.Sentence(verb)).End;
        var first = verb + 1;
        if (first >= end || words[first].Upos is not (Upos.Propn or Upos.Noun or Upos.Det or Upos.Pron or Upos.Adj or Upos.Num)) return null;
        var head = first;
        for (var up = words.Head(head); up > verb && up < end && words[up].Upos is Upos.Propn or Upos.Noun or Upos.Pron; up = words.Head(up)) head = up;
        var range = words.Subtree(head);
        range = new(first, Math.Max(first + 1, range.End));
        // "warned analyst Jane Roe": the name belongs to the noun before it.
        while (range.End < end && words[range.End].Upos is Upos.Propn) range = new(first, range.End + 1);
        while (range.Count > 1 && words.IsPunctuation(range.End - 1)) range = new(range.Start, range.End - 1);
        return new SourceWords(words.Span(range), head);
    }

    // Without help from the tree: the words before the verb, or those behind it up to the next comma.
    private SourceWords? NounBeside(int verb, int start)
    {
        var from = start;
        while (from < verb && (words.IsPunctuation(from) || words[from].Upos is Upos.Adv or Upos.Cconj or Upos.Sconj)) from++;
        var to = verb;
        while (to > from && words[to - 1].Upos is Upos.Aux or Upos.Adv or Upos.Part or Upos.Punct) to--;
        if (to > from) return new SourceWords(words.Span(new(from, to)), HeadOf(from, to));
        var end = words.WordsOf(words.Sentence(verb)).End;
        from = verb + 1;
        to = from;
        while (to < end && !words.IsPunctuation(to) && words[to].Upos is not (Upos.Adp or Upos.Sconj or Upos.Verb)) to++;
        return to > from ? new SourceWords(words.Span(new(from, to)), HeadOf(from, to)) : null;
    }

    private int HeadOf(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (words.Head(i) is var head && (head < from || head >= to)) return i;
        return to - 1;
    }

    private bool IsVerb(int word) => words[word].Xpos.StartsWith("VB", StringComparison.Ordinal) && words[word].Upos is Upos.Verb;

    private bool IsFinite(int word, int start)
    {
        if (!IsVerb(word)) return false;
        if (words[word].Xpos is "VBD" or "VBZ" or "VBP") return true;
        for (var i = word - 1; i >= start && i >= word - 4; i--)
        {
            if (words[i].Upos is Upos.Aux) return true;
            if (words[i].Upos is not (Upos.Adv or Upos.Part)) break;
        }
        return word == start && words[word].Xpos is "VBN";
    }

    private bool InsideRelative(int word, int start)
    {
        for (var i = word; i >= start; i = words.Head(i))
            if (words[i].Deprel is Deprel.AclRelcl) return true;
        return false;
    }

    private bool IsQuoteMark(int word) => words.Form(word) is ['"' or '“' or '”' or '«' or '»', ..] || words.Form(word) is "''" or "``";
}
