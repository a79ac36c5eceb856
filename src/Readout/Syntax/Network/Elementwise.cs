using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Readout.Syntax.Network;

/// <summary>Operations element by element, always eight at a time and with fused multiply-add, so that every machine gives the same bits.
/// Lengths are multiples of eight.</summary>
internal static unsafe class Elementwise
{
    private const int Lanes = 8;

    /// <summary>e to the power of x, to about two units in the last place; x is clamped to where a float can hold the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(88f));
        // x = n ln 2 + r with |r| <= ln 2 / 2; ln 2 in two parts keeps r exact. The polynomial is the one of Cephes' expf.
        var n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        var p = Vector256.FusedMultiplyAdd(Vector256.Create(1.9875691500e-4f), r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.FusedMultiplyAdd(p, r * r, r + Vector256<float>.One);
        var power = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
        return p * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var two = Vector256.Create(2f);
        return two / (Vector256<float>.One + Exp(-two * x)) - Vector256<float>.One;
    }

    // The same operations in the same order, sixteen at a time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f));
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(1.9875691500e-4f), r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23);
        return p * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var two = Vector512.Create(2f);
        return two / (Vector512<float>.One + Exp(-two * x)) - Vector512<float>.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* y, float* x, int count)
    {
        for (var i = 0; i < count; i += Lanes) (Vector256.Load(y + i) + Vector256.Load(x + i)).Store(y + i);
    }

    /// <summary>y += a x.</summary>
    public static void AddScaled(float* y, float a, float* x, int count)
    {
        var scale = Vector256.Create(a);
        for (var i = 0; i < count; i += Lanes) Vector256.FusedMultiplyAdd(scale, Vector256.Load(x + i), Vector256.Load(y + i)).Store(y + i);
    }

    /// <summary>Leaky rectifier: x where positive, x / 10 elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Leaky(float* x, float* y, int count)
    {
        var slope = Vector256.Create(0.1f);
        for (var i = 0; i < count; i += Lanes)
        {
            var v = Vector256.Load(x + i);
            Vector256.Max(v, v * slope).Store(y + i);
        }
    }

    /// <summary>Index of the greatest element, the first of equals.</summary>
    public static int IndexOfMax(float* x, int count) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(x, count));

    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Softmax(float* x, int count)
    {
        var max = x[IndexOfMax(x, count)];
        var sum = 0f;
        for (var i = 0; i < count; i++) sum += x[i] = MathF.Exp(x[i] - max);
        for (var i = 0; i < count; i++) x[i] /= sum;
    }
}
