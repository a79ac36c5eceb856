namespace Readout.App.Sources;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : ReadOnlyStream
{
    private const int HeadBytes = 8192;
    private readonly Stream inner;
    private readonly byte[] head = new byte[HeadBytes];
    private readonly int length;
    private int at;

    public HeadStream(Stream inner)
    {
        this.inner = inner;
        length = inner.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => head.AsSpan(0, length);

    public override int Read(Span<byte> buffer)
    {
        if (at >= length) return inner.Read(buffer);
        var count = Math.Min(buffer.Length, length - at);
        head.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
