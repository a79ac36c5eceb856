using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Readout.Web.Safety;

/// <summary>Who may write: whoever shows the token that <c>serve</c> printed - a program in its Authorization header, a person once in the address, from then on in a cookie.</summary>
internal static class Writer
{
    private const string Cookie = "readout_token";

    public static void Use(WebApplication site, Serving serving) => site.Use((http, next) =>
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Query["token"].ToString() is not { Length: > 0 } shown) return next(http);
        if (IsToken(shown, serving)) Remember(http, serving);
        // The token must not stay in the address, which is copied and bookmarked.
        var rest = http.Request.Query.Where(q => q.Key != "token").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        http.Response.Redirect(Asking.Asked.Address(http.Request.Path.Value ?? "/", [.. rest]));
        return Task.CompletedTask;
    });

    public static void Remember(HttpContext http, Serving serving) =>
        http.Response.Cookies.Append(Cookie, serving.Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });

    public static bool IsToken(string shown, Serving serving) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(serving.Token));

    public static bool MayWrite(HttpContext http, Serving serving) => Bearer(http, serving) || (http.Request.Cookies[Cookie] is { } shown && IsToken(shown, serving));

    /// <summary>Lets a request through that may write; a cookie counts only with the form's anti-forgery token. Otherwise the answer is written and false given.</summary>
    public static async Task<bool> Check(HttpContext http, Serving serving)
    {
        if (Bearer(http, serving)) return true;
        if (!MayWrite(http, serving))
        {
            await Doors.Failures.Write(http, StatusCodes.Status401Unauthorized, "token", "Writing needs the token", "give the token that 'readout serve' printed: in the header 'Authorization: Bearer TOKEN', or open the address that it printed once in this browser");
            return false;
        }
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return true;
        await Doors.Failures.Write(http, StatusCodes.Status400BadRequest, "form", "The form is not from this site", "open the page again and send its form from there");
        return false;
    }

    private static bool Bearer(HttpContext http, Serving serving)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.Ordinal) && IsToken(header["Bearer ".Length..], serving);
    }
}
