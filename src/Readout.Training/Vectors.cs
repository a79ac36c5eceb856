using System.Numerics.Tensors;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>The fixed word vectors as they were published: 8-bit rows with a scale, words in the order of their frequency.</summary>
internal sealed unsafe class Vectors
{
    private Vectors(string[] words, Half[] scales, sbyte[] values, int dimension)
    {
        (Words, Scales, Values, Dimension) = (words, scales, values, dimension);
        Matrix = new Matrix(words.Length, dimension);
        for (var i = 0; i < Values.Length; i++) Matrix.Data[i] = (float)Scales[i / dimension] * Values[i];
        // Of the frequent words, the rare ones are shorter: bring the table to about half a unit per value.
        var frequent = new ReadOnlySpan<float>(Matrix.Data, Math.Min(20000, words.Length) * dimension);
        Normaliser = 0.5f / MathF.Sqrt(TensorPrimitives.SumOfSquares(frequent) / frequent.Length);
        TensorPrimitives.Multiply(Matrix.All, Normaliser, Matrix.All);
        for (var i = 0; i < words.Length; i++) Index.TryAdd(words[i], i);
    }

    public string[] Words { get; }

    public Half[] Scales { get; }

    public sbyte[] Values { get; }

    public int Dimension { get; }

    /// <summary>What the published values were multiplied with.</summary>
    public float Normaliser { get; }

    public Matrix Matrix { get; }

    public Dictionary<string, int> Index { get; } = new(StringComparer.Ordinal);

    public static Vectors Load(string stem, int limit)
    {
        var words = File.ReadLines(stem + ".vocab.txt").Take(limit).ToArray();
        using var reader = new BinaryReader(File.OpenRead(stem + ".i8.bin"));
        reader.ReadInt32();
        var dimension = reader.ReadInt32();
        var scales = new Half[words.Length];
        var values = new sbyte[words.Length * dimension];
        for (var i = 0; i < words.Length; i++)
        {
            scales[i] = reader.ReadHalf();
            for (var j = 0; j < dimension; j++) values[i * dimension + j] = reader.ReadSByte();
        }
        return new Vectors(words, scales, values, dimension);
    }
}
