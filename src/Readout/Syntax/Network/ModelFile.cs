using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;
using Readout.Loading;

namespace Readout.Syntax.Network;

/// <summary>A part of a model file, in mapped memory that lives as long as the file.</summary>
internal readonly unsafe record struct ModelSection(string Name, int Rows, int Columns, nint Data, long Length)
{
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged => new((void*)Data, (int)(Length / sizeof(T)));

    public string Text => Encoding.UTF8.GetString((byte*)Data, (int)Length);
}

/// <summary>
/// A memory-mapped model file: eight bytes of magic, the SHA-256 of all that follows, the number of sections, for each its name, rows,
/// columns, offset and length, then the sections, each aligned to 64 bytes. Little-endian.
/// </summary>
internal sealed unsafe class ModelFile : IDisposable
{
    public const string Magic = "READOUT1";
    public const int HashAt = 8, BodyAt = 40, Alignment = 64;
    private readonly MemoryMappedFile mapping;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<string, ModelSection> sections = new(StringComparer.Ordinal);

    private ModelFile(string name, MemoryMappedFile mapping, long length)
    {
        (Name, this.mapping) = (name, mapping);
        view = mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Check(new ReadOnlySpan<byte>(start, (int)length));
        ReadSections(start, (int)length);
    }

    public string Name { get; }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the contents.</summary>
    public string Version { get; private set; } = "";

    public ModelSection this[string section] =>
        sections.TryGetValue(section, out var found) ? found : throw Damaged($"has no section '{section}'");

    public static ModelFile Open(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) throw new ModelException(name, $"is missing (looked for {path}); install Readout again or give the folder with --models");
        var length = new FileInfo(path).Length;
        if (length < BodyAt + sizeof(int)) throw new ModelException(name, $"is damaged: {length} bytes are too few; install Readout again");
        return new ModelFile(name, MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        mapping.Dispose();
    }

    private ModelException Damaged(string how) => new(Name, $"is damaged: {how}; install Readout again");

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (!bytes[..HashAt].SequenceEqual(Encoding.ASCII.GetBytes(Magic))) throw Damaged("it is not a Readout model, or one of another version");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[BodyAt..], hash);
        if (!hash.SequenceEqual(bytes[HashAt..BodyAt])) throw Damaged("its contents do not match its checksum");
        Version = Convert.ToHexStringLower(hash)[..12];
    }

    private void ReadSections(byte* start, int length)
    {
        using var stream = new UnmanagedMemoryStream(start + BodyAt, length - BodyAt);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var count = reader.ReadInt32();
        for (var i = 0; i < count; i++)
        {
            var (name, rows, columns) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            var (offset, size) = (reader.ReadInt64(), reader.ReadInt64());
            sections[name] = new ModelSection(name, rows, columns, (nint)(start + offset), size);
        }
    }
}
