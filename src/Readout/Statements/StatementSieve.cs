using Readout.Syntax;

namespace Readout.Statements;

/// <summary>Keeps one statement per cue and per content, and leaves out what cannot stand beside a better one.</summary>
internal sealed class StatementSieve
{
    private readonly ArticleWords words;
    private readonly List<Draft> drafts;
    private readonly List<Draft> documents = [];
    private readonly HashSet<int> taken;

    public StatementSieve(ArticleWords words, List<Draft> speech)
    {
        this.words = words;
        drafts = speech;
        taken = [.. speech.Where(d => d.CueWord >= 0).Select(d => d.CueWord)];
    }

    public bool IsTaken(int word) => taken.Contains(word);

    public void Add(Draft draft)
    {
        if ((draft.Attitude && !QuotesWords(draft)) || drafts.Exists(d => Repeats(draft, d))) return;
        taken.Add(draft.CueWord);
        drafts.Add(draft);
    }

    /// <summary>A statement that is the whole text: others stand within it and remain.</summary>
    public void AddDocument(Draft draft) => documents.Add(draft);

    public IReadOnlyList<Draft> Drafts => drafts;

    /// <summary>Some content holds most of the span.</summary>
    public bool Covers(TextSpan span) => drafts.Exists(d => d.Content.Any(c => c.Overlaps(span) && Math.Min(c.End, span.End) - Math.Max(c.Start, span.Start) > span.Length / 2));

    public void Replace(Draft old, Draft draft) => drafts[drafts.IndexOf(old)] = draft;

    public IEnumerable<Draft> Kept() => documents.Concat(drafts.Where(d => !IsPartOfAnother(d))).OrderBy(d => d.Content.Min(c => c.Start)).ThenByDescending(d => d.Length);

    // "She said the minister hoped to ...": what a reported clause says of minds and words is its content. A report of a named
    // voice within it ("Koo says that Blinken said ...") is worth a statement of its own.
    private bool IsPartOfAnother(Draft draft)
    {
        if (draft.CueWord < 0 || draft.Speech) return false;
        var at = words[draft.CueWord].Span.Start;
        if (!drafts.Exists(d => d != draft && !(d.Length <= draft.Length && d.CueWord >= 0 && draft.Content.Any(c => c.Contains(words[d.CueWord].Span.Start))) && (!draft.Verbal || d.Verbal || d.Speech) && d.Content.Any(c => c.Contains(at)))) return false;
        return !draft.Verbal || draft.Source is not { } source || words[source.Head].Upos is not Upos.Propn;
    }

    // "rejected the plan" is an act, "rejected the “hostile” plan" reports words: marks show them.
    private bool QuotesWords(Draft draft) =>
        words.Quotations.Any(q => draft.Content.Any(c => c.Contains(q.Inner)) && words.WordsIn(q.Inner).Count >= 1);

    // The same words cannot be said twice: a second cue over the same content is a second view of the first.
    private static bool Repeats(Draft draft, Draft other)
    {
        var both = draft.Content.Sum(a => other.Content.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return both > 0.8 * Math.Max(draft.Length, other.Length);
    }
}
