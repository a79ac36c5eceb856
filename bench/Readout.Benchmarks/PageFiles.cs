using System.IO.Compression;

namespace Readout.Benchmarks;

/// <summary>A page of a folder, unpacked, in memory.</summary>
internal sealed record PageFile(string Name, byte[] Bytes)
{
    /// <summary>The name without its endings: the key in the ground truth.</summary>
    public string Key => Path.GetFileName(Name).Split('.')[0];

    public static IReadOnlyList<PageFile> All(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => new PageFile(f, Unpacked(f)))];

    private static byte[] Unpacked(string file)
    {
        using var stream = File.OpenRead(file);
        using var source = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var memory = new MemoryStream();
        source.CopyTo(memory);
        return memory.ToArray();
    }
}
