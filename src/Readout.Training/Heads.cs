using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>One class per word from one matrix: tags, names.</summary>
internal sealed unsafe class ClassHead
{
    private readonly Linear linear;
    private readonly int classes;

    public ClassHead(string name, int width, int classes, Func<string, int, int, float, bool, Parameter> create)
    {
        this.classes = classes;
        var padded = Gemm.Padded(classes);
        linear = new Linear(create(name, width, padded, MathF.Sqrt(2f / (width + padded)), false), create(name + ".bias", 1, padded, 0, false));
    }

    public Matrix Scores { get; } = new();

    public void Forward(Matrix top) => linear.Forward(top, Scores);

    /// <summary>Turns scores to probabilities.</summary>
    public void Normalise()
    {
        for (var t = 0; t < Scores.Rows; t++) Elementwise.Softmax(Scores.Row(t), classes);
    }

    public double Train(Batch batch, Matrix top, Matrix dTop, Func<Example, Targets?> targets, float weight)
    {
        Forward(top);
        double loss = 0;
        for (var s = 0; s < batch.Examples.Count; s++)
            for (int i = 0, n = batch.Examples[s].Count; i < n; i++)
                loss += Gradients.CrossEntropy(Scores.RowSpan(batch.Starts[s] + i), classes, targets(batch.Examples[s]), i);
        if (weight != 1) System.Numerics.Tensors.TensorPrimitives.Multiply(Scores.All, weight, Scores.All);
        linear.Backward(top, Scores, dTop, add: true);
        return loss;
    }
}

/// <summary>Scores every word as head of every word: (U d + v) · h + bias of their distance.</summary>
internal sealed unsafe class ArcHead
{
    private readonly Linear toDependent, toHead, bilinear;
    private readonly Parameter distance;
    private readonly Dropout dependentDropout, headDropout;
    private readonly Matrix dependentRaw = new(), headRaw = new(), dependent = new(), head = new(), query = new(), scores = new();
    private readonly Matrix dQuery = new(), dHead = new(), dDependent = new(), packed = new();
    private readonly int width;

    public ArcHead(NetworkShape shape, Func<string, int, int, float, bool, Parameter> create, ulong seed)
    {
        width = shape.ArcWidth;
        var scale = MathF.Sqrt(2f / (shape.Width + width));
        toDependent = new Linear(create("arc.dependent", shape.Width, width, scale, false), create("arc.dependent.bias", 1, width, 0, false));
        toHead = new Linear(create("arc.head", shape.Width, width, scale, false), create("arc.head.bias", 1, width, 0, false));
        bilinear = new Linear(create("arc.bilinear", width, width, MathF.Sqrt(1f / width) * 0.5f, false), create("arc.bilinear.bias", 1, width, 0.01f, false));
        distance = create("arc.distance", 1, ArcDistance.Buckets, 0, false);
        (dependentDropout, headDropout) = (new Dropout(seed), new Dropout(seed + 1));
    }

    public void Forward(Matrix top, float share)
    {
        Project(toDependent, top, dependentRaw, dependent, dependentDropout, share);
        Project(toHead, top, headRaw, head, headDropout, share);
        bilinear.Forward(dependent, query);
    }

    private static void Project(Linear linear, Matrix top, Matrix raw, Matrix result, Dropout dropout, float share)
    {
        linear.Forward(top, raw);
        result.Resize(raw.Rows, raw.Columns);
        Elementwise.Leaky(raw.Data, result.Data, raw.Count);
        if (share > 0) dropout.Forward(result, result, share);
    }

    /// <summary>Scores of one sentence, n × n padded to whole panels: row d, column h. Row 0 is not used.</summary>
    public Matrix Score(int start, int n)
    {
        packed.Resize(width, Gemm.Padded(n));
        Gemm.PackTransposed(head.Row(start), width, width, n, packed.Data);
        scores.Resize(n, Gemm.Padded(n));
        Gemm.Multiply(query.Row(start), width, n, width, packed.Data, n, scores.Data, scores.Columns);
        for (var d = 1; d < n; d++)
        {
            for (var h = 0; h < n; h++) scores.Row(d)[h] += distance.Weight.Data[ArcDistance.Bucket(d, h)];
            scores.Row(d)[d] = -1e9f;
        }
        return scores;
    }

    public double Train(Batch batch, Matrix top, Matrix dTop, float share)
    {
        Forward(top, share);
        dQuery.Resize(top.Rows, width).Clear();
        dHead.Resize(top.Rows, width).Clear();
        double loss = 0;
        for (var s = 0; s < batch.Examples.Count; s++)
            if (batch.Examples[s].Heads is { } heads) loss += TrainSentence(heads, batch.Starts[s], batch.Examples[s].Count);
        bilinear.Backward(dependent, dQuery, dDependent);
        Back(toDependent, top, dependentRaw, dDependent, dependentDropout, share, dTop);
        Back(toHead, top, headRaw, dHead, headDropout, share, dTop);
        return loss;
    }

