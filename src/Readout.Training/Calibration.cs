namespace Readout.Training;

/// <summary>Which drafts are reported, and how sure they are: a line through the log odds of a model, fitted to texts left out of its fit (Platt's method).</summary>
/// <param name="Threshold">The least confidence, 0 to 1, that is reported.</param>
internal sealed record Calibration(double Threshold, double Scale = 1, double Shift = 0)
{
    private const int Rounds = 50;
    private const double Least = 1e-6;

    /// <summary>The line that makes the chances of texts left out the shares that were right.</summary>
    public static Calibration Fit(IReadOnlyList<(double Chance, bool Right)> tried)
    {
        var (scale, shift) = (1.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            double slopeScale = 0, slopeShift = 0, aa = Least, ab = 0, bb = Least;
            foreach (var (chance, right) in tried)
            {
                var odds = Odds(chance);
                var p = 1 / (1 + Math.Exp(-((scale * odds) + shift)));
                var (miss, bend) = ((right ? 1 : 0) - p, p * (1 - p));
                (slopeScale, slopeShift) = (slopeScale + (miss * odds), slopeShift + miss);
                (aa, ab, bb) = (aa + (bend * odds * odds), ab + (bend * odds), bb + bend);
            }
            var determinant = (aa * bb) - (ab * ab);
            scale += ((bb * slopeScale) - (ab * slopeShift)) / determinant;
            shift += ((aa * slopeShift) - (ab * slopeScale)) / determinant;
        }
        return new Calibration(0, Math.Round(scale, 2), Math.Round(shift, 2));
    }

    /// <summary>A model's chance as confidence.</summary>
    public double Of(double chance) => 1 / (1 + Math.Exp(-((Scale * Odds(chance)) + Shift)));

    private static double Odds(double chance) => Math.Log(Math.Max(Least, chance) / Math.Max(Least, 1 - chance));
}
