using System.Buffers.Binary;
using System.Text;
using Readout.Loading;
using Readout.World;

namespace Readout.Places;

/// <summary>
/// Towns and provinces of the world by name, looked up in the compiled bytes themselves: nothing is unpacked at the start.
/// Layout, little-endian: the header of <see cref="GazetteerLayout"/>; countries, three letters each; places of <see cref="GazetteerLayout.PlaceSize"/>
/// bytes; places' names; for each block of keys its offset; the keys, folded, sorted by bytes and front-coded in blocks, each with its places.
/// </summary>
internal sealed class Gazetteer
{
    public const string FileName = "places/gazetteer.bin";

    private readonly byte[] bytes;
    private readonly GazetteerLayout layout;

    public Gazetteer(byte[] bytes)
    {
        this.bytes = bytes;
        layout = GazetteerLayout.Read(bytes);
    }

    public static Gazetteer Load(KnowledgeFolder folder) => new(folder.Bytes(FileName));

    public int Count => layout.Places;

    /// <summary>A name as it is looked up: folded words with one space between.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) key.Append(Fold.Letter(c));
            else if (c is not ('\'' or '’' or '‘' or '`' or '.') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }

    /// <summary>All places of that name, most people first.</summary>
    public IReadOnlyList<GazetteerEntry> Find(ReadOnlySpan<char> name)
    {
        var key = Encoding.UTF8.GetBytes(Key(name));
        if (key.Length is 0 or > GazetteerLayout.LongestKey || Block(key) is not (>= 0 and var block)) return [];
        Span<byte> current = stackalloc byte[GazetteerLayout.LongestKey];
        var at = layout.KeyStart(bytes, block);
        for (var i = 0; i < GazetteerLayout.BlockSize && at < bytes.Length; i++)
        {
            int shared = bytes[at], more = bytes[at + 1];
            bytes.AsSpan(at + 2, more).CopyTo(current[shared..]);
            at += 2 + more;
            var order = current[..(shared + more)].SequenceCompareTo(key);
            if (order > 0) return [];
            var count = Varint(ref at);
            if (order == 0) return Entries(at, count);
            for (var skip = 0; skip < count; skip++) Varint(ref at);
        }
        return [];
    }

    public GazetteerEntry this[int index]
    {
        get
        {
            var place = bytes.AsSpan(layout.PlaceStart + index * GazetteerLayout.PlaceSize, GazetteerLayout.PlaceSize);
            int Word(ReadOnlySpan<byte> span, int at) => BinaryPrimitives.ReadInt32LittleEndian(span[at..]);
            var province = BinaryPrimitives.ReadUInt16LittleEndian(place[20..]);
            var name = layout.NameStart + Word(place, 16);
            var country = Encoding.ASCII.GetString(bytes, GazetteerLayout.CountryStart + 3 * place[22], 3);
            return new GazetteerEntry(index, Word(place, 0), Encoding.UTF8.GetString(bytes, name + 1, bytes[name]), country,
                province == ushort.MaxValue ? -1 : province, Word(place, 4) / 1e5, Word(place, 8) / 1e5, Word(place, 12), (GazetteerKind)place[23]);
        }
    }

    private List<GazetteerEntry> Entries(int at, int count)
    {
        var found = new List<GazetteerEntry>(count);
        for (var i = 0; i < count; i++) found.Add(this[Varint(ref at)]);
        return found;
    }

    /// <summary>The last block whose first key is not after the key; -1 when the key stands before them all.</summary>
    private int Block(ReadOnlySpan<byte> key)
    {
        int low = 0, high = layout.Blocks - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = layout.KeyStart(bytes, middle);
            if (bytes.AsSpan(at + 2, bytes[at + 1]).SequenceCompareTo(key) <= 0) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    private int Varint(ref int at)
    {
        int value = 0, shift = 0;
        while (true)
        {
            var part = bytes[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80) return value;
            shift += 7;
        }
    }
}
