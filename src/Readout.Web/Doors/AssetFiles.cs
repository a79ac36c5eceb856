using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Readout.Web.Doors;

/// <summary>Scripts, styles and pictures, embedded in the program. Their addresses carry a hash of the content, so that they can be kept for ever.</summary>
internal static class AssetFiles
{
    private static readonly Dictionary<string, Asset> All = Load();

    public static string Address(string name) => $"/assets/{name}?v={All[name].Hash}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", (string name, HttpContext http) => Give(name, http)).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext http) => Give("icon.svg", http)).ExcludeFromDescription();
    }

    private static Task Give(string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var cache = http.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br")) return Tagged.Send(http, asset.Bytes, asset.ContentType, cache);
        http.Response.Headers.ContentEncoding = "br";
        return Tagged.Send(http, asset.Packed.Value, asset.ContentType, cache);
    }

    private static Dictionary<string, Asset> Load()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var all = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var name = resource["assets/".Length..];
            all[name] = new Asset(bytes.ToArray(), ContentType(name));
        }
        return all;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    private sealed class Asset(byte[] bytes, string contentType)
    {
        public byte[] Bytes { get; } = bytes;

        public string ContentType { get; } = contentType;

        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

        // Packed when first asked for: the start must not wait for it.
        public Lazy<byte[]> Packed { get; } = new(() =>
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(bytes);
            return packed.ToArray();
        });
    }
}
