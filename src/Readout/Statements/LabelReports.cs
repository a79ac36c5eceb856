using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Speech that the page's layout attributes: a quotation signed behind it
/// ("“...” — Jane Roe"), a headline ("Envoy: no talks this year") and text set off below "She added:".
/// </summary>
internal sealed class LabelReports(ArticleWords words, CueLexicon lexicon)
{
    private const int LongestLabel = 5;

    private static readonly Why Signature = new("signed quotation");
    private static readonly Why Headline = new("headline colon");
    private static readonly Why SetOff = new("set off by colon");

    public IEnumerable<Draft> Read()
    {
        for (var block = 0; block < words.Blocks.Count; block++)
        {
            if (Signed(block) is { } signed) yield return signed;
            if (block == 0 && FromHeadline() is { } headline) yield return headline;
            if (Below(block) is { } below) yield return below;
        }
    }

    // “...” ― Name at the end of its block.
    private Draft? Signed(int block)
    {
        var quotation = words.Quotations.LastOrDefault(q => q.Block == block && !q.Single);
        if (quotation.Span.IsEmpty || quotation.Span.Start > words.Blocks[block].Start + 1) return null;
        var dash = words.FirstAt(quotation.Span.End);
        var end = words.FirstAt(words.Blocks[block].End);
        if (dash >= end - 1 || words.Form(dash) is not ("―" or "—" or "–" or "-" or "--") || end - dash > 8 || words[dash + 1].Upos is not Upos.Propn) return null;
        return New(quotation.Span, new(dash + 1, end), dash, Signature);
    }

    private Draft? FromHeadline()
    {
        var range = words.WordsIn(words.Blocks[0]);
        for (var i = range.Start + 1; i < Math.Min(range.End - 3, range.Start + LongestLabel); i++)
        {
            if (!words.Is(i, ":")) continue;
            var label = new WordRange(range.Start, i);
            return IsName(label) || IsVoice(label) ? New(words.Span(new(i + 1, range.End)), label, i, Headline) : null;
        }
        return null;
    }

    private bool IsName(WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (words[i].Upos is not Upos.Propn && words[i].Xpos is not "POS") return false;
        return true;
    }

    // "Police: two held", "Poll: support falls".
    private bool IsVoice(WordRange range) =>
        lexicon.Is(CueWordRole.Voice, words[range.End - 1].Lemma) || lexicon.Anonymous.Contains(words[range.End - 1].Lemma);

    // "She added:" and below it text without marks, one block or the items of a list.
    private Draft? Below(int block)
    {
        if (block + 1 >= words.Blocks.Count) return null;
        var range = words.WordsIn(words.Blocks[block]);
        if (range.Count < 2 || !words.Is(range.End - 1, ":")) return null;
        if (words.Quotations.Any(q => q.Block == block + 1 && q.Span.Start <= words.Blocks[block + 1].Start + 1)) return null;
        var verb = LastCue(range);
        return verb < 0 ? null : Items(block, verb);
    }

    private int LastCue(WordRange range)
    {
        for (var i = range.End - 2; i >= Math.Max(range.Start, range.End - 12); i--)
            if (words[i].Upos is Upos.Verb) return CueVerbs.Entries(words, lexicon, i).Any(e => e.TakesQuote) ? i : -1;
        return -1;
    }

    private Draft Items(int block, int verb)
    {
        var content = new List<TextSpan> { words.Blocks[block + 1] };
        for (var next = block + 2; next < words.Blocks.Count && IsItem(block + 1) && IsItem(next); next++) content.Add(words.Blocks[next]);
        var entry = CueVerbs.Entries(words, lexicon, verb).First(e => e.TakesQuote);
        return new Draft { Content = content, Source = new SubjectFinder(words).Of(verb), Cue = words[verb].Span, CueWord = verb, Lemma = entry.Lemma, Act = entry.Act, Speech = true, Why = SetOff };
    }

    private bool IsItem(int block) => words.Blocks[block].Of(words.Text) is ['•' or '-' or '*' or '–' or '·' or '―', ..] or [>= '0' and <= '9', '.' or ')', ..];

    private Draft New(TextSpan content, WordRange source, int cue, Why why) => new()
    {
        Content = [content],
        Source = new SourceWords(words.Span(source), source.End - 1),
        Cue = words[cue].Span,
        CueWord = cue,
        Lemma = words.Form(cue).ToString(),
        Speech = true,
        Why = why,
    };
}
