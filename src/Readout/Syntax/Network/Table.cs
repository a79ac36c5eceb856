using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Syntax.Network;

/// <summary>Rows of 8-bit values with a scale each, read where they lie in the mapped file.</summary>
internal sealed unsafe class Table
{
    private readonly Half* scales;
    private readonly sbyte* values;

    /// <param name="section">All scales, then all values; columns are a multiple of four.</param>
    public Table(ModelSection section)
    {
        (Rows, Columns) = (section.Rows, section.Columns);
        scales = (Half*)section.Data;
        values = (sbyte*)section.Data + (long)Rows * sizeof(Half);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>target += weight · row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddRow(int row, float weight, float* target)
    {
        var scale = (float)scales[row] * weight;
        var from = values + (long)row * Columns;
        var i = 0;
        for (; i + Vector128<sbyte>.Count <= Columns; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(from + i));
            Add(low, scale, target + i);
            Add(high, scale, target + i + Vector128<short>.Count);
        }
        for (; i < Columns; i++) target[i] = MathF.FusedMultiplyAdd(from[i], scale, target[i]);
    }

    private static void Add(Vector128<short> values, float scale, float* target)
    {
        var (low, high) = Vector128.Widen(values);
        var x = Vector256.ConvertToSingle(Vector256.Create(low, high));
        Vector256.FusedMultiplyAdd(x, Vector256.Create(scale), Vector256.Load(target)).Store(target);
    }

    /// <summary>All rows as floats.</summary>
    public Matrix ToMatrix()
    {
        var matrix = new Matrix(Rows, Columns);
        for (var i = 0; i < Rows; i++) AddRow(i, 1, matrix.Row(i));
        return matrix;
    }
}

/// <summary>Rows of words, found by the hash of the word: sorted hashes, then the row of each.</summary>
internal sealed unsafe class WordIndex
{
    private readonly ulong* hashes;
    private readonly int* rows;
    private readonly int count;

    public WordIndex(ModelSection section)
    {
        count = section.Rows;
        hashes = (ulong*)section.Data;
        rows = (int*)(hashes + count);
    }

    /// <summary>The value of a word, or the given one when the word is not known.</summary>
    public int Find(string word, int otherwise)
    {
        var at = new ReadOnlySpan<ulong>(hashes, count).BinarySearch(StableHash.Of(word));
        return at < 0 ? otherwise : rows[at];
    }
}
