using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Sets a share of the values to zero and scales the rest, with its own stream of random bits.</summary>
internal sealed unsafe class Dropout(ulong seed)
{
    private readonly Matrix mask = new();
    private ulong state = seed * 0x9E3779B97F4A7C15 | 1;

    public void Forward(Matrix x, Matrix y, float share)
    {
        y.Resize(x.Rows, x.Columns);
        mask.Resize(x.Rows, x.Columns);
        var keep = 1 / (1 - share);
        var threshold = (uint)(share * 65536);
        for (var i = 0; i < x.Count; i += 4)
        {
            var bits = Next();
            for (var j = i; j < i + 4; j++, bits >>= 16)
            {
                mask.Data[j] = (bits & 0xFFFF) < threshold ? 0 : keep;
                y.Data[j] = x.Data[j] * mask.Data[j];
            }
        }
    }

    public void Backward(Matrix dy) => System.Numerics.Tensors.TensorPrimitives.Multiply(dy.All, mask.All, dy.All);

    public bool Hit(float share) => (Next() & 0xFFFF) < (uint)(share * 65536);

    private ulong Next()
    {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }
}
