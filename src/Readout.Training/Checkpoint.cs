namespace Readout.Training;

/// <summary>A trained network as full floats with its vocabulary: what ensembles and exports are made from. Not shipped.</summary>
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

    private static void WriteStrings(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (var text in strings) writer.Write(text);
    }

    private static string[] ReadStrings(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
}
