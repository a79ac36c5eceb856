using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Turns a checkpoint into the files that ship: 8-bit weights with word tables, and the fixed vectors.</summary>
internal static class Export
{
    /// <param name="path">The file.</param>
    /// <param name="networks">The reader adds up their scores.</param>
    /// <param name="data">Words, lists, tables and ends of sentences.</param>
    public static void Model(string path, IReadOnlyList<Network> networks, TrainingData data)
    {
        var writer = new ModelWriter();
        var vocabulary = data.Vocabulary;
        writer.AddNumbers("shape", [.. networks.Select(n => n.Shape.Layers)]);
        for (var i = 0; i < networks.Count; i++)
            foreach (var parameter in networks[i].Parameters) Add(writer, Weights.Prefix(i), parameter, parameter.Name == "vector" ? data.Vectors.Normaliser : 1);
        writer.AddIndex("word.index", vocabulary.Words.Select((w, i) => (w, i)));
        writer.AddIndex("lists.index", data.Lists.Select(l => (l.Key, (int)l.Value)));
        writer.AddIndex("common.index", CommonWords.Of(data.Trees.Select(t => t.Words.Select(w => w.Form).ToArray()).Concat(data.News(data.Boundaries(), seed: 1).SelectMany(d => d))).Select(w => (w, 1)));
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

    private static void Add(ModelWriter writer, string prefix, Parameter parameter, float scale)
    {
        var weight = parameter.Weight;
        if (weight.Rows == 1) writer.AddFloats(prefix + parameter.Name, weight.All);
        else writer.AddTable(prefix + parameter.Name, weight.Rows, weight.Columns, i => Scaled(weight.RowSpan(i), scale));
    }

    private static float[] Scaled(ReadOnlySpan<float> row, float scale)
    {
        var result = row.ToArray();
        foreach (ref var value in result.AsSpan()) value *= scale;
        return result;
    }
}
