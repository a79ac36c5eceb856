using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Readout.Web.Doors;

/// <summary>Sends a body with an ETag of its bytes; a caller that has it already gets 304 and no body.</summary>
internal static class Tagged
{
    public static async Task Send(HttpContext http, byte[] body, string contentType, string cache = "private, no-cache")
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..24]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = cache;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false) || t == EntityTagHeaderValue.Any))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
