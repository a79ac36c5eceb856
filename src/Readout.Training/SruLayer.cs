using System.Runtime.Intrinsics;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>
/// A simple recurrent unit in both directions: c_t = f c_{t-1} + (1 - f) u and y = r tanh(c) + (1 - r) x, where u, f and r come from one
/// matrix product over all words. Each half of the width is one direction. Rows of the product: u, f, r forward, then u, f, r backward.
/// </summary>
internal sealed unsafe class SruLayer
{
    private readonly Linear gates;
    private readonly Dropout dropout;
    private readonly Matrix dropped = new(), product = new(), cells = new(), squashed = new(), dProduct = new(), dDropped = new();
    private readonly Matrix carry = new();
    private readonly int half;
    private bool isDropping;

    public SruLayer(int index, NetworkShape shape, Func<string, int, int, float, bool, Parameter> create, ulong seed)
    {
        half = shape.Width / 2;
        gates = new Linear(
            create($"sru{index}", shape.Width, 3 * shape.Width, MathF.Sqrt(1.5f / shape.Width), false),
            create($"sru{index}.bias", 1, 3 * shape.Width, 0, false));
        dropout = new Dropout(seed);
    }

    public void Forward(Batch batch, Matrix x, Matrix y, float share)
    {
        isDropping = share > 0;
        if (isDropping) dropout.Forward(x, dropped, share);
        else dropped.CopyFrom(x);
        gates.Forward(dropped, product);
        cells.Resize(x.Rows, x.Columns);
        squashed.Resize(x.Rows, x.Columns);
        y.Resize(x.Rows, x.Columns);
        for (var s = 0; s < batch.Examples.Count; s++)
            for (var direction = 0; direction < 2; direction++) Scan(batch.Starts[s], batch.Examples[s].Count, direction);
        for (var t = 0; t < x.Rows; t++)
            for (var direction = 0; direction < 2; direction++) Output(t, direction, x, y);
    }

    private void Scan(int start, int count, int direction)
    {
        var step = direction == 0 ? 1 : -1;
        var t = direction == 0 ? start : start + count - 1;
        for (var k = 0; k < count; k++, t += step)
        {
            var row = product.Row(t) + direction * 3 * half;
            var cell = cells.Row(t) + direction * half;
            var previous = cell - step * cells.Columns;
            for (var i = 0; i < half; i += 8)
            {
                var u = Vector256.Load(row + i);
                var f = Elementwise.Sigmoid(Vector256.Load(row + half + i));
                f.Store(row + half + i);
                Elementwise.Sigmoid(Vector256.Load(row + 2 * half + i)).Store(row + 2 * half + i);
                var last = k > 0 ? Vector256.Load(previous + i) : Vector256<float>.Zero;
                Vector256.FusedMultiplyAdd(f, last - u, u).Store(cell + i);
            }
        }
    }

    private void Output(int t, int direction, Matrix x, Matrix y)
    {
        var r = product.Row(t) + direction * 3 * half + 2 * half;
        for (var i = 0; i < half; i += 8)
        {
            var at = direction * half + i;
            var squash = Elementwise.Tanh(Vector256.Load(cells.Row(t) + at));
            squash.Store(squashed.Row(t) + at);
            var input = Vector256.Load(x.Row(t) + at);
            Vector256.FusedMultiplyAdd(Vector256.Load(r + i), squash - input, input).Store(y.Row(t) + at);
        }
    }

    public void Backward(Batch batch, Matrix x, Matrix dy, Matrix dx)
    {
        dProduct.Resize(x.Rows, 3 * x.Columns);
        dx.Resize(x.Rows, x.Columns);
        carry.Resize(1, half);
        for (var s = 0; s < batch.Examples.Count; s++)
            for (var direction = 0; direction < 2; direction++) ScanBack(batch.Starts[s], batch.Examples[s].Count, direction, x, dy, dx);
        gates.Backward(dropped, dProduct, dDropped);
        if (isDropping) dropout.Backward(dDropped);
        Elementwise.Add(dx.Data, dDropped.Data, dx.Count);
    }

    private void ScanBack(int start, int count, int direction, Matrix x, Matrix dy, Matrix dx)
    {
        carry.Clear();
        var step = direction == 0 ? -1 : 1;
        var t = direction == 0 ? start + count - 1 : start;
        for (var k = 0; k < count; k++, t += step)
        {
            var at = direction * half;
            var row = product.Row(t) + 3 * at;
            var previous = k < count - 1 ? cells.Row(t + step) + at : null;
            for (var i = 0; i < half; i += 8) CellBack(row + i, dProduct.Row(t) + 3 * at + i, previous == null ? null : previous + i, squashed.Row(t) + at + i, x.Row(t) + at + i, dy.Row(t) + at + i, dx.Row(t) + at + i, carry.Data + i);
        }
    }

    private void CellBack(float* row, float* dRow, float* previous, float* squash, float* x, float* dy, float* dx, float* dCell)
    {
        var one = Vector256<float>.One;
        var g = Vector256.Load(dy);
        var (u, f, r) = (Vector256.Load(row), Vector256.Load(row + half), Vector256.Load(row + 2 * half));
        var (tanh, input) = (Vector256.Load(squash), Vector256.Load(x));
        var last = previous == null ? Vector256<float>.Zero : Vector256.Load(previous);
        (g * (tanh - input) * r * (one - r)).Store(dRow + 2 * half);
        (g * (one - r)).Store(dx);
        var d = Vector256.Load(dCell) + g * r * (one - tanh * tanh);
        (d * (last - u) * f * (one - f)).Store(dRow + half);
        (d * (one - f)).Store(dRow);
        (d * f).Store(dCell);
    }
}
