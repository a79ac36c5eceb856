using Readout.Syntax;

namespace Readout.Training;

/// <summary>Fits the sentence ends: logistic regression with AdaGrad over the gaps that the tokenizer leaves.</summary>
internal sealed class BoundaryTrainer(Tokenizer tokenizer)
{
    private const int Epochs = 12, HeldOut = 10;
    private const float Rate = 0.2f, Decay = 2e-6f;
    private readonly float[] weights = new float[BoundaryModel.Buckets];
    private readonly float[] squares = new float[BoundaryModel.Buckets];
    private readonly double[] sums = new double[BoundaryModel.Buckets];

    /// <summary>Fits the weights; the threshold, which stands in the weight that every gap has, is the best on a tenth left out.</summary>
    public static float[] Train(Tokenizer tokenizer, IReadOnlyList<RawText> documents, int seed)
    {
        var trial = new BoundaryTrainer(tokenizer);
        var weights = trial.Fit(documents.Where((_, i) => i % HeldOut != 0), seed);
        var threshold = BestThreshold(weights, [.. documents.Where((_, i) => i % HeldOut == 0).SelectMany(trial.Gaps)]);
        var final = new BoundaryTrainer(tokenizer).Fit(documents, seed);
        final[BoundaryFeatures.Always] -= threshold;
        return final;
    }

    private float[] Fit(IEnumerable<RawText> documents, int seed)
    {
        var gaps = documents.SelectMany(Gaps).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(gaps);
            foreach (var (features, isEnd) in gaps) Learn(features, isEnd);
            // The mean over the later epochs is steadier than the last state.
            if (epoch >= Epochs / 3)
                for (var i = 0; i < sums.Length; i++) sums[i] += weights[i];
        }
        return [.. sums.Select(s => (float)(s / (Epochs - Epochs / 3)))];
    }

    // The score above which the most ends are right: F1 over all gaps.
    private static float BestThreshold(float[] weights, (int[] Features, bool IsEnd)[] gaps)
    {
        var sorted = gaps.Select(g => (Score: g.Features.Sum(f => weights[f]), g.IsEnd)).OrderByDescending(g => g.Score).ToArray();
        var ends = sorted.Count(g => g.IsEnd);
        var (right, best, threshold) = (0, 0.0, 0f);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].IsEnd) right++;
            var score = 2.0 * right / (i + 1 + ends);
            if (score > best) (best, threshold) = (score, sorted[i].Score - 1e-4f);
        }
        return threshold;
    }

    private IEnumerable<(int[] Features, bool IsEnd)> Gaps(RawText document)
    {
        var ends = document.Sentences.Select(s => s.End).ToHashSet();
        foreach (var block in document.Blocks)
        {
            var tokens = tokenizer.Tokens(document.Text, block).ToList();
            var start = 0;
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                var isEnd = ends.Contains(tokens[i].End);
                if (BoundaryModel.IsCandidate(document.Text, tokens, i))
                {
                    var features = new int[BoundaryFeatures.Count];
                    BoundaryFeatures.Of(document.Text, tokens, start, i, features);
                    yield return (features, isEnd);
                }
                if (isEnd) start = i + 1;
            }
        }
    }

    private void Learn(int[] features, bool isEnd)
    {
        var score = features.Sum(f => weights[f]);
        var gradient = 1 / (1 + MathF.Exp(-score)) - (isEnd ? 1 : 0);
        foreach (var feature in features)
        {
            var slope = gradient + Decay * weights[feature];
            squares[feature] += slope * slope;
            weights[feature] -= Rate * slope / (MathF.Sqrt(squares[feature]) + 1e-4f);
        }
    }
}

/// <summary>F1 of words and sentences on running text.</summary>
internal readonly record struct SplitScores(int WordsRight, int WordsFound, int Words, int EndsRight, int EndsFound, int Ends)
{
    public static SplitScores Of(IEnumerable<RawText> documents, Tokenizer tokenizer, BoundaryModel boundaries, Action<string>? error = null)
    {
        var splitter = new SentenceSplitter(tokenizer, boundaries);
        var sum = default(SplitScores);
        foreach (var document in documents)
        {
            var words = document.Blocks.SelectMany(b => tokenizer.Tokens(document.Text, b)).ToHashSet();
            var sentences = splitter.Split(document.Text, [.. document.Blocks.Select(b => new Pages.Block(Pages.BlockKind.Paragraph, b))]);
            sum = new SplitScores(
                sum.WordsRight + document.Words.Count(words.Contains), sum.WordsFound + words.Count, sum.Words + document.Words.Count,
                sum.EndsRight + document.Sentences.Intersect(sentences).Count(), sum.EndsFound + sentences.Length, sum.Ends + document.Sentences.Count);
            if (error is null) continue;
            foreach (var word in document.Words.Where(w => !words.Contains(w))) error($"word {Around(document.Text, word)}");
            var (found, gold) = (sentences.Select(s => s.End).ToHashSet(), document.Sentences.Select(s => s.End).ToHashSet());
            foreach (var end in found.Except(gold)) error($"end {Around(document.Text, new TextSpan(end - 1, end))}");
            foreach (var end in gold.Except(found)) error($"missed {Around(document.Text, new TextSpan(end - 1, end))}");
        }
        return sum;
    }

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 25)..span.Start]}[{span.In(text)}]{text[span.End..Math.Min(text.Length, span.End + 25)]}".Replace('\n', '|');

    public override string ToString() => $"words {2.0 * WordsRight / (WordsFound + Words):F4} sentences {2.0 * EndsRight / (EndsFound + Ends):F4}";
}
