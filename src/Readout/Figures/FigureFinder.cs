using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Figures;

/// <summary>Finds counted quantities with what they count: "roughly 28,000 American soldiers", "$1.2 billion in aid".</summary>
internal sealed class FigureFinder(FigureKnowledge knowledge)
{
    /// <param name="text">The article's text.</param>
    /// <param name="parses">Its sentences.</param>
    /// <param name="times">Its time expressions: a number in a date or a duration counts nothing else.</param>
    /// <param name="cast">Who and what it names, for the states that the counted belong to and stand in.</param>
    public IReadOnlyList<Figure> Find(string text, IReadOnlyList<Parse> parses, IReadOnlyList<TimeExpression> times, Cast cast)
    {
        var figures = new List<Figure>();
        var words = new Words(text);
        var sentence = 0;
        foreach (var quantity in Quantity.Find(text, knowledge))
        {
            while (sentence < parses.Count && parses[sentence].Span.End < quantity.Span.End) sentence++;
            if (sentence == parses.Count) break;
            var parse = parses[sentence];
            if (!parse.Span.Contains(quantity.Span) || IsPartOfAnother(text, quantity) || times.Any(t => t.Span.Overlaps(quantity.Number))) continue;
            var states = knowledge.States(words, new TextSpan(quantity.Number.End, Math.Min(parse.Span.End, quantity.Number.End + 80)));
            var isAfterTime = times.Any(t => t.Span.End <= quantity.Span.Start && quantity.Span.Start - t.Span.End <= 2);
            if (new CountedPhrase(parse, quantity, states, knowledge) { IsAfterTime = isAfterTime }.Read() is { } counted)
                figures.Add(Figure(quantity, counted, new FigurePlaces(parse, sentence, states, cast, knowledge)));
        }
        return figures;
    }

    // F-16, 5-year, 3-1, 52-year-old, 1:30, 10.0.0.1: the number is a part of a name or a compound.
    private static bool IsPartOfAnother(string text, Quantity quantity)
    {
        var before = quantity.Number.Start > 0 ? text[quantity.Number.Start - 1] : ' ';
        var after = quantity.Number.End < text.Length ? text[quantity.Number.End] : ' ';
        return before is '-' or '/' or ':' or '#' or '.' || char.IsLetter(before) || after is '-' or '/' or ':' || char.IsLetterOrDigit(after);
    }

    private static Figure Figure(Quantity quantity, Counted counted, FigurePlaces places) =>
        new(quantity.Span.Cover(counted.Span), quantity.Value, counted.Unit, places.Of(counted), places.In(counted), quantity.Approximate, quantity.Why);
}
