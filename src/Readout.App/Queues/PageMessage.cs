using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readout.Pages;
using Readout.Store.Queues;

namespace Readout.App.Queues;

/// <summary>A page as it travels: JSON, packed.</summary>
internal static partial class PageMessage
{
    /// <summary>Numbers the pages of one call, so that a page that is sent again after a fault is known to be the same.</summary>
    public static IEnumerable<(Page Page, Job Job)> Number(IEnumerable<Page> pages)
    {
        var feed = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return pages.Select((page, i) => (page, new Job(string.Create(CultureInfo.InvariantCulture, $"{feed}-{i}"), Pack(page))));
    }

    public static byte[] Pack(Page page)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(zip, page, Shape.Default.Page);
        return packed.ToArray();
    }

    /// <summary>Throws <see cref="InvalidDataException"/> when it is no page.</summary>
    public static Page Unpack(byte[] body)
    {
        try
        {
            using var zip = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(zip, Shape.Default.Page) ?? throw new InvalidDataException("is no page");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidDataException($"is no page: {problem.Message}");
        }
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(Page))]
    private sealed partial class Shape : JsonSerializerContext;
}
