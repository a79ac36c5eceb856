using Readout.Syntax.Network;

namespace Readout.Tests.Syntax;

public sealed unsafe class GemmTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(13, 100, 33)]
    [InlineData(17, 300, 64)]
    public void Products_are_one_chain_of_fused_steps_at_every_width(int m, int k, int n)
    {
        var random = new Random(1);
        var (a, b) = (Filled(m, k, random), Filled(k, n, random));
        var packed = new Matrix(k, Gemm.Padded(n));
        Gemm.Pack(b.Data, n, k, n, packed.Data);
        var wide = new Matrix(m, Gemm.Padded(n));
        Gemm.Multiply(a.Data, k, m, k, packed.Data, n, wide.Data, wide.Columns);
        var narrow = new Matrix(m, Gemm.Padded(n));
        for (var j = 0; j < n; j += Gemm.Panel) Gemm.Rows256(new Gemm.Left(a.Data, k, 1), m, k, packed.Data + j * k, narrow.Data + j, narrow.Columns, add: false);
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
            {
                var expected = 0f;
                for (var p = 0; p < k; p++) expected = MathF.FusedMultiplyAdd(a.Row(i)[p], b.Row(p)[j], expected);
                Assert.Equal(expected, wide.Row(i)[j]);
                Assert.Equal(expected, narrow.Row(i)[j]);
            }
    }

    [Theory]
    [InlineData(1, 2, 32)]
    [InlineData(13, 100, 64)]
    [InlineData(17, 511, 96)]
    public void Integer_products_are_the_same_at_every_width_and_close_to_the_exact_ones(int m, int k, int n)
    {
        var random = new Random(1);
        var (a, b) = (Filled(m, k, random), Filled(k, n, random));
        var bias = Enumerable.Range(0, n).Select(j => j / 100f).ToArray();
        var (x, weights) = (new Quantised().From(a), new IntegerWeights(b, bias));
        var (wide, narrow, plain) = (new Matrix(m, n), new Matrix(m, n), new Matrix(m, n));
        weights.Multiply(x, wide.Data, n);
        for (var j = 0; j < n; j += Gemm.Panel)
        {
            if (System.Runtime.Intrinsics.X86.Avx2.IsSupported) weights.Rows256(x, j, narrow.Data + j, n, add: false);
            weights.RowsPlain(x, j, plain.Data + j, n, add: false);
        }
        Assert.Equal(plain.All.ToArray(), wide.All.ToArray());
        if (System.Runtime.Intrinsics.X86.Avx2.IsSupported) Assert.Equal(plain.All.ToArray(), narrow.All.ToArray());
        for (var i = 0; i < m; i++)
            for (var j = 0; j < n; j++)
                Assert.Equal(Enumerable.Range(0, k).Sum(p => (double)a.Row(i)[p] * b.Row(p)[j]) + bias[j], wide.Row(i)[j], 5e-3);
    }

    [Fact]
    public void Integer_products_add_to_what_stands_there()
    {
        var random = new Random(2);
        var (x, weights) = (new Quantised().From(Filled(3, 64, random)), new IntegerWeights(Filled(64, 32, random), []));
        var (once, twice) = (new Matrix(3, 32), new Matrix(3, 32));
        weights.Multiply(x, once.Data, 32);
        weights.Multiply(x, twice.Data, 32);
        weights.Multiply(x, twice.Data, 32, add: true);
        Assert.Equal(once.All.ToArray().Select(v => v + v), twice.All.ToArray());
    }

    [Fact]
    public void Sixteen_lanes_give_the_bits_of_eight()
    {
        for (var x = -100f; x < 100; x += 0.37f)
            Assert.Equal(Elementwise.Tanh(System.Runtime.Intrinsics.Vector256.Create(x))[0], Elementwise.Tanh(System.Runtime.Intrinsics.Vector512.Create(x))[0]);
    }

    [Fact]
    public void The_exponential_is_close_to_the_exact_one()
    {
        for (var x = -20f; x < 20; x += 0.1f)
            Assert.Equal(1, Elementwise.Exp(System.Runtime.Intrinsics.Vector256.Create(x))[0] / Math.Exp(x), 1e-6);
    }

    private static Matrix Filled(int rows, int columns, Random random)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.All) value = random.NextSingle() - 0.5f;
        return matrix;
    }
}
