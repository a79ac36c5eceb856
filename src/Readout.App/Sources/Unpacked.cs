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
    private readonly byte[] buffer = new byte[(1 << 16) + EndMark.Length];
    private int at;
    private int end;
    private long unpacked;

    public Unpacked(Stream packed, string input)
    {
        this.packed = new CountingStream(packed);
        this.input = input;
        unpacking = new GZipStream(new Chain(this.packed, new MemoryStream(PackedEndMark)), CompressionMode.Decompress);
    }

    // GZipStream takes a stream that breaks off for one that ends. So a member of our own goes behind the last one:
    // only when what stood before it was whole does it come out as it went in.
    private static ReadOnlySpan<byte> EndMark => "\u0003readout-end\u0003\u0000"u8;

    private static byte[] PackedEndMark { get; } = Pack(EndMark);

    public static bool Looks(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    public override int Read(Span<byte> target)
    {
        if (end - at <= EndMark.Length) Fill();
        var count = Math.Min(target.Length, end - at - EndMark.Length);
        if (count <= 0) return buffer.AsSpan(at, end - at).SequenceEqual(EndMark) ? 0 : throw Damaged();
        buffer.AsSpan(at, count).CopyTo(target);
        at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private void Fill()
    {
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        (at, end) = (0, end - at);
        try
        {
            var count = unpacking.ReadAtLeast(buffer.AsSpan(end), EndMark.Length + 1, throwOnEndOfStream: false);
            end += count;
            unpacked += count;
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
        if (unpacked > Harmless && unpacked > packed.Count * MostGrowth)
            throw new SourceException(input, $"unpacks to more than {MostGrowth} times its size, as only an attack does; unpack it yourself if you trust it");
    }

    private SourceException Damaged() => new(input, "is a damaged or truncated gzip file; fetch it again");

    /// <summary>One stream after the other.</summary>
    private sealed class Chain(Stream first, Stream second) : ReadOnlyStream
    {
        public override int Read(Span<byte> target) => first.Read(target) is > 0 and var count ? count : second.Read(target);

        protected override void Dispose(bool disposing)
        {
            if (disposing) first.Dispose();
            base.Dispose(disposing);
        }
    }
}
