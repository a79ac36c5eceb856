namespace Readout.Training;

/// <summary>What a draft shows, and whether it is right.</summary>
internal sealed record Sample(IReadOnlyList<string> Signs, bool Right);

/// <summary>Logistic regression over named signs with a Gaussian prior; full batch, so that the same samples give the same weights.</summary>
internal static class Logistic
{
    private const int Rounds = 300;
    private const double Step = 0.2;

    /// <param name="samples">What to learn from.</param>
    /// <param name="prior">Strength of the pull to zero, in samples; names of rules are pulled twice as hard.</param>
    public static Dictionary<string, double> Fit(IReadOnlyList<Sample> samples, double prior)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sign in samples.SelectMany(s => s.Signs)) index.TryAdd(sign, index.Count);
        var rows = samples.Select(s => s.Signs.Select(sign => index[sign]).ToArray()).ToArray();
        var pull = index.OrderBy(i => i.Value).Select(i => prior * Pull(i.Key)).ToArray();
        var weights = new double[index.Count];
        var squares = Enumerable.Repeat(1e-6, index.Count).ToArray();
        for (var round = 0; round < Rounds; round++) Climb(samples, rows, pull, weights, squares);
        return index.ToDictionary(i => i.Key, i => weights[i.Value], StringComparer.Ordinal);
    }

    private static void Climb(IReadOnlyList<Sample> samples, int[][] rows, double[] pull, double[] weights, double[] squares)
    {
        var slope = new double[weights.Length];
        for (var w = 0; w < weights.Length; w++) slope[w] = -weights[w] * pull[w];
        for (var i = 0; i < rows.Length; i++)
        {
            var sum = 0.0;
            foreach (var sign in rows[i]) sum += weights[sign];
            var miss = (samples[i].Right ? 1 : 0) - 1 / (1 + Math.Exp(-sum));
            foreach (var sign in rows[i]) slope[sign] += miss;
        }
        for (var w = 0; w < weights.Length; w++)
        {
            squares[w] += slope[w] * slope[w];
            weights[w] += Step * slope[w] / Math.Sqrt(squares[w]);
        }
    }

    internal static double Pull(string sign) => sign == "any" ? 0.1 : sign.StartsWith("rule:", StringComparison.Ordinal) ? 2 : 1;
}
