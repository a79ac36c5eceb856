namespace Readout.App.Sources;

/// <summary>Bounded reading of whole pages.</summary>
internal static class Bytes
{
    /// <summary>No page of news is larger; a larger one is refused by name.</summary>
    public const int PageLimit = 32 << 20;

    public static string TooLarge { get; } = $"is larger than {PageLimit >> 20} MB, which no page of news is; give the article's text, or JSON lines";

    /// <summary>All bytes of a stream, at most <see cref="PageLimit"/>.</summary>
    public static byte[] Read(Stream stream, string input)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            if (buffer.Length + read > PageLimit) throw new SourceException(input, TooLarge);
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }
}
