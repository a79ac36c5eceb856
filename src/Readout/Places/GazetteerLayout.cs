using System.Buffers.Binary;
using Readout.Loading;

namespace Readout.Places;

/// <summary>Where the parts of a compiled gazetteer begin; shared by the reader and the compiler.</summary>
internal readonly record struct GazetteerLayout(int Countries, int Places, int NameBytes, int Blocks)
{
    public const int PlaceSize = 24, BlockSize = 16, LongestKey = 200, HeaderSize = 24;

    public static ReadOnlySpan<byte> Magic => "RDGAZ001"u8;

    public static int CountryStart => HeaderSize;

    public int PlaceStart => CountryStart + 3 * Countries;

    public int NameStart => PlaceStart + PlaceSize * Places;

    public int BlockStart => NameStart + NameBytes;

    public int KeysStart => BlockStart + 4 * Blocks;

    /// <summary>Throws <see cref="KnowledgeException"/> when the bytes are no gazetteer of this layout.</summary>
    public static GazetteerLayout Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize || !bytes.StartsWith(Magic)) throw Damaged();
        int Word(ReadOnlySpan<byte> b, int at) => BinaryPrimitives.ReadInt32LittleEndian(b[at..]);
        var layout = new GazetteerLayout(Word(bytes, 8), Word(bytes, 12), Word(bytes, 16), Word(bytes, 20));
        if (layout.Countries < 0 || layout.Places < 0 || layout.NameBytes < 0 || layout.Blocks < 0 || (long)layout.KeysStart > bytes.Length) throw Damaged();
        return layout;
    }

    public void Write(Span<byte> header)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Countries);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Places);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], NameBytes);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], Blocks);
    }

    internal int KeyStart(ReadOnlySpan<byte> bytes, int block) => KeysStart + BinaryPrimitives.ReadInt32LittleEndian(bytes[(BlockStart + 4 * block)..]);

    private static KnowledgeException Damaged() =>
        new(Gazetteer.FileName, 0, "is damaged or of another version; restore the file or compile it again with Readout.Training gazetteer");
}
