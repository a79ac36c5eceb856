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
