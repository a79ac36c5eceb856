using Readout.Names;

namespace Readout.Training;

/// <summary>Exact spans and kinds of persons, organisations and locations.</summary>
internal readonly record struct NameScores(int Right, int Found, int Gold)
{
    public static NameScores Of(IEnumerable<Example> examples, Predictor predictor)
    {
        var sum = default(NameScores);
        foreach (var (example, prediction) in predictor.Predict(examples))
        {
            var gold = Spans([.. Enumerable.Range(0, example.Count).Select(i => Math.Max(0, example.Names!.Best(i)))]);
            var found = Spans(NameDecoder.Decode(prediction.Names));
            sum = new NameScores(sum.Right + gold.Intersect(found).Count(), sum.Found + found.Count, sum.Gold + gold.Count);
        }
        return sum;
    }

    private static List<Name> Spans(int[] tags) => [.. NameDecoder.Names(tags).Where(n => n.Kind != NameKind.Misc)];

    public override string ToString() => $"{2.0 * Right / Math.Max(1, Found + Gold):F4} (p {(double)Right / Math.Max(1, Found):F3} r {(double)Right / Math.Max(1, Gold):F3})";
}
