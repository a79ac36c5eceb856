using Readout.Pages;
using Readout.Phrases;

namespace Readout.Time;

/// <summary>Finds time expressions and works out their values from the publication date, the tense and the dates before them.</summary>
internal sealed class TimeFinder(TimeKnowledge knowledge)
{
    private readonly PhraseGrammar grammar = knowledge.Grammar;
    private readonly TimeCategories categories = new(knowledge.Grammar.Lexicon);

    /// <summary>False for counts and words, which are only parts of findings.</summary>
    internal bool IsFinding(int category) => categories.IsFinding(category);

    /// <param name="text">The article's text.</param>
    /// <param name="blocks">Its blocks; no expression reaches from one into the next.</param>
    /// <param name="published">Publication date; without it, what depends on it has the value null.</param>
    /// <returns>Sorted, not overlapping.</returns>
    public IReadOnlyList<TimeExpression> Find(string text, IReadOnlyList<Block> blocks, DateOnly? published)
    {
        var tokens = PhraseTokenizer.Tokenize(text, [.. blocks.Select(b => b.Span.Start)], grammar.Lexicon);
        var chart = PhraseChart.Build(tokens, grammar, knowledge.Numbers);
        var chosen = categories.Choose(chart);
        var outcomes = new TimeResolver(chart, new TenseReader(grammar.Lexicon, text), published, chosen).ReadAll();
        var found = new List<TimeExpression>(chosen.Count);
        foreach (var (edge, outcome) in chosen.Zip(outcomes))
            if (categories.TypeOf(edge) is { } type) found.Add(new TimeExpression(chart.SpanOf(edge), type, outcome.Value, edge.Rule!.Why));
        return found;
    }
}
