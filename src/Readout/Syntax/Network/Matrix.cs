using System.Runtime.InteropServices;

namespace Readout.Syntax.Network;

/// <summary>A row-major matrix of floats in native memory, aligned for the widest vectors. Grows when resized, never shrinks.</summary>
internal sealed unsafe class Matrix
{
    private const int Alignment = 64;
    private long capacity;

    public Matrix()
    {
    }

    public Matrix(int rows, int columns)
    {
        Resize(rows, columns);
        Clear();
    }

    ~Matrix() => NativeMemory.AlignedFree(Data);

    public float* Data { get; private set; }

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public int Count => Rows * Columns;

    public Span<float> All => new(Data, Count);

    /// <summary>Gives the matrix another shape; its contents are undefined afterwards.</summary>
    public Matrix Resize(int rows, int columns)
    {
        var needed = (long)rows * columns;
        if (needed > capacity)
        {
            NativeMemory.AlignedFree(Data);
            capacity = needed + needed / 4 + Alignment;
            Data = (float*)NativeMemory.AlignedAlloc((nuint)(capacity * sizeof(float)), Alignment);
        }
        Rows = rows;
        Columns = columns;
        return this;
    }

    public void Clear() => NativeMemory.Clear(Data, (nuint)((long)Rows * Columns * sizeof(float)));

    public float* Row(int row) => Data + (long)row * Columns;

    public Span<float> RowSpan(int row) => new(Row(row), Columns);

    public void CopyFrom(Matrix other)
    {
        Resize(other.Rows, other.Columns);
        Buffer.MemoryCopy(other.Data, Data, (long)Count * sizeof(float), (long)Count * sizeof(float));
    }
}
