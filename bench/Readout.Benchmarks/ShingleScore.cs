using System.Text.RegularExpressions;

namespace Readout.Benchmarks;

/// <summary>The measure of the article-extraction-benchmark (Scrapinghub 2019): multisets of four-word shingles, means over pages.</summary>
internal sealed partial class ShingleScore
{
    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];

    public double Precision => precisions.DefaultIfEmpty().Average();

    public double Recall => recalls.DefaultIfEmpty().Average();

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public void Add(string gold, string found)
    {
        var (wanted, got) = (Shingles(gold), Shingles(found));
        var both = wanted.Sum(w => Math.Min(w.Value, got.GetValueOrDefault(w.Key)));
        if (got.Count > 0) precisions.Add((double)both / got.Values.Sum());
        if (wanted.Count > 0) recalls.Add((double)both / wanted.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToArray();
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(words.Length > 0 ? 1 : 0, words.Length - 3); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(4));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
