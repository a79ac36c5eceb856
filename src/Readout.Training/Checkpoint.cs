using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>A trained network as full floats with its vocabulary: what ensembles and exports are made from. Not shipped. A shipped model is read too.</summary>
internal static unsafe class Checkpoint
{
    public static void Save(string path, Network network, Vocabulary vocabulary)
    {
        using var writer = new BinaryWriter(File.Create(path));
        var shape = network.Shape;
        foreach (var size in new[] { shape.Embedding, shape.Width, shape.Layers, shape.ArcWidth, shape.LabelWidth }) writer.Write(size);
        WriteStrings(writer, vocabulary.Words);
        WriteStrings(writer, vocabulary.Tags);
        foreach (var parameter in network.Parameters) writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(parameter.Weight.All));
    }

    public static (Network Network, Vocabulary Vocabulary) Load(string path, Vectors vectors, IReadOnlyDictionary<string, uint> lists, Vocabulary? shared = null)
    {
        if (path.EndsWith(".bin", StringComparison.Ordinal)) return LoadShipped(path, vectors, shared ?? throw new ArgumentException($"{path} has no words of its own; name a checkpoint with it"));
        using var reader = new BinaryReader(File.OpenRead(path));
        var sizes = Enumerable.Range(0, 5).Select(_ => reader.ReadInt32()).ToArray();
        var own = new Vocabulary(ReadStrings(reader), ReadStrings(reader), vectors.Index, lists);
        if (shared is not null && !(shared.Words.SequenceEqual(own.Words) && shared.Tags.SequenceEqual(own.Tags)))
            throw new InvalidDataException($"{path} has another vocabulary than the first network");
        var shape = own.Shape with { Embedding = sizes[0], Width = sizes[1], Layers = sizes[2], ArcWidth = sizes[3], LabelWidth = sizes[4] };
        var network = new Network(shape, vectors.Matrix, seed: 0);
        foreach (var parameter in network.Parameters)
        {
            reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(parameter.Weight.All));
            parameter.Changed();
        }
        return (network, shared ?? own);
    }

    /// <summary>A shipped model: 8-bit rows become floats again. It holds hashes of its words only, so the vocabulary must be the one it was trained with.</summary>
    private static (Network Network, Vocabulary Vocabulary) LoadShipped(string path, Vectors vectors, Vocabulary vocabulary)
    {
        using var file = ModelFile.Open(path);
        var shape = vocabulary.Shape with
        {
            Embedding = file["word"].Columns,
            Width = file["sru0"].Rows,
            Layers = file["shape"].As<int>()[0],
            ArcWidth = file["arc.dependent"].Columns,
            LabelWidth = file["label.dependent"].Columns,
        };
        if (file["word"].Rows != vocabulary.Words.Length || !file["tag.names"].Text.Split('\n').SequenceEqual(vocabulary.Tags))
            throw new InvalidDataException($"{path} has another vocabulary than these trees");
        var network = new Network(shape, vectors.Matrix, seed: 0);
        foreach (var parameter in network.Parameters) Restore(parameter, file[parameter.Name], parameter.Name == "vector" ? vectors.Normaliser : 1);
        return (network, vocabulary);
    }

    private static void Restore(Parameter parameter, ModelSection section, float scale)
    {
        if (section.Rows == 1) section.As<float>().CopyTo(parameter.Weight.All);
        else parameter.Weight.CopyFrom(new Table(section).ToMatrix());
        foreach (ref var weight in parameter.Weight.All) weight /= scale;
        parameter.Changed();
    }

    private static void WriteStrings(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (var text in strings) writer.Write(text);
    }

    private static string[] ReadStrings(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
}
