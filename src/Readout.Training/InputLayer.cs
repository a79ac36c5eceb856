using System.Runtime.Intrinsics;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>
/// Word features to the first hidden layer: vector, word and pieces are summed, then one matrix gives each word's share in its left
/// neighbour, itself and its right neighbour. The shares depend on the word alone, so the reader computes them once per word type.
/// </summary>
internal sealed unsafe class InputLayer
{
    private readonly Parameter word, pieces, vector, vectorBias, window, windowBias;
    private readonly Linear vectorLinear, windowLinear;
    private readonly Matrix vectors;
    private readonly Dropout dropout;
    private readonly Matrix gathered = new(), sum = new(), active = new(), shares = new(), dShares = new(), dSum = new();
    private WordFeatures[] seen = [];
    private bool[] wordHidden = [];

    public InputLayer(NetworkShape shape, Matrix vectors, Func<string, int, int, float, bool, Parameter> create, ulong seed)
    {
        this.vectors = vectors;
        dropout = new Dropout(seed);
        word = create("word", shape.Words, shape.Embedding, 0.1f, true);
        pieces = create("pieces", WordShape.PieceRows, shape.Embedding, 0.1f, true);
        vector = create("vector", vectors.Columns, shape.Embedding, MathF.Sqrt(2f / (vectors.Columns + shape.Embedding)), false);
        vectorBias = create("vector.bias", 1, shape.Embedding, 0, false);
        window = create("window", shape.Embedding, 3 * shape.Width, MathF.Sqrt(2f / (shape.Embedding + shape.Width)), false);
        windowBias = create("window.bias", 1, shape.Width, 0, false);
        vectorLinear = new Linear(vector, vectorBias);
        windowLinear = new Linear(window, null);
    }

    public void Forward(Batch batch, WordTypes types, Matrix y, bool training)
    {
        Gather(batch, types, training);
        vectorLinear.Forward(gathered, sum);
        for (var t = 0; t < batch.Count; t++) AddTables(t);
        active.Resize(sum.Rows, sum.Columns);
        Elementwise.Leaky(sum.Data, active.Data, sum.Count);
        windowLinear.Forward(active, shares);
        Combine(batch, y);
    }

    private void Gather(Batch batch, WordTypes types, bool training)
    {
        if (seen.Length < batch.Count) (seen, wordHidden) = (new WordFeatures[batch.Count * 2], new bool[batch.Count * 2]);
        gathered.Resize(batch.Count, vectors.Columns);
        gathered.Clear();
        var t = 0;
        foreach (var example in batch.Examples)
            foreach (var type in example.Types)
            {
                var features = seen[t] = types[type];
                wordHidden[t] = training && dropout.Hit(0.2f);
                var vectorHidden = training && dropout.Hit(0.1f);
                if (features.Vector >= 0 && !vectorHidden) vectors.RowSpan(features.Vector).CopyTo(gathered.RowSpan(t));
                t++;
            }
    }

    private void AddTables(int t)
    {
        var features = seen[t];
        var x = sum.Row(t);
        Elementwise.Add(x, word.Weight.Row(wordHidden[t] ? 0 : features.Word), sum.Columns);
        foreach (var row in features.Pieces) Elementwise.Add(x, pieces.Weight.Row(row), sum.Columns);
        foreach (var row in features.Grams) Elementwise.AddScaled(x, features.GramWeight, pieces.Weight.Row(row), sum.Columns);
    }

    private void Combine(Batch batch, Matrix y)
    {
        var width = shares.Columns / 3;
        y.Resize(batch.Count, width);
        for (var s = 0; s < batch.Examples.Count; s++)
            for (int i = 0, n = batch.Examples[s].Count; i < n; i++)
            {
                var t = batch.Starts[s] + i;
                windowBias.Weight.All.CopyTo(y.RowSpan(t));
                Elementwise.Add(y.Row(t), shares.Row(t) + width, width);
                if (i > 0) Elementwise.Add(y.Row(t), shares.Row(t - 1), width);
                if (i < n - 1) Elementwise.Add(y.Row(t), shares.Row(t + 1) + 2 * width, width);
            }
    }

    public void Backward(Batch batch, Matrix dy)
    {
        SpreadBack(batch, dy);
        windowLinear.Backward(active, dShares, dSum);
        Gradients.Leaky(sum, dSum);
        vectorLinear.Backward(gathered, dSum, null);
        for (var t = 0; t < batch.Count; t++)
        {
            var features = seen[t];
            Elementwise.Add(word.Touch(wordHidden[t] ? 0 : features.Word), dSum.Row(t), dSum.Columns);
            foreach (var row in features.Pieces) Elementwise.Add(pieces.Touch(row), dSum.Row(t), dSum.Columns);
            foreach (var row in features.Grams) Elementwise.AddScaled(pieces.Touch(row), features.GramWeight, dSum.Row(t), dSum.Columns);
        }
    }

    private void SpreadBack(Batch batch, Matrix dy)
    {
        var width = dy.Columns;
        dShares.Resize(batch.Count, 3 * width);
        dShares.Clear();
        for (var s = 0; s < batch.Examples.Count; s++)
            for (int i = 0, n = batch.Examples[s].Count; i < n; i++)
            {
                var t = batch.Starts[s] + i;
                Elementwise.Add(windowBias.Gradient.Data, dy.Row(t), width);
                Elementwise.Add(dShares.Row(t) + width, dy.Row(t), width);
                if (i > 0) Elementwise.Add(dShares.Row(t - 1), dy.Row(t), width);
                if (i < n - 1) Elementwise.Add(dShares.Row(t + 1) + 2 * width, dy.Row(t), width);
            }
    }
}

/// <summary>Backward steps of element-wise functions.</summary>
internal static unsafe class Gradients
{
    public static void Leaky(Matrix x, Matrix dy)
    {
        for (var i = 0; i < dy.Count; i += 8)
        {
            var isPositive = Vector256.GreaterThan(Vector256.Load(x.Data + i), Vector256<float>.Zero);
            var gradient = Vector256.Load(dy.Data + i);
            Vector256.ConditionalSelect(isPositive, gradient, gradient * 0.1f).Store(dy.Data + i);
        }
    }

    /// <summary>Scores become probabilities minus targets; returns the loss. Unknown positions and padding become zero.</summary>
    public static double CrossEntropy(Span<float> scores, int count, Targets? targets, int position)
    {
        if (targets is null || !targets.Known(position))
        {
            scores.Clear();
            return 0;
        }
        fixed (float* data = scores) Elementwise.Softmax(data, count);
        scores[count..].Clear();
        return targets.Subtract(position, scores);
    }
}
