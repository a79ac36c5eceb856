namespace Readout.Training;

/// <summary>Turns a checkpoint into the files that ship: 8-bit weights with word tables, and the fixed vectors.</summary>
internal static class Export
{
    public static void Model(string path, Network network, Vocabulary vocabulary, TrainingData data)
    {
        var writer = new ModelWriter();
        writer.AddNumbers("shape", network.Shape.Layers);
        foreach (var parameter in network.Parameters) Add(writer, parameter, parameter.Name == "vector" ? data.Vectors.Normaliser : 1);
        writer.AddIndex("word.index", vocabulary.Words.Select((w, i) => (w, i)));
        writer.AddIndex("lists.index", data.Lists.Select(l => (l.Key, (int)l.Value)));
        writer.AddText("tag.names", vocabulary.Tags);
        writer.AddText("lemma.table", WordTables.Lemmas(data.Trees, vocabulary));
        writer.AddText("feature.table", WordTables.Features(data.Trees, vocabulary));
        writer.AddFloats("boundaries", BoundaryTrainer.Train(data.Tokenizer, [.. RawText.Documents(data.Trees)], seed: 1));
        writer.Save(path);
    }

    public static void Vectors(string path, Vectors vectors)
    {
        var writer = new ModelWriter();
        writer.AddTable("vectors", vectors.Words.Length, vectors.Dimension, vectors.Scales, vectors.Values);
        writer.AddIndex("vectors.index", vectors.Words.Select((w, i) => (w, i)));
        writer.Save(path);
    }

    private static void Add(ModelWriter writer, Parameter parameter, float scale)
    {
        var weight = parameter.Weight;
        if (weight.Rows == 1) writer.AddFloats(parameter.Name, weight.All);
        else writer.AddTable(parameter.Name, weight.Rows, weight.Columns, i => Scaled(weight.RowSpan(i), scale));
    }

    private static float[] Scaled(ReadOnlySpan<float> row, float scale)
    {
        var result = row.ToArray();
        foreach (ref var value in result.AsSpan()) value *= scale;
        return result;
    }
}
