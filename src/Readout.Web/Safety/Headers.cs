using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Readout.Web.Safety;

/// <summary>What every answer tells the browser: run and load only what this host serves as files; show it in no frame; tell no other site where the reader came from.</summary>
internal static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'none'";

    public static void Use(WebApplication site) => site.Use((http, next) =>
    {
        Set(http);
        return next(http);
    });

    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        // A page of the record changes when somebody adds or corrects.
        headers.CacheControl = "private, no-cache";
    }
}
