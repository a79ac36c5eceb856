using Readout.Loading;

namespace Readout.Events;

/// <summary>
/// How much each sign of a draft speaks for its being an event that a careful reader records: two logistic models whose weights
/// are fitted by <c>Readout.Training events</c> and stand, one a line, in <c>events/weights.tsv</c>.
/// The first picks among the readings of one clause, the second says whether the event is kept; a line through its log odds
/// (<c>scale</c>, <c>shift</c>) makes of them the share that was right in texts left out.
/// </summary>
internal sealed class Weights
{
    private readonly IReadOnlyDictionary<string, double> pick;
    private readonly IReadOnlyDictionary<string, double> keep;
    private readonly Dictionary<(string Stage, bool Alone), double> report = [];

    public Weights(KnowledgeTable table)
    {
        var (picks, keeps) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal));
        foreach (var row in table.Rows)
        {
            var weight = row.Number("weight") ?? throw row.Wrong("has no number for its weight");
            switch (row["stage"])
            {
                case "pick": picks[row["sign"]] = weight; break;
                case "keep": keeps[row["sign"]] = weight; break;
                case "threshold" or "scale" or "shift": report[(row["stage"], row["sign"] == "alone")] = weight; break;
                default: throw row.Wrong($"'{row["stage"]}' is no stage; expected pick, keep, threshold, scale or shift");
            }
        }
        (pick, keep) = (picks, keeps);
    }

    public Weights(IReadOnlyDictionary<string, double> pick, IReadOnlyDictionary<string, double> keep) => (this.pick, this.keep) = (pick, keep);

    /// <summary>A sentence or two by themselves were picked for what they tell.</summary>
    public static bool IsSentence(int sentences) => sentences <= 2;

    /// <summary>Events less sure than this (0 to 1) are not reported of a text of so many sentences.</summary>
    public double ThresholdOf(int sentences) => report.GetValueOrDefault(("threshold", IsSentence(sentences)));

    /// <summary>Probability, 0 to 1, that this reading of a clause is the right one.</summary>
    public double Pick(IReadOnlyList<string> signs) => Chance(pick, signs);

    /// <summary>Probability, 0 to 1, that a careful reader records the event, by the texts that the weights were fitted to.</summary>
    public double Keep(IReadOnlyList<string> signs) => Chance(keep, signs);

    /// <summary>The same as it held for texts left out of the fit: what is sure of the texts it has seen is less so of others.</summary>
    public double Confidence(IReadOnlyList<string> signs, int sentences)
    {
        var isAlone = IsSentence(sentences);
        return Logistic((report.GetValueOrDefault(("scale", isAlone), 1) * Sum(keep, signs)) + report.GetValueOrDefault(("shift", isAlone)));
    }

    private static double Chance(IReadOnlyDictionary<string, double> weights, IReadOnlyList<string> signs) => Logistic(Sum(weights, signs));

    private static double Sum(IReadOnlyDictionary<string, double> weights, IReadOnlyList<string> signs)
    {
        var sum = 0.0;
        foreach (var sign in signs) sum += weights.GetValueOrDefault(sign);
        return sum;
    }

    private static double Logistic(double odds) => 1 / (1 + Math.Exp(-odds));
}
