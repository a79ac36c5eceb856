using System.Runtime.Intrinsics;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>A weight matrix with its gradient and the moments of Adam. Tables of embeddings are updated row by row, where touched.</summary>
internal sealed unsafe class Parameter
{
    private readonly Matrix first, second;
    private readonly Matrix packed = new(), packedTransposed = new();
    private readonly bool[]? isTouched;
    private readonly List<int> touched = [];
    private bool stale = true;

    public Parameter(string name, int rows, int columns, float scale, Random random, bool table = false)
    {
        (Name, Weight, Gradient) = (name, new Matrix(rows, columns), new Matrix(rows, columns));
        (first, second) = (new Matrix(rows, columns), new Matrix(rows, columns));
        if (table) isTouched = new bool[rows];
        foreach (ref var weight in Weight.All) weight = scale * 1.732f * (float)(random.NextDouble() * 2 - 1);
    }

    public string Name { get; }

    public Matrix Weight { get; }

    public Matrix Gradient { get; }

    public void Changed() => stale = true;

    /// <summary>The gradient of a table's row, which the next update will use.</summary>
    public float* Touch(int row)
    {
        if (!isTouched![row])
        {
            isTouched[row] = true;
            touched.Add(row);
        }
        return Gradient.Row(row);
    }

    public float* Packed()
    {
        Repack();
        return packed.Data;
    }

    public float* PackedTransposed()
    {
        Repack();
        return packedTransposed.Data;
    }

    public double SumOfSquares()
    {
        double sum = 0;
        if (isTouched is null) sum = System.Numerics.Tensors.TensorPrimitives.SumOfSquares(Gradient.All);
        else
            foreach (var row in touched) sum += System.Numerics.Tensors.TensorPrimitives.SumOfSquares(Gradient.RowSpan(row));
        return sum;
    }

    /// <summary>One step of Adam with the gradient scaled; clears the gradient.</summary>
    public void Update(float rate, float scale, int step)
    {
        if (isTouched is null)
        {
            Adam(0, Weight.Count, rate, scale, step);
            Gradient.Clear();
        }
        else
        {
            foreach (var row in touched)
            {
                Adam((long)row * Weight.Columns, Weight.Columns, rate, scale, step);
                isTouched[row] = false;
                Gradient.RowSpan(row).Clear();
            }
            touched.Clear();
        }
        stale = true;
    }

    private void Adam(long start, int count, float rate, float scale, int step)
    {
        const float Decay1 = 0.9f, Decay2 = 0.98f;
        float* w = Weight.Data + start, g = Gradient.Data + start, m = first.Data + start, v = second.Data + start;
        var stepRate = Vector256.Create(rate / (1 - MathF.Pow(Decay1, step)));
        var correction = Vector256.Create(1 / (1 - MathF.Pow(Decay2, step)));
        for (var i = 0; i < count; i += 8)
        {
            var gradient = Vector256.Load(g + i) * scale;
            var mean = Vector256.Load(m + i) * Decay1 + gradient * (1 - Decay1);
            var square = Vector256.Load(v + i) * Decay2 + gradient * gradient * (1 - Decay2);
            mean.Store(m + i);
            square.Store(v + i);
            (Vector256.Load(w + i) - stepRate * mean / (Vector256.Sqrt(square * correction) + Vector256.Create(1e-8f))).Store(w + i);
        }
    }

    private void Repack()
    {
        if (!stale) return;
        int k = Weight.Rows, n = Weight.Columns;
        packed.Resize(k, Gemm.Padded(n));
        Gemm.Pack(Weight.Data, n, k, n, packed.Data);
        packedTransposed.Resize(n, Gemm.Padded(k));
        Gemm.PackTransposed(Weight.Data, n, n, k, packedTransposed.Data);
        stale = false;
    }
}
