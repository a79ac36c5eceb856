namespace Readout.App.Sources;

/// <summary>Tells how many bytes were read through it.</summary>
internal sealed class CountingStream(Stream inner, Action<long>? read = null) : ReadOnlyStream
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Count += count;
        read?.Invoke(count);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
