using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>What a form or a JSON object of strings gives, trimmed.</summary>
internal static class Fields
{
    /// <summary>Empty fields are left out, but for those with a colon in the name: there, taking a value away is meant.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Of(HttpContext http) => http.Request.HasFormContentType ? await OfForm(http) : await OfJson(http);

    private static async Task<IReadOnlyDictionary<string, string>> OfForm(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return form.Where(f => f.Key.Contains(':', StringComparison.Ordinal) || !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => f.Value.ToString().Trim(), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, string>> OfJson(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(http.Request.Body, cancellationToken: http.RequestAborted) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new WrongQuestionException("body", "must be a JSON object of strings: {\"act\": \"wrong\", \"id\": \"article#e3\", \"reason\": \"…\"}");
        }
    }
}
