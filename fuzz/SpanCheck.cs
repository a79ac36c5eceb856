using Readout.Pages;

namespace Readout.Fuzz;

/// <summary>Whether all spans of a reading are slices of its article; throws where one is not.</summary>
internal static class SpanCheck
{
    public static void Of(Article article)
    {
        var last = 0;
        foreach (var block in article.Blocks)
        {
            Within(article.Text, block.Span, "a block");
            if (block.Span.Start < last) throw new InvalidOperationException($"a block at {block.Span} begins before the end of the one before it");
            last = block.Span.End;
        }
    }

    public static void Of(Reading reading)
    {
        Of(reading.Article);
        foreach (var (span, what) in Spans(reading)) Within(reading.Article.Text, span, what);
    }

    /// <summary>Every span of every finding, with what it belongs to.</summary>
    public static IEnumerable<(TextSpan Span, string What)> Spans(Reading reading)
    {
        foreach (var s in reading.Sentences) yield return (s, "a sentence");
        foreach (var m in reading.Entities.SelectMany(e => e.Mentions)) yield return (m.Span, "a mention");
        foreach (var t in reading.Times) yield return (t.Span, "a time");
        foreach (var f in reading.Figures) yield return (f.Span, "a figure");
        foreach (var w in reading.Wording) yield return (w.Span, "a wording");
        foreach (var s in reading.Statements.SelectMany(s => s.Content.Concat(Given(s.Source, s.Cue?.Span)))) yield return (s, "a statement");
        foreach (var s in reading.Events.SelectMany(e => e.AlsoAt.Prepend(e.Evidence))) yield return (s, "an event");
        foreach (var s in reading.Positions.SelectMany(p => Given(p.Evidence, p.Condition))) yield return (s, "a position");
        foreach (var s in reading.Agreements.SelectMany(a => Given(a.Evidence, a.Subject))) yield return (s, "an agreement");
        foreach (var m in reading.Meetings) yield return (m.Evidence, "a meeting");
        foreach (var s in reading.Doubts.SelectMany(d => Given(d.Span))) yield return (s, "a doubt");
    }

    private static IEnumerable<TextSpan> Given(params TextSpan?[] spans) => spans.OfType<TextSpan>();

    private static void Within(string text, TextSpan span, string what)
    {
        if (span.Start < 0 || span.End > text.Length || span.End <= span.Start) throw new InvalidOperationException($"{what} at {span} is no slice of the article, which has {text.Length} characters");
    }
}
