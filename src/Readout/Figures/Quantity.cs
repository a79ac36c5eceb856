using System.Globalization;
using Readout.Phrases;

namespace Readout.Figures;

/// <summary>A number in the text, with the words that make it rough and the currency mark before it.</summary>
/// <param name="Number">The number without those words.</param>
internal sealed record Quantity(TextSpan Span, TextSpan Number, decimal Value, bool Approximate, string? Currency, Why Why)
{
    /// <summary>All quantities of a text, sorted, the longest where several overlap.</summary>
    public static List<Quantity> Find(string text, FigureKnowledge knowledge)
    {
        var lexicon = knowledge.Grammar.Lexicon;
        int quantity = lexicon.Id("quantity"), money = lexicon.Id("money"), rough = lexicon.Id("rough"), digits = lexicon.Id("number");
        var chart = PhraseChart.Build(PhraseTokenizer.Tokenize(text, [], lexicon), knowledge.Grammar, knowledge.Numbers);
        var edges = chart.Edges.Where(e => e.Rule is { Stage: > 0 } && (e.Category == quantity || e.Category == money)).ToList();
        edges.Sort((x, y) => x.Start != y.Start ? x.Start.CompareTo(y.Start) : y.End.CompareTo(x.End));
        var found = new List<Quantity>();
        var end = 0;
        foreach (var edge in edges)
        {
            if (edge.Start < end) continue;
            end = edge.End;
            var number = edge.Captures.LastOrDefault(c => c is not null && c.Category == digits);
            var currency = edge.Captures.FirstOrDefault(c => c is not null && c.Category == money)?.Value;
            if (ValueOf(edge) is { } value)
                found.Add(new(chart.SpanOf(edge), number is null ? chart.SpanOf(edge) : chart.SpanOf(number), value, edge.Grain == rough, currency, edge.Rule!.Why));
        }
        return found;
    }

    // In "2 to 3 million" the scale belongs to both numbers; in "500 to 1,000" each stands for itself.
    private static decimal? Lower(PhraseEdge lower, PhraseEdge upper)
    {
        if (upper.End - upper.Start < 2 || lower.Number >= 1000) return lower.Number;
        var scale = 1m;
        while (upper.Number >= scale * 1000) scale *= 1000;
        return lower.Number * scale;
    }

    // Drops the zeros that a product carries: 1.2 * 1,000,000,000 is 1200000000, not 1200000000.0.
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    private static decimal? ValueOf(PhraseEdge edge)
    {
        var argument = edge.Rule!.Formula.Arguments[0];
        if (edge.Rule.Formula.Operation == "range") return Plain(Lower(edge.Captures[argument.Slot]!, edge.Captures[edge.Rule.Formula.Arguments[1].Slot]!));
        return argument.Constant is { } constant ? decimal.Parse(constant, CultureInfo.InvariantCulture) : Plain(edge.Captures[argument.Slot]?.Number);
    }
}
