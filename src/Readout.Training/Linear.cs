using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Y = X W + b, forward and backward.</summary>
internal sealed unsafe class Linear(Parameter weight, Parameter? bias)
{
    private readonly Matrix packed = new();

    public void Forward(Matrix x, Matrix y)
    {
        y.Resize(x.Rows, weight.Weight.Columns);
        Gemm.Multiply(x.Data, x.Columns, x.Rows, x.Columns, weight.Packed(), y.Columns, y.Data, y.Columns);
        if (bias is null) return;
        for (var i = 0; i < y.Rows; i++) Elementwise.Add(y.Row(i), bias.Weight.Data, y.Columns);
    }

    /// <summary>Adds to the gradients of weight and bias; writes (or adds) the gradient of the input when it is asked for.</summary>
    public void Backward(Matrix x, Matrix dy, Matrix? dx, bool add = false)
    {
        if (dx is not null)
        {
            if (!add) dx.Resize(x.Rows, x.Columns);
            Gemm.Multiply(dy.Data, dy.Columns, dy.Rows, dy.Columns, weight.PackedTransposed(), x.Columns, dx.Data, dx.Columns, add);
        }
        packed.Resize(dy.Rows, Gemm.Padded(dy.Columns));
        Gemm.Pack(dy.Data, dy.Columns, dy.Rows, dy.Columns, packed.Data);
        Gemm.AddTransposed(x.Data, x.Columns, x.Columns, x.Rows, packed.Data, dy.Columns, weight.Gradient.Data, dy.Columns);
        if (bias is null) return;
        for (var i = 0; i < dy.Rows; i++) Elementwise.Add(bias.Gradient.Data, dy.Row(i), dy.Columns);
    }
}
