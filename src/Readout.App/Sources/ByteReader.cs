namespace Readout.App.Sources;

/// <summary>Lines and blocks of a stream as bytes, with a buffer of its own; memory is bounded by the limits of each call.</summary>
internal sealed class ByteReader(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    /// <summary>The next line without its line end, or null at the end of the stream.</summary>
    /// <param name="limit">Longest line in bytes; of a longer one only the beginning is given and <paramref name="cut"/> is set.</param>
    public byte[]? Line(int limit, out bool cut)
    {
        cut = false;
        if (!Fill()) return null;
        using var line = new MemoryStream();
        do
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf((byte)'\n');
            var piece = stop < 0 ? rest : rest[..stop];
            if (line.Length + piece.Length > limit) cut = true;
            line.Write(piece[..(int)Math.Min(piece.Length, limit - line.Length)]);
            at += stop < 0 ? rest.Length : stop + 1;
            if (stop >= 0) break;
        }
        while (Fill());
        var length = (int)line.Length;
        var bytes = line.GetBuffer();
        return bytes[..(length > 0 && bytes[length - 1] == '\r' ? length - 1 : length)];
    }

    /// <summary>The next bytes; fewer when the stream ends before.</summary>
    public byte[] Block(int length)
    {
        using var block = new MemoryStream(Math.Min(length, 1 << 20));
        while (block.Length < length && Fill()) Take((int)Math.Min(end - at, length - block.Length), block);
        return block.ToArray();
    }

    /// <summary>Passes over bytes; false when the stream ends before.</summary>
    public bool Skip(long length)
    {
        while (length > 0 && Fill())
        {
            var count = (int)Math.Min(end - at, length);
            at += count;
            length -= count;
        }
        return length == 0;
    }

    private void Take(int count, MemoryStream into)
    {
        into.Write(buffer, at, count);
        at += count;
    }

    private bool Fill()
    {
        if (at < end) return true;
        (at, end) = (0, stream.Read(buffer));
        return end > 0;
    }
}
