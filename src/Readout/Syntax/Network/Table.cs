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
    public void AddRow(int row, float weight, float* target)
    {
        var scale = (float)scales[row] * weight;
        var from = values + (long)row * Columns;
        for (var i = 0; i < Columns; i++) target[i] = MathF.FusedMultiplyAdd(from[i], scale, target[i]);
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
