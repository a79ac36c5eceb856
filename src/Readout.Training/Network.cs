using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Sizes of a network. Widths are multiples of 32.</summary>
internal sealed record NetworkShape(int Words, int Tags, int Labels, int Names)
{
    public int Embedding { get; init; } = 128;

    public int Width { get; init; } = 192;

    public int Layers { get; init; } = 4;

    public int ArcWidth { get; init; } = 128;

    public int LabelWidth { get; init; } = 128;
}

/// <summary>Losses of a step, summed over words.</summary>
internal readonly record struct Losses(double Tags, double Names, double Arcs, double Labels)
{
    public double Total => Tags + Names + Arcs + Labels;

    public static Losses operator +(Losses a, Losses b) => new(a.Tags + b.Tags, a.Names + b.Names, a.Arcs + b.Arcs, a.Labels + b.Labels);
}

/// <summary>The whole network with its backward pass. Not thread-safe.</summary>
internal sealed class Network
{
    private readonly List<Parameter> parameters = [];
    private readonly Random random;
    private readonly InputLayer input;
    private readonly SruLayer[] layers;
    private readonly Matrix[] hidden;
    private readonly Dropout topDropout;
    private readonly Matrix top = new(), dTop = new(), dOther = new();

    public Network(NetworkShape shape, Matrix vectors, int seed)
    {
        Shape = shape;
        random = new Random(seed);
        var stream = (ulong)seed * 1000 + 1;
        input = new InputLayer(shape, vectors, Create, stream);
        layers = [.. Enumerable.Range(0, shape.Layers).Select(i => new SruLayer(i, shape, Create, stream + 10 + (ulong)i))];
        hidden = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new Matrix())];
        topDropout = new Dropout(stream + 30);
        Tags = new ClassHead("tags", shape.Width, shape.Tags, Create);
        Names = new ClassHead("names", shape.Width, shape.Names, Create);
        Arcs = new ArcHead(shape, Create, stream + 40);
        Labels = new LabelHead(shape, shape.Labels, Create, stream + 50);
    }

    public NetworkShape Shape { get; }

    public IReadOnlyList<Parameter> Parameters => parameters;

    public ClassHead Tags { get; }

    public ClassHead Names { get; }

    public ArcHead Arcs { get; }

    public LabelHead Labels { get; }

    public Matrix Top => hidden[^1];

    private Parameter Create(string name, int rows, int columns, float scale, bool table)
    {
        var parameter = new Parameter(name, rows, columns, scale, random, table);
        parameters.Add(parameter);
        return parameter;
    }

    public void ClearLists()
    {
        var pieces = parameters.Single(p => p.Name == "pieces").Weight;
        for (var row = WordShape.PieceRows - WordShape.FlagRows; row < WordShape.PieceRows; row++) pieces.RowSpan(row).Clear();
    }

    /// <summary>A network that learns no names finds all kinds equally probable, so that it has no weight in an ensemble.</summary>
    public void ClearNames()
    {
        foreach (var parameter in parameters.Where(p => p.Name is "names" or "names.bias")) parameter.Weight.Clear();
    }

    public void Encode(Batch batch, WordTypes types, float dropout)
    {
        input.Forward(batch, types, hidden[0], dropout > 0);
        for (var i = 0; i < layers.Length; i++) layers[i].Forward(batch, hidden[i], hidden[i + 1], dropout);
    }

    /// <summary>Forward and backward over a batch; gradients are added to the parameters'.</summary>
    public Losses Learn(Batch batch, WordTypes types, float dropout, float headDropout)
    {
        Encode(batch, types, dropout);
        topDropout.Forward(Top, top, dropout);
        dTop.Resize(top.Rows, top.Columns).Clear();
        var losses = new Losses(
            Tags.Train(batch, top, dTop, e => e.Tags, 1),
            Names.Train(batch, top, dTop, e => e.Names, 1),
            Arcs.Train(batch, top, dTop, headDropout),
            Labels.Train(batch, top, dTop, headDropout));
        topDropout.Backward(dTop);
        var (d, other) = (dTop, dOther);
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            layers[i].Backward(batch, hidden[i], d, other);
            (d, other) = (other, d);
        }
        input.Backward(batch, d);
        return losses;
    }

    /// <summary>One step of Adam on all parameters; the gradient is divided by the words of the batch and limited in length.</summary>
    public void Update(float rate, int words, int step)
    {
        const double Limit = 2;
        var scale = 1f / words;
        var length = Math.Sqrt(parameters.Sum(p => p.SumOfSquares())) * scale;
        if (length > Limit) scale *= (float)(Limit / length);
        foreach (var parameter in parameters) parameter.Update(rate, scale, step);
    }
}
