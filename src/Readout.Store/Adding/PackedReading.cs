using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Output;

namespace Readout.Store.Adding;

/// <summary>A reading as kept: its JSON without the name of the input, packed. One article may come from several inputs; which is named must not depend on their order.</summary>
internal static class PackedReading
{
    private const string NoInput = "\"input\":\"\"";

    public static byte[] Pack(Reading reading)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest)) zip.Write(ReadingJson.Write(reading with { Article = reading.Article with { Input = "" } }).Span);
        return packed.ToArray();
    }

    /// <summary>The line that <c>read</c> would print.</summary>
    public static string Unpack(byte[] packed, string input)
    {
        using var zip = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        var json = reader.ReadToEnd();
        // Quotation marks inside strings are escaped, so the first hit is the property.
        var at = json.IndexOf(NoInput, StringComparison.Ordinal);
        var named = $"\"input\":\"{JsonEncodedText.Encode(input, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return string.Concat(json.AsSpan(0, at), named, json.AsSpan(at + NoInput.Length));
    }
}
