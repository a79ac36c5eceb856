using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Readout.Web.Doors;

/// <summary>What an address gives that nothing stands at.</summary>
internal static class NotFound
{
    public static async Task Give(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await Failures.Write(http, StatusCodes.Status404NotFound, "not-found", "There is nothing at this address", "the addresses are listed at /api and in /openapi.json");
            return;
        }
        await new RazorComponentResult<Pages.Lost> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(http);
    }
}
