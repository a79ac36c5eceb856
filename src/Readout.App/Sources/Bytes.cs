using System.IO.Compression;

namespace Readout.App.Sources;

/// <summary>The bytes of a file, unpacked when gzipped, never more than the limit.</summary>
internal static class Bytes
{
    /// <summary>No page of news is larger; a larger one is refused by name.</summary>
    public const int PageLimit = 32 << 20;

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;

    public static byte[] Read(Stream stream, string input, long limit = PageLimit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limit) throw new SourceException(input, $"is larger than {limit >> 20} MB; split it, or give the article's text");
        }
        return buffer.ToArray();
    }

    public static byte[] Unpack(byte[] bytes, string input, long limit = PageLimit)
    {
        if (!IsGzip(bytes)) return bytes;
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return Read(unpacked, input, limit);
        }
        catch (InvalidDataException)
        {
            throw new SourceException(input, "is a damaged or truncated gzip file; fetch it again");
        }
    }
}
