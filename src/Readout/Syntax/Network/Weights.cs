namespace Readout.Syntax.Network;

/// <summary>A weight matrix, packed for products, with its bias.</summary>
internal sealed class Layer
{
    private readonly IntegerWeights weights;

    public Layer(ModelFile file, string name, string? biasName) =>
        weights = new IntegerWeights(new Table(file[name]).ToMatrix(), biasName is null ? [] : file[biasName].As<float>());

    public int Outputs => weights.Outputs;

    /// <summary>y = x W + b, or y += x W + b.</summary>
    public unsafe void Apply(Quantised x, Matrix y, bool add = false)
    {
        if (!add) y.Resize(x.Rows, Outputs);
        weights.Multiply(x, y.Data, y.Columns, add);
    }
}

/// <summary>The weights of one network, shared by all threads.</summary>
internal sealed class NetworkWeights
{
    /// <param name="file">The model file.</param>
    /// <param name="prefix">Stands before the names of this network's sections.</param>
    /// <param name="layers">Recurrent layers.</param>
    public NetworkWeights(ModelFile file, string prefix, int layers)
    {
        Words = new Table(file[prefix + "word"]);
        Pieces = new Table(file[prefix + "pieces"]);
        Vector = Of("vector", "vector.bias");
        Window = Of("window", null);
        WindowBias = Row(file[prefix + "window.bias"]);
        Recurrent = [.. Enumerable.Range(0, layers).Select(i => Of($"sru{i}", $"sru{i}.bias"))];
        Tags = Of("tags", "tags.bias");
        Names = Of("names", "names.bias");
        ArcDependent = Of("arc.dependent", "arc.dependent.bias");
        ArcHead = Of("arc.head", "arc.head.bias");
        ArcBilinear = Of("arc.bilinear", "arc.bilinear.bias");
        ArcDistances = Row(file[prefix + "arc.distance"]);
        LabelDependent = Of("label.dependent", "label.bias");
        LabelHead = Of("label.head", null);
        LabelOutput = Of("label.output", "label.output.bias");

        Layer Of(string name, string? bias) => new(file, prefix + name, bias is null ? null : prefix + bias);
    }

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

    private static Matrix Row(ModelSection section)
    {
        var values = section.As<float>();
        var matrix = new Matrix(1, values.Length);
        values.CopyTo(matrix.All);
        return matrix;
    }
}

/// <summary>The networks whose scores are added up, and the word tables that they share.</summary>
internal sealed class Weights
{
    private readonly WordIndex words, vectorWords, lists;

    public Weights(ModelFile model, ModelFile vectors)
    {
        words = new WordIndex(model["word.index"]);
        lists = new WordIndex(model["lists.index"]);
        vectorWords = new WordIndex(vectors["vectors.index"]);
        Vectors = new Table(vectors["vectors"]);
        var layers = model["shape"].As<int>().ToArray();
        Networks = [.. layers.Select((count, i) => new NetworkWeights(model, Prefix(i), count))];
    }

    public Table Vectors { get; }

    public IReadOnlyList<NetworkWeights> Networks { get; }

    /// <summary>Stands before the names of a network's sections in a model file.</summary>
    public static string Prefix(int network) => network == 0 ? "" : $"{network}.";

    public WordFeatures Features(string form)
    {
        var normal = WordShape.Normalise(form);
        var lower = normal.ToLowerInvariant();
        var (pieces, grams) = WordShape.Rows(normal, lower, (uint)lists.Find(normal, 0));
        return new WordFeatures(words.Find(lower, 0), vectorWords.Find(lower, -1), pieces, grams);
    }
}
