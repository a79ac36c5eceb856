namespace Readout.Syntax.Network;

/// <summary>Each word type's share in the first hidden layer, computed when the type is first met. One per thread.</summary>
internal sealed unsafe class WordCache(Weights weights)
{
    // News repeats itself: the 12,000 types of a few hundred articles make nine tenths of the next ones.
    private const int Capacity = 12_000;
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<string> forms = [];
    private readonly Matrix[] shares = [.. weights.Networks.Select(n => new Matrix().Resize(Capacity, n.Window.Outputs))];
    private readonly Matrix vectors = new(), sum = new(), fresh = new();
    private readonly Quantised quantised = new();
    private int computed;

    /// <summary>Counts up whenever the numbers of word types become invalid.</summary>
    public int Generation { get; private set; }

    public int Count => forms.Count;

    public string Form(int type) => forms[type];

    public float* Shares(int network, int type) => shares[network].Row(type);

    /// <summary>Makes room for a batch; numbers of types hold until the next call.</summary>
    public void Reserve(int words)
    {
        if (forms.Count + words <= Capacity) return;
        index.Clear();
        forms.Clear();
        computed = 0;
        Generation++;
    }

    public int TypeOf(ReadOnlySpan<char> form)
    {
        var lookup = index.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(form, out var type)) return type;
        type = forms.Count;
        forms.Add(form.ToString());
        index[forms[type]] = type;
        return type;
    }

    /// <summary>Computes the shares of the types that are new since the last call, all in one product.</summary>
    public void Fill()
    {
        var count = forms.Count - computed;
        if (count == 0) return;
        var features = new WordFeatures[count];
        vectors.Resize(count, weights.Vectors.Columns).Clear();
        for (var i = 0; i < count; i++)
        {
            features[i] = weights.Features(forms[computed + i]);
            if (features[i].Vector >= 0) weights.Vectors.AddRow(features[i].Vector, 1, vectors.Row(i));
        }
        for (var n = 0; n < shares.Length; n++) FillShares(weights.Networks[n], features, shares[n].Row(computed));
        computed = forms.Count;
    }

    private void FillShares(NetworkWeights network, WordFeatures[] features, float* to)
    {
        network.Vector.Apply(quantised.From(vectors), sum);
        for (var i = 0; i < features.Length; i++) AddTables(network, features[i], sum.Row(i));
        Elementwise.Leaky(sum.Data, sum.Data, sum.Count);
        network.Window.Apply(quantised.From(sum), fresh);
        fresh.All.CopyTo(new Span<float>(to, fresh.Count));
    }

    private static void AddTables(NetworkWeights network, WordFeatures features, float* x)
    {
        network.Words.AddRow(features.Word, 1, x);
        foreach (var row in features.Pieces) network.Pieces.AddRow(row, 1, x);
        foreach (var row in features.Grams) network.Pieces.AddRow(row, features.GramWeight, x);
    }
}
