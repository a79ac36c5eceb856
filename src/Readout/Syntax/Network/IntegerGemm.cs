using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Readout.Syntax.Network;

/// <summary>A matrix as 16-bit integers with a scale for each row: the left factor of integer products.</summary>
internal sealed unsafe class Quantised
{
    // Twelve bits and ten of the weights, summed over up to 512 products, stay within 32 bits.
    private const float Greatest = 4095;
    private readonly Matrix values = new(), scales = new();

    public int Rows { get; private set; }

    /// <summary>Values of a row; even, so that values come in pairs.</summary>
    public int Columns { get; private set; }

    public short* Row(int row) => (short*)values.Data + (long)row * Columns;

    public float Scale(int row) => scales.Data[row];

    public Quantised From(Matrix x)
    {
        (Rows, Columns) = (x.Rows, (x.Columns + 1) & ~1);
        values.Resize(Rows, (Columns / 2) + 1);
        scales.Resize(Rows, 1);
        for (var i = 0; i < Rows; i++) QuantiseRow(x.RowSpan(i), i);
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void QuantiseRow(ReadOnlySpan<float> row, int i)
    {
        var greatest = GreatestOf(row);
        var factor = greatest > 0 ? Greatest / greatest : 0;
        scales.Data[i] = greatest / Greatest;
        var to = Row(i);
        var j = 0;
        // The processor rounds to the nearest, of two the even one, as Round does.
        for (; Avx512F.IsSupported && j + Vector512<float>.Count <= row.Length; j += Vector512<float>.Count)
            Avx512F.ConvertToVector256Int16(Avx512F.ConvertToVector512Int32(Vector512.LoadUnsafe(in row[j]) * factor)).Store(to + j);
        for (; j + Vector256<float>.Count <= row.Length; j += Vector256<float>.Count)
        {
            var rounded = Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(in row[j]) * factor));
            Vector128.Narrow(rounded.GetLower(), rounded.GetUpper()).Store(to + j);
        }
        for (; j < row.Length; j++) to[j] = (short)MathF.Round(row[j] * factor);
        if (row.Length < Columns) to[row.Length] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float GreatestOf(ReadOnlySpan<float> row)
    {
        if (!Avx512F.IsSupported || row.Length % Vector512<float>.Count != 0) return MathF.Abs(TensorPrimitives.MaxMagnitude(row));
        var greatest = Vector512<float>.Zero;
        for (var j = 0; j < row.Length; j += Vector512<float>.Count) greatest = Avx512F.Max(greatest, Vector512.Abs(Vector512.LoadUnsafe(in row[j])));
        var half = Avx.Max(greatest.GetLower(), greatest.GetUpper());
        var quarter = Sse.Max(half.GetLower(), half.GetUpper());
        return MathF.Max(MathF.Max(quarter[0], quarter[1]), MathF.Max(quarter[2], quarter[3]));
    }
}

/// <summary>
/// Products of a quantised matrix with fixed weights. The weights stand in panels of 32 columns, pairs of rows beside each other, as 16-bit
/// integers with a scale for each column. Integer sums are exact, so every vector width, batch and machine gives the same bytes.
/// </summary>
internal sealed unsafe class IntegerWeights
{
    private const int Panel = Gemm.Panel;
    private const float Greatest = 1023;
    private const int Most = 512;
    private readonly Matrix packed, scales, bias;
    private readonly int pairs;

    /// <param name="weights">Inputs by outputs.</param>
    /// <param name="bias">One value for each output, or null.</param>
    public IntegerWeights(Matrix weights, ReadOnlySpan<float> bias)
    {
        if (weights.Rows > Most) throw new ArgumentException($"a product has at most {Most} inputs, not {weights.Rows}");
        Outputs = weights.Columns;
        pairs = (weights.Rows + 1) / 2;
        var columns = Gemm.Padded(Outputs);
        (scales, this.bias, packed) = (new Matrix(1, columns), new Matrix(1, columns), new Matrix(pairs, columns));
        bias.CopyTo(this.bias.All);
        Pack(weights);
    }

