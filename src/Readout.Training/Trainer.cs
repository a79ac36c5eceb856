using System.Diagnostics;

namespace Readout.Training;

internal sealed record TrainingPlan
{
    public int Epochs { get; init; } = 14;

    public int BatchWords { get; init; } = 350;

    public float Rate { get; init; } = 0.002f;

    public float Dropout { get; init; } = 0.25f;

    public float HeadDropout { get; init; } = 0.15f;

    public int Seed { get; init; } = 7;
}

/// <summary>Trains a network: Adam, warm-up, then a linear decay. The same data, plan and processor give the same bytes.</summary>
internal sealed class Trainer(Network network, Vocabulary vocabulary, TrainingPlan plan, Action<string> log)
{
    private readonly Random random = new(plan.Seed);

    /// <param name="examples">What is learned from.</param>
    /// <param name="evaluate">Called after every few epochs with a line for the log.</param>
    public void Run(IReadOnlyList<Example> examples, Func<string> evaluate)
    {
        var clock = Stopwatch.StartNew();
        var steps = Batch.Cut(examples, plan.BatchWords).Count() * plan.Epochs;
        var step = 0;
        for (var epoch = 1; epoch <= plan.Epochs; epoch++)
        {
            var sum = default(Losses);
            var words = 0;
            foreach (var batch in Shuffled(examples))
            {
                sum += network.Learn(batch, vocabulary.Types, plan.Dropout, plan.HeadDropout);
                words += batch.Count;
                network.Update(RateAt(++step, steps), batch.Count, step);
            }
            var scores = epoch % 2 == 0 || epoch == plan.Epochs ? evaluate() : "";
            log($"epoch {epoch} tags {sum.Tags / words:F3} arcs {sum.Arcs / words:F3} labels {sum.Labels / words:F3} names {sum.Names / words:F4} {clock.Elapsed.TotalSeconds:F0} s {scores}");
        }
    }

    // Sentences of like length share a batch; the noise mixes them anew in every epoch.
    private Batch[] Shuffled(IReadOnlyList<Example> examples)
    {
        var batches = Batch.Cut(examples.OrderBy(e => e.Count * (0.8 + 0.4 * random.NextDouble())).ToArray(), plan.BatchWords).ToArray();
        random.Shuffle(batches);
        return batches;
    }

    private float RateAt(int step, int steps)
    {
        const float WarmUp = 200, Constant = 0.3f;
        var progress = Math.Min(1, (float)step / steps);
        return plan.Rate * Math.Min(1, step / WarmUp) * (progress < Constant ? 1 : (1 - progress) / (1 - Constant) + 0.01f);
    }
}
