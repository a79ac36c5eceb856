using System.Runtime.Intrinsics;
using Readout.Names;

namespace Readout.Syntax.Network;

/// <summary>One thread's buffers for running the network. After <see cref="Run"/> the results stand by position; each sentence starts
/// with the artificial root.</summary>
internal sealed unsafe class Workspace
{
    private const string Root = "<root>";
    private readonly Weights weights;
    private readonly int nonRoot;
    private readonly ArcDecoder decoder = new();
    private readonly PunctuationHeads punctuation = new();
    private readonly Matrix first = new(), second = new(), product = new();
    private readonly Matrix tagScores = new(), nameScores = new(), dependent = new(), head = new(), query = new(), packed = new(), arcs = new(), markArcs = new();
    private readonly Matrix labelDependent = new(), labelHead = new(), labelScores = new();
    private readonly List<int> starts = [];
    private readonly List<int> types = [];
    private readonly bool[] isMark;
    private byte[] back = [];
    private Mark[] marks = [];

    /// <param name="weights">The network.</param>
    /// <param name="isMark">For each class of the tag head, whether it is punctuation.</param>
    /// <param name="labelCount">Relations.</param>
    public Workspace(Weights weights, bool[] isMark, int labelCount)
    {
        (this.weights, this.isMark, nonRoot) = (weights, isMark, labelCount);
        Cache = new WordCache(weights);
    }

    public WordCache Cache { get; }

    public Entries Entries { get; } = new();

    public int Count => types.Count;

    public int[] Tags { get; private set; } = [];

    public int[] Heads { get; private set; } = [];

    public int[] Labels { get; private set; } = [];

    public int[] NameTags { get; private set; } = [];

    public int TypeAt(int position) => types[position];

    public void Clear()
    {
        starts.Clear();
        types.Clear();
    }

    /// <summary>Begins a sentence; the words that are added next belong to it.</summary>
    public int Begin()
    {
        starts.Add(types.Count);
        types.Add(Cache.TypeOf(Root));
        return types.Count - 1;
    }

    public void Add(ReadOnlySpan<char> form) => types.Add(Cache.TypeOf(form));

    public void Run()
    {
        if (Tags.Length < Count) Grow(Count + Count / 2);
        Cache.Fill();
        Combine();
        var (x, y) = (first, second);
        foreach (var layer in weights.Recurrent)
        {
            Recur(layer, x, y);
            (x, y) = (y, x);
        }
        FindTags(x);
        FindNames(x);
        FindHeads(x);
        FindLabels(x);
    }

    private void Grow(int count)
    {
        (Tags, Heads, Labels, NameTags) = (new int[count], new int[count], new int[count], new int[count]);
        back = new byte[count * Names.NameTags.Count];
        marks = new Mark[count];
    }

    private int End(int sentence) => sentence + 1 < starts.Count ? starts[sentence + 1] : Count;

    private void Combine()
    {
        var width = weights.WindowBias.Columns;
        first.Resize(Count, width);
        for (var s = 0; s < starts.Count; s++)
            for (int t = starts[s], end = End(s); t < end; t++)
            {
                var left = t > starts[s] ? Cache.Shares(types[t - 1]) : null;
                var right = t < end - 1 ? Cache.Shares(types[t + 1]) + 2 * width : null;
                CombineRow(first.Row(t), left, Cache.Shares(types[t]) + width, right, width);
            }
    }

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
        layer.Apply(x, product);
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

    private void FindTags(Matrix top)
    {
        weights.Tags.Apply(top, tagScores);
        for (var t = 0; t < Count; t++) Tags[t] = Elementwise.IndexOfMax(tagScores.Row(t), isMark.Length);
    }

    private void FindNames(Matrix top)
    {
        weights.Names.Apply(top, nameScores);
        for (var s = 0; s < starts.Count; s++)
        {
            var (start, count) = (starts[s], End(s) - starts[s]);
            NameDecoder.Decode(new ReadOnlySpan<float>(nameScores.Row(start), count * nameScores.Columns), nameScores.Columns, NameTags.AsSpan(start, count), back);
        }
    }

    private void FindHeads(Matrix top)
    {
        weights.ArcDependent.Apply(top, dependent);
        Elementwise.Leaky(dependent.Data, dependent.Data, dependent.Count);
        weights.ArcHead.Apply(top, head);
        Elementwise.Leaky(head.Data, head.Data, head.Count);
        weights.ArcBilinear.Apply(dependent, query);
        for (var s = 0; s < starts.Count; s++) FindHeads(starts[s], End(s) - starts[s]);
    }

    private void FindHeads(int start, int n)
    {
        var width = head.Columns;
        packed.Resize(width, Gemm.Padded(n));
        Gemm.PackTransposed(head.Row(start), width, width, n, packed.Data);
        arcs.Resize(n, Gemm.Padded(n));
        Gemm.Multiply(query.Row(start), width, n, width, packed.Data, n, arcs.Data, arcs.Columns);
        for (var d = 1; d < n; d++)
        {
            var row = arcs.Row(d);
            for (var h = 0; h < n; h++) row[h] += weights.ArcDistances.Data[ArcDistance.Bucket(d, h)];
        }
        var hasMarks = FindMarks(start, n);
        decoder.Decode(arcs.Data, arcs.Columns, n, Heads.AsSpan(start, n));
        if (hasMarks) punctuation.Attach(marks.AsSpan(start, n), markArcs.Data, markArcs.Columns, Heads.AsSpan(start, n));
    }

    // Punctuation governs nothing and is no root, unless the sentence has nothing else. Its scores are kept: decoding overwrites them.
    private bool FindMarks(int start, int n)
    {
        var count = 0;
        for (var i = 1; i < n; i++)
        {
            marks[start + i] = isMark[Tags[start + i]] ? PunctuationHeads.MarkOf(Cache.Form(types[start + i])) : Mark.None;
            if (marks[start + i] != Mark.None) count++;
        }
        if (count == 0 || count == n - 1) return false;
        markArcs.Resize(n, arcs.Columns);
        for (var i = 1; i < n; i++)
        {
            if (marks[start + i] == Mark.None) continue;
            arcs.RowSpan(i).CopyTo(markArcs.RowSpan(i));
            arcs.Row(i)[0] = ArcDecoder.Never;
            for (var d = 1; d < n; d++) arcs.Row(d)[i] = ArcDecoder.Never;
        }
        return true;
    }

    private void FindLabels(Matrix top)
    {
        weights.LabelDependent.Apply(top, labelDependent);
        weights.LabelHead.Apply(top, labelHead);
        for (var s = 0; s < starts.Count; s++)
            for (int t = starts[s] + 1, end = End(s); t < end; t++)
                Elementwise.Add(labelDependent.Row(t), labelHead.Row(starts[s] + Heads[t]), labelDependent.Columns);
        Elementwise.Leaky(labelDependent.Data, labelDependent.Data, labelDependent.Count);
        weights.LabelOutput.Apply(labelDependent, labelScores);
        for (var t = 0; t < Count; t++)
        {
            var row = labelScores.Row(t);
            row[(int)Deprel.Root] = float.MinValue;
            Labels[t] = Heads[t] == 0 ? (int)Deprel.Root : Elementwise.IndexOfMax(row, nonRoot);
        }
    }
}
