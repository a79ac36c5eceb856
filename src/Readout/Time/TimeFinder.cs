using Readout.Pages;
using Readout.Phrases;

namespace Readout.Time;

/// <summary>Finds time expressions and works out their values from the publication date, the tense and the dates before them.</summary>
public sealed class TimeFinder(TimeKnowledge knowledge)
{
    private readonly PhraseGrammar grammar = knowledge.Grammar;
    private readonly TimeCategories categories = new(knowledge.Grammar.Lexicon);

    /// <summary>The category of counts, which are only parts of findings.</summary>
    internal int Count => grammar.Lexicon.Id("count");

    /// <param name="text">The article's text.</param>
    /// <param name="blocks">Its blocks; no expression reaches from one into the next.</param>
    /// <param name="published">Publication date; without it, what depends on it has the value null.</param>
    /// <returns>Sorted, not overlapping.</returns>
    public IReadOnlyList<TimeExpression> Find(string text, IReadOnlyList<Block> blocks, DateOnly? published)
    {
        var tokens = PhraseTokenizer.Tokenize(text, [.. blocks.Select(b => b.Span.Start)], grammar.Lexicon);
        var chart = PhraseChart.Build(tokens, grammar, knowledge.Numbers);
        var chosen = categories.Choose(chart);
        var resolver = new TimeResolver(chart, new TenseReader(grammar.Lexicon, text), published, chosen);
        return [.. chosen.Where(e => categories.TypeOf(e) is not null).Select(e => new TimeExpression(chart.SpanOf(e), categories.TypeOf(e)!.Value, resolver.Read(e).Value, e.Rule!.Why))];
    }
}
