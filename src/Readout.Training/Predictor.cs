using Readout.Names;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>What networks say about a sentence; position 0 is the artificial root.</summary>
internal sealed record Prediction(float[][] Tags, float[][] Names, float[][] Arcs, float[][] Labels, int[] Heads);

/// <summary>Averages the probabilities of one network or several that share a vocabulary.</summary>
internal sealed unsafe class Predictor(IReadOnlyList<Network> networks, Vocabulary vocabulary)
{
    private readonly ArcDecoder decoder = new();
    private readonly Matrix[] tops = [.. networks.Select(_ => new Matrix())];

    public IEnumerable<(Example Example, Prediction Prediction)> Predict(IEnumerable<Example> examples)
    {
        foreach (var batch in Batch.Cut(examples, 1500))
            foreach (var pair in batch.Examples.Zip(PredictBatch(batch))) yield return pair;
    }

    private Prediction[] PredictBatch(Batch batch)
    {
        var shares = 1f / networks.Count;
        var results = batch.Examples.Select(e => new Prediction(Rows(e.Count, vocabulary.Tags.Length), Rows(e.Count, NameTags.Count), Rows(e.Count, e.Count), Rows(e.Count, vocabulary.Shape.Labels), new int[e.Count])).ToArray();
        foreach (var (network, top) in networks.Zip(tops))
        {
            network.Encode(batch, vocabulary.Types, 0);
            top.CopyFrom(network.Top);
            network.Tags.Forward(network.Top);
            network.Tags.Normalise();
            network.Names.Forward(network.Top);
            network.Names.Normalise();
            network.Arcs.Forward(network.Top, 0);
            for (var s = 0; s < results.Length; s++)
            {
                Collect(network.Tags.Scores, batch.Starts[s], results[s].Tags, shares);
                Collect(network.Names.Scores, batch.Starts[s], results[s].Names, shares);
                var arcs = network.Arcs.Score(batch.Starts[s], batch.Examples[s].Count);
                for (var d = 1; d < arcs.Rows; d++) Elementwise.Softmax(arcs.Row(d), arcs.Rows);
                Collect(arcs, 0, results[s].Arcs, shares);
            }
        }
        foreach (var result in results) Decode(result);
        Label(batch, results, shares);
        return results;
    }

    private void Label(Batch batch, Prediction[] results, float share)
    {
        foreach (var (network, top) in networks.Zip(tops))
        {
            network.Labels.Forward(batch, top, s => results[s].Heads, 0);
            network.Labels.Normalise();
            for (var s = 0; s < results.Length; s++) Collect(network.Labels.Scores, batch.Starts[s], results[s].Labels, share);
        }
    }

    private void Decode(Prediction prediction)
    {
        var n = prediction.Heads.Length;
        var scores = new Matrix(n, n);
        for (var d = 1; d < n; d++)
            for (var h = 0; h < n; h++) scores.Row(d)[h] = MathF.Log(prediction.Arcs[d][h] + 1e-12f);
        decoder.Decode(scores.Data, n, n, prediction.Heads);
    }

    private static float[][] Rows(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new float[columns])];

    private static void Collect(Matrix from, int start, float[][] to, float share)
    {
        for (var i = 0; i < to.Length; i++)
            for (var j = 0; j < to[i].Length; j++) to[i][j] += from.Row(start + i)[j] * share;
    }
}

/// <summary>Shares of words right against gold examples.</summary>
internal readonly record struct TreeScores(int Words, int Tags, int Heads, int Both)
{
    public static TreeScores Of(IEnumerable<(Example Example, Prediction Prediction)> pairs, Vocabulary vocabulary)
    {
        var sum = default(TreeScores);
        foreach (var (example, prediction) in pairs)
            for (var i = 1; i < example.Count; i++) sum = sum.With(example, prediction, i, vocabulary);
        return sum;
    }

    private TreeScores With(Example example, Prediction prediction, int i, Vocabulary vocabulary)
    {
        var isHead = prediction.Heads[i] == example.LabelHeads![i];
        var label = Array.IndexOf(prediction.Labels[i], prediction.Labels[i].Max());
        var tag = Array.IndexOf(prediction.Tags[i], prediction.Tags[i].Max());
        var isTag = Upos(vocabulary, tag) == Upos(vocabulary, example.Tags!.Best(i));
        var isLabel = Universal(label) == Universal(example.Labels!.Best(i));
        return new TreeScores(Words + 1, Tags + (isTag ? 1 : 0), Heads + (isHead ? 1 : 0), Both + (isHead && isLabel ? 1 : 0));
    }

    private static string Upos(Vocabulary vocabulary, int tag) => tag < 0 ? "" : vocabulary.Tags[tag].Split('|')[0];

    private static string Universal(int label) => Syntax.UdText.Of((Syntax.Deprel)label).Split(':')[0];

    public override string ToString() => $"upos {(double)Tags / Words:F4} uas {(double)Heads / Words:F4} las {(double)Both / Words:F4}";
}