    private static void Back(Linear linear, Matrix top, Matrix raw, Matrix d, Dropout dropout, float share, Matrix dTop)
    {
        if (share > 0) dropout.Backward(d);
        Gradients.Leaky(raw, d);
        linear.Backward(top, d, dTop, add: true);
    }

    private double TrainSentence(Targets heads, int start, int n)
    {
        var gradient = Score(start, n);
        gradient.RowSpan(0).Clear();
        double loss = 0;
        for (var d = 1; d < n; d++)
        {
            loss += Gradients.CrossEntropy(gradient.RowSpan(d), n, heads, d);
            for (var h = 0; h < n; h++) distance.Gradient.Data[ArcDistance.Bucket(d, h)] += gradient.Row(d)[h];
        }
        packed.Resize(n, Gemm.Padded(width));
        Gemm.Pack(head.Row(start), width, n, width, packed.Data);
        Gemm.Multiply(gradient.Data, gradient.Columns, n, n, packed.Data, width, dQuery.Row(start), width);
        Gemm.Pack(query.Row(start), width, n, width, packed.Data);
        Gemm.AddTransposed(gradient.Data, gradient.Columns, n, n, packed.Data, width, dHead.Row(start), width);
        return loss;
    }
}

/// <summary>The relation of a word to its head, from both: leaky(A d + B h), then one matrix.</summary>
internal sealed unsafe class LabelHead
{
    private readonly Linear fromDependent, fromHead, output;
    private readonly Dropout dropout;
    private readonly Matrix dependent = new(), head = new(), raw = new(), active = new(), dRaw = new(), dHead = new();
    private readonly int classes;

    public LabelHead(NetworkShape shape, int classes, Func<string, int, int, float, bool, Parameter> create, ulong seed)
    {
        this.classes = classes;
        var scale = MathF.Sqrt(2f / (shape.Width + shape.LabelWidth));
        var padded = Gemm.Padded(classes);
        fromDependent = new Linear(create("label.dependent", shape.Width, shape.LabelWidth, scale, false), create("label.bias", 1, shape.LabelWidth, 0, false));
        fromHead = new Linear(create("label.head", shape.Width, shape.LabelWidth, scale, false), null);
        output = new Linear(create("label.output", shape.LabelWidth, padded, MathF.Sqrt(2f / (shape.LabelWidth + padded)), false), create("label.output.bias", 1, padded, 0, false));
        dropout = new Dropout(seed);
    }

    public Matrix Scores { get; } = new();

    public void Forward(Batch batch, Matrix top, Func<int, int[]?> heads, float share)
    {
        fromDependent.Forward(top, dependent);
        fromHead.Forward(top, head);
        raw.CopyFrom(dependent);
        ForHeads(batch, heads, (word, parent) => Elementwise.Add(raw.Row(word), head.Row(parent), raw.Columns));
        active.Resize(raw.Rows, raw.Columns);
        Elementwise.Leaky(raw.Data, active.Data, raw.Count);
        if (share > 0) dropout.Forward(active, active, share);
        output.Forward(active, Scores);
    }

    public void Normalise()
    {
        for (var t = 0; t < Scores.Rows; t++) Elementwise.Softmax(Scores.Row(t), classes);
    }

    public double Train(Batch batch, Matrix top, Matrix dTop, float share)
    {
        Func<int, int[]?> heads = s => batch.Examples[s].LabelHeads;
        Forward(batch, top, heads, share);
        double loss = 0;
        for (var s = 0; s < batch.Examples.Count; s++)
            for (int i = 0, n = batch.Examples[s].Count; i < n; i++)
                loss += Gradients.CrossEntropy(Scores.RowSpan(batch.Starts[s] + i), classes, batch.Examples[s].Labels, i);
        output.Backward(active, Scores, dRaw);
        if (share > 0) dropout.Backward(dRaw);
        Gradients.Leaky(raw, dRaw);
        dHead.Resize(top.Rows, raw.Columns).Clear();
        ForHeads(batch, heads, (word, parent) => Elementwise.Add(dHead.Row(parent), dRaw.Row(word), raw.Columns));
        fromDependent.Backward(top, dRaw, dTop, add: true);
        fromHead.Backward(top, dHead, dTop, add: true);
        return loss;
    }

    private static void ForHeads(Batch batch, Func<int, int[]?> heads, Action<int, int> act)
    {
        for (var s = 0; s < batch.Examples.Count; s++)
            if (heads(s) is { } parents)
                for (var i = 1; i < batch.Examples[s].Count; i++) act(batch.Starts[s] + i, batch.Starts[s] + parents[i]);
    }
}
