namespace Readout.Syntax.Network;

/// <summary>A weight matrix, packed for products, with its bias.</summary>
internal sealed unsafe class Layer
{
    private readonly Matrix packed = new();
    private readonly Matrix? bias;

    public Layer(ModelFile file, string name, string? biasName)
    {
        var matrix = new Table(file[name]).ToMatrix();
        (Inputs, Outputs) = (matrix.Rows, matrix.Columns);
        packed.Resize(Inputs, Gemm.Padded(Outputs));
        Gemm.Pack(matrix.Data, Outputs, Inputs, Outputs, packed.Data);
        if (biasName is not null) bias = Bias(file, biasName);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public static Matrix Bias(ModelFile file, string name)
    {
        var values = file[name].As<float>();
        var matrix = new Matrix(1, values.Length);
        values.CopyTo(matrix.All);
        return matrix;
    }

    /// <summary>y = x W + b.</summary>
    public void Apply(Matrix x, Matrix y)
    {
        y.Resize(x.Rows, Outputs);
        if (bias is not null)
            for (var i = 0; i < y.Rows; i++) bias.All.CopyTo(y.RowSpan(i));
        Gemm.Multiply(x.Data, x.Columns, x.Rows, Inputs, packed.Data, Outputs, y.Data, Outputs, add: bias is not null);
    }
}

/// <summary>All weights of the network, shared by all threads.</summary>
internal sealed class Weights
{
    private readonly WordIndex words, vectorWords, lists;

    public Weights(ModelFile model, ModelFile vectors)
    {
        words = new WordIndex(model["word.index"]);
        lists = new WordIndex(model["lists.index"]);
        vectorWords = new WordIndex(vectors["vectors.index"]);
        Vectors = new Table(vectors["vectors"]);
        Words = new Table(model["word"]);
        Pieces = new Table(model["pieces"]);
        Vector = new Layer(model, "vector", "vector.bias");
        Window = new Layer(model, "window", null);
        WindowBias = Layer.Bias(model, "window.bias");
        Recurrent = [.. Enumerable.Range(0, model["shape"].As<int>()[0]).Select(i => new Layer(model, $"sru{i}", $"sru{i}.bias"))];
        Tags = new Layer(model, "tags", "tags.bias");
        Names = new Layer(model, "names", "names.bias");
        ArcDependent = new Layer(model, "arc.dependent", "arc.dependent.bias");
        ArcHead = new Layer(model, "arc.head", "arc.head.bias");
        ArcBilinear = new Layer(model, "arc.bilinear", "arc.bilinear.bias");
        ArcDistances = Layer.Bias(model, "arc.distance");
        LabelDependent = new Layer(model, "label.dependent", "label.bias");
        LabelHead = new Layer(model, "label.head", null);
        LabelOutput = new Layer(model, "label.output", "label.output.bias");
    }

    public Table Vectors { get; }

    public Table Words { get; }

    public Table Pieces { get; }

    public Layer Vector { get; }

    public Layer Window { get; }

    public Matrix WindowBias { get; }

    public IReadOnlyList<Layer> Recurrent { get; }

    public Layer Tags { get; }

    public Layer Names { get; }

    public Layer ArcDependent { get; }

    public Layer ArcHead { get; }

    public Layer ArcBilinear { get; }

    public Matrix ArcDistances { get; }

    public Layer LabelDependent { get; }

    public Layer LabelHead { get; }

    public Layer LabelOutput { get; }

    public WordFeatures Features(string form)
    {
        var normal = WordShape.Normalise(form);
        var lower = normal.ToLowerInvariant();
        var (pieces, grams) = WordShape.Rows(normal, lower, (uint)lists.Find(normal, 0));
        return new WordFeatures(words.Find(lower, 0), vectorWords.Find(lower, -1), pieces, grams);
    }
}
