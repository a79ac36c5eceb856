using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Syntax.Network;

/// <summary>One network's way over a batch of sentences, in buffers of its own. What the heads need of it stays until the next.</summary>
internal sealed unsafe class NetworkPass(NetworkWeights weights, WordCache cache, int network)
{
    private readonly Matrix first = new(), second = new(), product = new(), dependent = new(), head = new(), query = new();
    private readonly Matrix labelDependent = new(), labelHead = new();
    private readonly Quantised quantised = new();
    private IReadOnlyList<int> starts = [], types = [];

    private int Count => types.Count;

    /// <summary>Runs the recurrent layers and what the heads share.</summary>
    /// <param name="sentences">Where each sentence starts.</param>
    /// <param name="words">The word type of each position.</param>
    public void Encode(IReadOnlyList<int> sentences, IReadOnlyList<int> words)
    {
        (starts, types) = (sentences, words);
        Combine();
        var (x, y) = (first, second);
        foreach (var layer in weights.Recurrent)
        {
            Recur(layer, x, y);
            (x, y) = (y, x);
        }
        quantised.From(x);
        Project(weights.ArcHead, head);
        weights.LabelDependent.Apply(quantised, labelDependent);
        weights.LabelHead.Apply(quantised, labelHead);
    }

    private void Project(Layer layer, Matrix result)
    {
        layer.Apply(quantised, result);
        Elementwise.Leaky(result.Data, result.Data, result.Count);
    }

    /// <summary>Scores of tags and names; the first network writes, the others add.</summary>
    public void ScoreWords(Matrix tags, Matrix names, bool add)
    {
        weights.Tags.Apply(quantised, tags, add);
        weights.Names.Apply(quantised, names, add);
        Project(weights.ArcDependent, dependent);
        weights.ArcBilinear.Apply(quantised.From(dependent), query);
    }

    /// <summary>Scores of the arcs of one sentence.</summary>
    public void ScoreArcs(int start, int n, Matrix packed, Matrix arcs, bool add)
    {
        packed.Resize(head.Columns, Gemm.Padded(n));
        Gemm.PackTransposed(head.Row(start), head.Columns, head.Columns, n, packed.Data);
        if (!add) arcs.Resize(n, Gemm.Padded(n));
        Gemm.Multiply(query.Row(start), query.Columns, n, query.Columns, packed.Data, n, arcs.Data, arcs.Columns, add);
        var distances = weights.ArcDistances.Data;
        for (var d = 1; d < n; d++)
        {
            var row = arcs.Row(d);
            for (var h = 0; h < n; h++) row[h] += distances[ArcDistance.Bucket(d, h)];
        }
    }

    /// <summary>Scores of the relations to the heads that were chosen, each counted from its sentence's start.</summary>
    public void ScoreLabels(ReadOnlySpan<int> heads, Matrix labels, bool add)
    {
        for (var s = 0; s < starts.Count; s++)
            for (int t = starts[s] + 1, end = End(s); t < end; t++)
                Elementwise.Add(labelDependent.Row(t), labelHead.Row(starts[s] + heads[t]), labelDependent.Columns);
        Elementwise.Leaky(labelDependent.Data, labelDependent.Data, labelDependent.Count);
        weights.LabelOutput.Apply(quantised.From(labelDependent), labels, add);
    }

    private int End(int sentence) => sentence + 1 < starts.Count ? starts[sentence + 1] : Count;

    private void Combine()
    {
        var width = weights.WindowBias.Columns;
        first.Resize(Count, width);
        for (var s = 0; s < starts.Count; s++)
            for (int t = starts[s], end = End(s); t < end; t++)
            {
                var left = t > starts[s] ? cache.Shares(network, types[t - 1]) : null;
                var right = t < end - 1 ? cache.Shares(network, types[t + 1]) + 2 * width : null;
                CombineRow(first.Row(t), left, cache.Shares(network, types[t]) + width, right, width);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CombineRow(float* y, float* left, float* centre, float* right, int width)
    {
        for (var i = 0; i < width; i += 8)
        {
            var sum = Vector256.Load(weights.WindowBias.Data + i) + Vector256.Load(centre + i);
            if (left != null) sum += Vector256.Load(left + i);
            if (right != null) sum += Vector256.Load(right + i);
            sum.Store(y + i);
        }
    }

    private void Recur(Layer layer, Matrix x, Matrix y)
    {
        layer.Apply(quantised.From(x), product);
        y.Resize(x.Rows, x.Columns);
        var half = x.Columns / 2;
        float* state = stackalloc float[half];
        for (var s = 0; s < starts.Count; s++)
        {
            var (start, end) = (starts[s], End(s));
            new Span<float>(state, half).Clear();
            for (var t = start; t < end; t++) RecurRow(product.Row(t), state, x.Row(t), y.Row(t), half);
            new Span<float>(state, half).Clear();
            for (var t = end - 1; t >= start; t--) RecurRow(product.Row(t) + 3 * half, state, x.Row(t) + half, y.Row(t) + half, half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RecurRow(float* row, float* state, float* x, float* y, int half)
    {
        var i = 0;
        for (; Vector512.IsHardwareAccelerated && i + 16 <= half; i += 16)
        {
            var u = Vector512.Load(row + i);
            var f = Elementwise.Sigmoid(Vector512.Load(row + half + i));
            var cell = Vector512.FusedMultiplyAdd(f, Vector512.Load(state + i) - u, u);
            cell.Store(state + i);
            var r = Elementwise.Sigmoid(Vector512.Load(row + 2 * half + i));
            var input = Vector512.Load(x + i);
            Vector512.FusedMultiplyAdd(r, Elementwise.Tanh(cell) - input, input).Store(y + i);
        }
        for (; i < half; i += 8)
        {
            var u = Vector256.Load(row + i);
            var f = Elementwise.Sigmoid(Vector256.Load(row + half + i));
            var cell = Vector256.FusedMultiplyAdd(f, Vector256.Load(state + i) - u, u);
            cell.Store(state + i);
            var r = Elementwise.Sigmoid(Vector256.Load(row + 2 * half + i));
            var input = Vector256.Load(x + i);
            Vector256.FusedMultiplyAdd(r, Elementwise.Tanh(cell) - input, input).Store(y + i);
        }
    }
}
