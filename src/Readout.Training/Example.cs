using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>What a head should say for each position: a sparse distribution per position; empty where nothing is known.</summary>
internal sealed class Targets
{
    private readonly List<ushort> classes = [];
    private readonly List<float> weights = [];
    private readonly List<int> starts = [0];

    public int Count => starts.Count - 1;

    /// <summary>Targets that are certain; -1 means unknown.</summary>
    public static Targets Of(IEnumerable<int> classes)
    {
        var targets = new Targets();
        foreach (var one in classes)
        {
            if (one >= 0) targets.Add(one, 1);
            targets.Next();
        }
        return targets;
    }

    public void Add(int one, float weight)
    {
        classes.Add((ushort)one);
        weights.Add(weight);
    }

    /// <summary>Ends the current position.</summary>
    public void Next() => starts.Add(classes.Count);

    public bool Known(int position) => starts[position + 1] > starts[position];

    public IEnumerable<(int Class, float Weight)> At(int position)
    {
        for (var i = starts[position]; i < starts[position + 1]; i++) yield return (classes[i], weights[i]);
    }

    /// <summary>The most probable class, or -1.</summary>
    public int Best(int position)
    {
        var best = -1;
        for (var i = starts[position]; i < starts[position + 1]; i++)
            if (best < 0 || weights[i] > weights[best]) best = i;
        return best < 0 ? -1 : classes[best];
    }

    /// <summary>Subtracts the targets from predicted probabilities and returns the cross-entropy.</summary>
    public double Subtract(int position, Span<float> probabilities)
    {
        double loss = 0;
        for (var i = starts[position]; i < starts[position + 1]; i++)
        {
            loss -= weights[i] * Math.Log(probabilities[classes[i]] + 1e-12);
        }
        for (var i = starts[position]; i < starts[position + 1]; i++) probabilities[classes[i]] -= weights[i];
        return loss;
    }
}

/// <summary>A sentence to learn from. Position 0 is the artificial root.</summary>
/// <param name="Types">Word types, rows of <see cref="WordTypes"/>.</param>
/// <param name="LabelHeads">The heads that relations are learned for.</param>
internal sealed record Example(string Id, int[] Types, Targets? Tags, Targets? Heads, Targets? Labels, int[]? LabelHeads, Targets? Names)
{
    public int Count => Types.Length;
}

/// <summary>Sentences that pass the network together.</summary>
internal sealed class Batch
{
    public Batch(IReadOnlyList<Example> examples)
    {
        Examples = examples;
        Starts = new int[examples.Count];
        for (var i = 0; i < examples.Count; i++)
        {
            Starts[i] = Count;
            Count += examples[i].Count;
        }
    }

    public IReadOnlyList<Example> Examples { get; }

    public int[] Starts { get; }

    public int Count { get; }

    public static IEnumerable<Batch> Cut(IEnumerable<Example> examples, int words)
    {
        var part = new List<Example>();
        var count = 0;
        foreach (var example in examples)
        {
            if (count + example.Count > words && part.Count > 0)
            {
                yield return new Batch(part.ToArray());
                part.Clear();
                count = 0;
            }
            part.Add(example);
            count += example.Count;
        }
        if (part.Count > 0) yield return new Batch(part);
    }
}

/// <summary>All word forms of the data with their features.</summary>
internal sealed class WordTypes(Func<string, WordFeatures> features)
{
    public const string Root = "<root>";
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<WordFeatures> all = [];

    public WordFeatures this[int type] => all[type];

    public int Of(string form)
    {
        if (index.TryGetValue(form, out var type)) return type;
        type = index[form] = all.Count;
        all.Add(features(form));
        return type;
    }
}