    public int Outputs { get; }

    /// <summary>Rows of results have room for whole panels.</summary>
    public int PaddedOutputs => scales.Columns;

    // Row by row, as the weights lie in memory.
    private void Pack(Matrix weights)
    {
        var greatest = scales.RowSpan(0)[..Outputs];
        for (var p = 0; p < weights.Rows; p++) TensorPrimitives.MaxMagnitude(greatest, weights.RowSpan(p), greatest);
        TensorPrimitives.Abs(greatest, greatest);
        TensorPrimitives.Divide(greatest, Greatest, greatest);
        for (var p = 0; p < weights.Rows; p++)
            for (var panel = 0; panel < Outputs; panel += Panel)
                PackPart(weights.RowSpan(p)[panel..Math.Min(Outputs, panel + Panel)], scales.Data + panel, PanelAt(panel) + p / 2 * Panel * 2 + p % 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackPart(ReadOnlySpan<float> row, float* scales, short* to)
    {
        for (var j = 0; j < row.Length; j++)
            if (scales[j] > 0) to[j * 2] = (short)MathF.Round(row[j] / scales[j]);
    }

    /// <summary>y = x W + b, or y += x W + b.</summary>
    public void Multiply(Quantised x, float* y, int stride, bool add = false)
    {
        for (var j = 0; j < PaddedOutputs; j += Panel)
        {
            if (Avx512BW.IsSupported) Rows512(x, j, y + j, stride, add);
            else if (Avx2.IsSupported) Rows256(x, j, y + j, stride, add);
            else RowsPlain(x, j, y + j, stride, add);
        }
    }

    private short* PanelAt(int j) => (short*)packed.Data + (long)j * pairs * 2;

    private void Rows512(Quantised x, int j, float* y, int stride, bool add)
    {
        var sums = stackalloc int[8 * Panel];
        for (var i = 0; i < x.Rows; i += 8)
        {
            var count = Math.Min(8, x.Rows - i);
            if (count == 8) Block512(x.Row(i), x.Columns, PanelAt(j), pairs, sums);
            else
                for (var r = 0; r < count; r++) Row512(x.Row(i + r), PanelAt(j), pairs, sums + r * Panel);
            for (var r = 0; r < count; r++) Finish(sums + r * Panel, x.Scale(i + r), j, y + (long)(i + r) * stride, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block512(short* x, int stride, short* b, int pairs, int* sums)
    {
        Vector512<int> l0, r0, l1, r1, l2, r2, l3, r3, l4, r4, l5, r5, l6, r6, l7, r7;
        l0 = r0 = l1 = r1 = l2 = r2 = l3 = r3 = l4 = r4 = l5 = r5 = l6 = r6 = l7 = r7 = Vector512<int>.Zero;
        var sx = stride / 2;
        int* x0 = (int*)x, x1 = x0 + sx, x2 = x1 + sx, x3 = x2 + sx, x4 = x3 + sx, x5 = x4 + sx, x6 = x5 + sx, x7 = x6 + sx;
        for (var p = 0; p < pairs; p++, b += 2 * Panel)
        {
            var low = Vector512.Load(b);
            var high = Vector512.Load(b + Panel);
            Step512(x0[p], low, high, ref l0, ref r0);
            Step512(x1[p], low, high, ref l1, ref r1);
            Step512(x2[p], low, high, ref l2, ref r2);
            Step512(x3[p], low, high, ref l3, ref r3);
            Step512(x4[p], low, high, ref l4, ref r4);
            Step512(x5[p], low, high, ref l5, ref r5);
            Step512(x6[p], low, high, ref l6, ref r6);
            Step512(x7[p], low, high, ref l7, ref r7);
        }
        Store512(sums, l0, r0);
        Store512(sums + Panel, l1, r1);
        Store512(sums + 2 * Panel, l2, r2);
        Store512(sums + 3 * Panel, l3, r3);
        Store512(sums + 4 * Panel, l4, r4);
        Store512(sums + 5 * Panel, l5, r5);
        Store512(sums + 6 * Panel, l6, r6);
        Store512(sums + 7 * Panel, l7, r7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row512(short* x, short* b, int pairs, int* sums)
    {
        var (l, r) = (Vector512<int>.Zero, Vector512<int>.Zero);
        for (var p = 0; p < pairs; p++, b += 2 * Panel) Step512(((int*)x)[p], Vector512.Load(b), Vector512.Load(b + Panel), ref l, ref r);
        Store512(sums, l, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step512(int pair, Vector512<short> low, Vector512<short> high, ref Vector512<int> l, ref Vector512<int> r)
    {
        var both = Vector512.Create(pair).AsInt16();
        l += Avx512BW.MultiplyAddAdjacent(both, low);
        r += Avx512BW.MultiplyAddAdjacent(both, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store512(int* sums, Vector512<int> left, Vector512<int> right)
    {
        left.Store(sums);
        right.Store(sums + 16);
    }

    internal void Rows256(Quantised x, int j, float* y, int stride, bool add)
    {
        var sums = stackalloc int[Panel];
        for (var i = 0; i < x.Rows; i++)
        {
            Row256((int*)x.Row(i), PanelAt(j), pairs, sums);
            Finish(sums, x.Scale(i), j, y + (long)i * stride, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row256(int* x, short* b, int pairs, int* sums)
    {
        var (s0, s1, s2, s3) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var p = 0; p < pairs; p++, b += 2 * Panel)
        {
            var both = Vector256.Create(x[p]).AsInt16();
            s0 += Avx2.MultiplyAddAdjacent(both, Vector256.Load(b));
            s1 += Avx2.MultiplyAddAdjacent(both, Vector256.Load(b + 16));
            s2 += Avx2.MultiplyAddAdjacent(both, Vector256.Load(b + 32));
            s3 += Avx2.MultiplyAddAdjacent(both, Vector256.Load(b + 48));
        }
        s0.Store(sums);
        s1.Store(sums + 8);
        s2.Store(sums + 16);
        s3.Store(sums + 24);
    }

    internal void RowsPlain(Quantised x, int j, float* y, int stride, bool add)
    {
        var sums = stackalloc int[Panel];
        for (var i = 0; i < x.Rows; i++)
        {
            new Span<int>(sums, Panel).Clear();
            short* row = x.Row(i), b = PanelAt(j);
            for (var p = 0; p < pairs; p++, row += 2, b += 2 * Panel)
                for (var q = 0; q < Panel; q++) sums[q] += row[0] * b[2 * q] + row[1] * b[2 * q + 1];
            Finish(sums, x.Scale(i), j, y + (long)i * stride, add);
        }
    }

    // Back to floats: sum · scale of the row · scale of the column, plus bias.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(int* sums, float scale, int j, float* y, bool add)
    {
        float* columns = scales.Data + j, addend = bias.Data + j;
        if (Avx512F.IsSupported)
        {
            // The same products and sums, sixteen at a time.
            for (var q = 0; q < Panel; q += 16)
            {
                var value = Vector512.FusedMultiplyAdd(Avx512F.ConvertToVector512Single(Vector512.Load(sums + q)), Vector512.Load(columns + q) * scale, Vector512.Load(addend + q));
                (add ? Vector512.Load(y + q) + value : value).Store(y + q);
            }
            return;
        }
        for (var q = 0; q < Panel; q += 8)
        {
            var value = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(Vector256.Load(sums + q)), Vector256.Load(columns + q) * scale, Vector256.Load(addend + q));
            (add ? Vector256.Load(y + q) + value : value).Store(y + q);
        }
    }
}
