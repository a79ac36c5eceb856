using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Syntax.Network;

/// <summary>
/// Matrix products. The right factor is packed in panels of 32 columns. Every element of the result is one chain of fused
/// multiply-adds in the order of k, whatever the vector width or the number of rows: so a sentence gives the same bytes
/// on every machine and in every batch.
/// </summary>
internal static unsafe class Gemm
{
    public const int Panel = 32;

    // Panels of 256 rows (32 kB) stay in the first-level cache while the rows of the left factor pass by.
    private const int Depth = 256;

    public static int Padded(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Packs a k × n matrix; columns beyond n are zero.</summary>
    public static void Pack(float* source, int stride, int k, int n, float* packed)
    {
        for (var j = 0; j < n; j += Panel)
        {
            var width = Math.Min(Panel, n - j);
            for (var p = 0; p < k; p++, packed += Panel)
            {
                new ReadOnlySpan<float>(source + (long)p * stride + j, width).CopyTo(new Span<float>(packed, Panel));
                if (width < Panel) new Span<float>(packed + width, Panel - width).Clear();
            }
        }
    }

    /// <summary>Packs the transpose of an n × k matrix, so that the product is with k × n.</summary>
    public static void PackTransposed(float* source, int stride, int k, int n, float* packed)
    {
        // What is written lies together; what is read are as many rows side by side.
        for (var j = 0; j < n; j += Panel)
        {
            var rows = source + (long)j * stride;
            var count = Math.Min(Panel, n - j);
            for (var p = 0; p < k; p++, packed += Panel)
            {
                for (var q = 0; q < count; q++) packed[q] = rows[(long)q * stride + p];
                for (var q = count; q < Panel; q++) packed[q] = 0;
            }
        }
    }

    /// <summary>C (m × n) = A (m × k) · B, or C += A · B. C must have room for n rounded up to a whole panel.</summary>
    public static void Multiply(float* a, int strideA, int m, int k, float* packed, int n, float* c, int strideC, bool add = false) =>
        Multiply(new Left(a, strideA, 1), m, k, packed, n, c, strideC, add);

    /// <summary>C += Aᵀ · B, where A is k × m.</summary>
    public static void AddTransposed(float* a, int strideA, int m, int k, float* packed, int n, float* c, int strideC) =>
        Multiply(new Left(a, 1, strideA), m, k, packed, n, c, strideC, add: true);

    // The left factor: element (i, p) stands at i * Row + p * Column.
    internal readonly record struct Left(nint Data, int Row, int Column)
    {
        public Left(float* data, int row, int column)
            : this((nint)data, row, column)
        {
        }

        public Left From(int row, int column) => this with { Data = Data + ((nint)row * Row + (nint)column * Column) * sizeof(float) };
    }

    private static void Multiply(Left a, int m, int k, float* packed, int n, float* c, int strideC, bool add)
    {
        for (var start = 0; start < k; start += Depth)
        {
            var depth = Math.Min(Depth, k - start);
            for (var j = 0; j < n; j += Panel)
            {
                var panel = packed + (long)j * k + (long)start * Panel;
                if (Vector512.IsHardwareAccelerated) Rows512(a.From(0, start), m, depth, panel, c + j, strideC, add || start > 0);
                else Rows256(a.From(0, start), m, depth, panel, c + j, strideC, add || start > 0);
            }
        }
    }

    private static void Rows512(Left a, int m, int k, float* b, float* c, int strideC, bool add)
    {
        var i = 0;
        for (; i + 8 <= m; i += 8) Block512(a.From(i, 0), k, b, c + (long)i * strideC, strideC, add);
        for (; i < m; i++) Row512(a.From(i, 0), k, b, c + (long)i * strideC, add);
    }

    internal static void Rows256(Left a, int m, int k, float* b, float* c, int strideC, bool add)
    {
        for (var half = 0; half < Panel; half += 16)
        {
            var i = 0;
            for (; i + 4 <= m; i += 4) Block256(a.From(i, 0), k, b + half, c + (long)i * strideC + half, strideC, add);
            for (; i < m; i++) Row256(a.From(i, 0), k, b + half, c + (long)i * strideC + half, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block512(Left left, int k, float* b, float* c, int sc, bool add)
    {
        Vector512<float> l0, r0, l1, r1, l2, r2, l3, r3, l4, r4, l5, r5, l6, r6, l7, r7;
        l0 = r0 = l1 = r1 = l2 = r2 = l3 = r3 = l4 = r4 = l5 = r5 = l6 = r6 = l7 = r7 = Vector512<float>.Zero;
        if (add)
        {
            (l0, r0) = Pair512(c);
            (l1, r1) = Pair512(c + sc);
            (l2, r2) = Pair512(c + 2 * sc);
            (l3, r3) = Pair512(c + 3 * sc);
            (l4, r4) = Pair512(c + 4 * sc);
            (l5, r5) = Pair512(c + 5 * sc);
            (l6, r6) = Pair512(c + 6 * sc);
            (l7, r7) = Pair512(c + 7 * sc);
        }
        int sa = left.Row, step = left.Column, q = 0;
        float* a = (float*)left.Data, a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa, a4 = a3 + sa, a5 = a4 + sa, a6 = a5 + sa, a7 = a6 + sa;
        for (var p = 0; p < k; p++, b += Panel, q += step)
        {
            var low = Vector512.Load(b);
            var high = Vector512.Load(b + 16);
            Step512(a[q], low, high, ref l0, ref r0);
            Step512(a1[q], low, high, ref l1, ref r1);
            Step512(a2[q], low, high, ref l2, ref r2);
            Step512(a3[q], low, high, ref l3, ref r3);
            Step512(a4[q], low, high, ref l4, ref r4);
            Step512(a5[q], low, high, ref l5, ref r5);
            Step512(a6[q], low, high, ref l6, ref r6);
            Step512(a7[q], low, high, ref l7, ref r7);
        }
        Store512(c, l0, r0);
        Store512(c + sc, l1, r1);
        Store512(c + 2 * sc, l2, r2);
        Store512(c + 3 * sc, l3, r3);
        Store512(c + 4 * sc, l4, r4);
        Store512(c + 5 * sc, l5, r5);
        Store512(c + 6 * sc, l6, r6);
        Store512(c + 7 * sc, l7, r7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row512(Left left, int k, float* b, float* c, bool add)
    {
        var (l, r) = add ? Pair512(c) : default;
        var a = (float*)left.Data;
        for (var p = 0; p < k; p++, b += Panel) Step512(a[p * left.Column], Vector512.Load(b), Vector512.Load(b + 16), ref l, ref r);
        Store512(c, l, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Left, Vector512<float> Right) Pair512(float* c) => (Vector512.Load(c), Vector512.Load(c + 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step512(float x, Vector512<float> left, Vector512<float> right, ref Vector512<float> l, ref Vector512<float> r)
    {
        var broadcast = Vector512.Create(x);
        l = Vector512.FusedMultiplyAdd(broadcast, left, l);
        r = Vector512.FusedMultiplyAdd(broadcast, right, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store512(float* c, Vector512<float> left, Vector512<float> right)
    {
        left.Store(c);
        right.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block256(Left left, int k, float* b, float* c, int sc, bool add)
    {
        Vector256<float> l0, r0, l1, r1, l2, r2, l3, r3;
        l0 = r0 = l1 = r1 = l2 = r2 = l3 = r3 = Vector256<float>.Zero;
        if (add)
        {
            (l0, r0) = Pair256(c);
            (l1, r1) = Pair256(c + sc);
            (l2, r2) = Pair256(c + 2 * sc);
            (l3, r3) = Pair256(c + 3 * sc);
        }
        int sa = left.Row, step = left.Column, q = 0;
        float* a = (float*)left.Data, a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa;
        for (var p = 0; p < k; p++, b += Panel, q += step)
        {
            var low = Vector256.Load(b);
            var high = Vector256.Load(b + 8);
            Step256(a[q], low, high, ref l0, ref r0);
            Step256(a1[q], low, high, ref l1, ref r1);
            Step256(a2[q], low, high, ref l2, ref r2);
            Step256(a3[q], low, high, ref l3, ref r3);
        }
        Store256(c, l0, r0);
        Store256(c + sc, l1, r1);
        Store256(c + 2 * sc, l2, r2);
        Store256(c + 3 * sc, l3, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row256(Left left, int k, float* b, float* c, bool add)
    {
        var (l, r) = add ? Pair256(c) : default;
        var a = (float*)left.Data;
        for (var p = 0; p < k; p++, b += Panel) Step256(a[p * left.Column], Vector256.Load(b), Vector256.Load(b + 8), ref l, ref r);
        Store256(c, l, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Left, Vector256<float> Right) Pair256(float* c) => (Vector256.Load(c), Vector256.Load(c + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step256(float x, Vector256<float> left, Vector256<float> right, ref Vector256<float> l, ref Vector256<float> r)
    {
        var broadcast = Vector256.Create(x);
        l = Vector256.FusedMultiplyAdd(broadcast, left, l);
        r = Vector256.FusedMultiplyAdd(broadcast, right, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store256(float* c, Vector256<float> left, Vector256<float> right)
    {
        left.Store(c);
        right.Store(c + 8);
    }
}
