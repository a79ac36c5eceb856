using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Readout.Syntax.Network;

namespace Readout.Training;

/// <summary>Writes model files as <see cref="ModelFile"/> reads them.</summary>
internal sealed class ModelWriter
{
    private readonly List<(string Name, int Rows, int Columns, byte[] Data)> sections = [];

    public void AddText(string name, IEnumerable<string> lines) => sections.Add((name, 0, 0, Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public void AddFloats(string name, ReadOnlySpan<float> values) => sections.Add((name, 1, values.Length, MemoryMarshal.AsBytes(values).ToArray()));

    public void AddNumbers(string name, params int[] values) => sections.Add((name, 1, values.Length, MemoryMarshal.AsBytes<int>(values).ToArray()));

    /// <summary>Rows as 8-bit values with a scale each.</summary>
    public void AddTable(string name, int rows, int columns, Func<int, ReadOnlyMemory<float>> row)
    {
        var scales = new Half[rows];
        var values = new sbyte[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            var from = row(i).Span;
            var greatest = 0f;
            foreach (var value in from) greatest = Math.Max(greatest, Math.Abs(value));
            scales[i] = (Half)(greatest / 127);
            if ((float)scales[i] > 0)
                for (var j = 0; j < columns; j++) values[i * columns + j] = (sbyte)Math.Clamp(MathF.Round(from[j] / (float)scales[i]), -127, 127);
        }
        AddTable(name, rows, columns, scales, values);
    }

    public void AddTable(string name, int rows, int columns, Half[] scales, sbyte[] values) =>
        sections.Add((name, rows, columns, [.. MemoryMarshal.AsBytes<Half>(scales), .. MemoryMarshal.AsBytes<sbyte>(values)]));

    public void AddIndex(string name, IEnumerable<(string Word, int Value)> words)
    {
        var sorted = words.Select(w => (Hash: StableHash.Of(w.Word), w.Value)).DistinctBy(w => w.Hash).OrderBy(w => w.Hash).ToArray();
        var (hashes, values) = (sorted.Select(w => w.Hash).ToArray(), sorted.Select(w => w.Value).ToArray());
        sections.Add((name, sorted.Length, 1, [.. MemoryMarshal.AsBytes<ulong>(hashes), .. MemoryMarshal.AsBytes<int>(values)]));
    }

    public void Save(string path)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8);
        writer.Write(sections.Count);
        long offset = ModelFile.BodyAt + sizeof(int) + sections.Sum(s => 1 + s.Name.Length + 8 + 16);
        foreach (var (name, rows, columns, data) in sections)
        {
            offset = Aligned(offset);
            writer.Write(name);
            writer.Write(rows);
            writer.Write(columns);
            writer.Write(offset);
            writer.Write((long)data.Length);
            offset += data.Length;
        }
        foreach (var section in sections)
        {
            writer.Write(new byte[Aligned(ModelFile.BodyAt + body.Length) - ModelFile.BodyAt - body.Length]);
            writer.Write(section.Data);
        }
        var bytes = body.ToArray();
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes(ModelFile.Magic), .. SHA256.HashData(bytes), .. bytes]);
    }

    private static long Aligned(long offset) => (offset + ModelFile.Alignment - 1) / ModelFile.Alignment * ModelFile.Alignment;
}
