using Readout.Syntax;

namespace Readout.Statements;

/// <summary>
/// Speech in transcripts: "MR PRICE: Good afternoon.", "President of Russia Vladimir Putin: ...", "QUESTION: ...", "Q  Thank you".
/// A turn runs over the blocks behind its label up to the next label.
/// </summary>
internal sealed class TranscriptTurns(ArticleWords words, CueLexicon lexicon)
{
    private const int LongestLabel = 14;

    // A speech with one label only has it close to the start of the page.
    private const int LastBlockOfSoleLabel = 4;

    private static readonly Why Turn = new("transcript turn");

    private readonly record struct Label(int Block, WordRange Source, int Colon, string Key, bool Capitals)
    {
        /// <summary>The first word of what is said; a bare "Q" has no colon.</summary>
        public int First => Colon + 1;
    }

    public IEnumerable<Draft> Read()
    {
        var labels = Accepted([.. Enumerable.Range(0, words.Blocks.Count).Select(LabelOf).OfType<Label>()]);
        for (var i = 0; i < labels.Count; i++)
        {
            var content = Content(labels[i], i + 1 < labels.Count ? labels[i + 1].Block : words.Blocks.Count);
            if (content.Count > 0) yield return Draft(labels[i], content);
        }
    }

    // Names that come back make a transcript; once it is one, those who speak a single time count too.
    private static List<Label> Accepted(List<Label> labels)
    {
        var times = labels.CountBy(l => l.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var capitals = labels.Count(l => l.Capitals);
        var sure = labels.Count(l => times[l.Key] > 1 || (l.Capitals && capitals > 1));
        if (sure >= 2) return labels.FindAll(l => times[l.Key] > 1 || l.Capitals || l.Source.Count > 1);
        return labels is [{ Capitals: true, Block: <= LastBlockOfSoleLabel, Source.Count: > 1 }] ? labels : [];
    }

    private Label? LabelOf(int block)
    {
        var range = words.WordsIn(words.Blocks[block]);
        var start = range.Start;
        while (start < range.End && words.IsPunctuation(start)) start++;
        if (start + 1 >= range.End) return null;
        if (words.Is(start, "Q") && char.IsUpper(words.Form(start + 1)[0])) return new Label(block, new(start, start + 1), start, "Q", true);
        for (var i = start; i < Math.Min(range.End, start + LongestLabel + 1); i++)
        {
            if (words.Is(i, ":")) return i > start ? Of(block, new(start, i), i) : null;
            if (words.Form(i) is ['"' or '“' or '?' or '!' or ';', ..]) return null;
        }
        return null;
    }

    private Label? Of(int block, WordRange range, int colon)
    {
        var source = range;
        for (var i = range.Start + 1; i < range.End; i++)
            if (words.Form(i) is "(" or "[") { source = new(range.Start, i); break; }
        var capitals = true;
        for (var i = source.Start; i < source.End; i++)
        {
            var form = words.Form(i);
            if (!char.IsUpper(form[0]) && words[i].Upos is not (Upos.Adp or Upos.Det or Upos.Cconj or Upos.Part or Upos.Punct)) return null;
            capitals &= IsCapitals(form);
        }
        return char.IsUpper(words.Form(source.End - 1)[0]) ? new Label(block, source, colon, words.Form(source.End - 1).ToString(), capitals) : null;
    }

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (char.IsLower(c)) return false;
        return true;
    }

    private List<TextSpan> Content(Label label, int until)
    {
        var content = new List<TextSpan>();
        for (var block = label.Block; block < until; block++)
        {
            var range = words.WordsIn(words.Blocks[block]);
            if (block == label.Block) range = new(label.First, range.End);
            if (range.IsEmpty) continue;
            // "* * *", "###": the speech is over.
            if (!HasWords(range)) break;
            content.Add(words.Span(range));
        }
        return content;
    }

    private bool HasWords(WordRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (!words.IsPunctuation(i)) return true;
        return false;
    }

    private Draft Draft(Label label, List<TextSpan> content) => new()
    {
        Content = content,
        Source = new SourceWords(words.Span(label.Source), label.Source.End - 1),
        Cue = words[label.Colon].Span,
        CueWord = label.Colon,
        Lemma = words.Form(label.Colon).ToString(),
        Act = lexicon.Is(CueWordRole.Questioner, label.Key) ? StatementAct.Ask : StatementAct.Assert,
        Speech = true,
        Verbatim = true,
        Why = Turn,
    };
}
