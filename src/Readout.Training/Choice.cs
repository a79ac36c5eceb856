namespace Readout.Training;

/// <summary>
/// Conditional logistic regression: of several readings of one clause, or none of them, which is right. Gaussian prior as in <see cref="Logistic"/>;
/// "none" has the score 0, so that the sum of a reading's weights is its log odds against it.
/// </summary>
internal static class Choice
{
    private const int Rounds = 250;
    private const double Step = 0.2;

    /// <param name="clauses">The readings of each clause; several of one clause may be right.</param>
    /// <param name="prior">Strength of the pull to zero, in samples.</param>
    public static Dictionary<string, double> Fit(IReadOnlyList<IReadOnlyList<Sample>> clauses, double prior)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sign in clauses.SelectMany(c => c).SelectMany(s => s.Signs)) index.TryAdd(sign, index.Count);
        var rows = clauses.Select(c => c.Select(s => (Signs: s.Signs.Select(sign => index[sign]).ToArray(), s.Right)).ToArray()).ToArray();
        var pull = index.OrderBy(i => i.Value).Select(i => prior * Logistic.Pull(i.Key)).ToArray();
        var (weights, slope) = (new double[index.Count], new double[index.Count]);
        var squares = Enumerable.Repeat(1e-6, index.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var w = 0; w < weights.Length; w++) slope[w] = -weights[w] * pull[w];
            foreach (var clause in rows) Add(clause, weights, slope);
            for (var w = 0; w < weights.Length; w++)
            {
                squares[w] += slope[w] * slope[w];
                weights[w] += Step * slope[w] / Math.Sqrt(squares[w]);
            }
        }
        return index.ToDictionary(i => i.Key, i => weights[i.Value], StringComparer.Ordinal);
    }

    // What the right readings (or none) should get, less what they get.
    private static void Add((int[] Signs, bool Right)[] clause, double[] weights, double[] slope)
    {
        var odds = clause.Select(r => Math.Exp(Math.Min(50, r.Signs.Sum(s => weights[s])))).ToArray();
        var (all, right) = (1 + odds.Sum(), clause.Zip(odds, (r, o) => r.Right ? o : 0).Sum());
        for (var i = 0; i < clause.Length; i++)
        {
            var miss = (clause[i].Right ? odds[i] / right : 0) - odds[i] / all;
            foreach (var sign in clause[i].Signs) slope[sign] += miss;
        }
    }
}
