namespace Readout.App.Frame;

/// <summary>The reader of our output has gone (<c>readout … | head</c>): stop quietly.</summary>
internal sealed class OutputClosedException() : Exception("the output was closed");

/// <summary>Standard output, buffered; a broken pipe becomes <see cref="OutputClosedException"/>, so that it is not taken for a broken input.</summary>
internal sealed class FindingsStream(Stream inner) : Stream
{
    private readonly BufferedStream buffer = new(inner, 1 << 16);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Guarded(buffer.Flush);

    public override void Write(byte[] bytes, int offset, int count) => Guarded(() => buffer.Write(bytes, offset, count));

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing) buffer.Flush();
        }
        catch (IOException)
        {
            // Nobody listens any more; there is nobody to tell.
        }
        base.Dispose(disposing);
    }

    private static void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (IOException)
        {
            throw new OutputClosedException();
        }
    }
}
