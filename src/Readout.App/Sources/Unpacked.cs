using System.IO.Compression;

namespace Readout.App.Sources;

/// <summary>What a gzip stream holds. A truncated stream and one that unpacks beyond all reason end with an error that names the input.</summary>
internal sealed class Unpacked : ReadOnlyStream
{
    // Text packs to a tenth, repetitive JSON to a fortieth; a thousand zeros to one byte is an attack.
    private const int MostGrowth = 250;
    private const long Harmless = 64 << 20;
    private readonly CountingStream packed;
    private readonly GZipStream unpacking;
    private readonly string input;
    private long unpacked;

    public Unpacked(Stream packed, string input)
    {
        this.packed = new CountingStream(packed);
        this.input = input;
        unpacking = new GZipStream(this.packed, CompressionMode.Decompress);
    }

    public static bool Looks(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = unpacking.Read(buffer);
            unpacked += count;
            if (unpacked > Harmless && unpacked > packed.Count * MostGrowth)
                throw new SourceException(input, $"unpacks to more than {MostGrowth} times its size, as only an attack does; unpack it yourself if you trust it");
            return count;
        }
        catch (InvalidDataException)
        {
            throw new SourceException(input, "is a damaged or truncated gzip file; fetch it again");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }
}
