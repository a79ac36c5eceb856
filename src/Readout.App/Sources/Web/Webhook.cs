using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Readout.App.Sources.Web;

/// <summary>Calls a webhook: JSON, signed with HMAC-SHA256 over the body, only to addresses that are allowed, never through a redirect.</summary>
internal sealed class Webhook(Func<IPEndPoint, bool> allows, CancellationToken stop) : IDisposable
{
    private const int Attempts = 3;
    private readonly HttpClient client = new(GuardedConnection.Handler(allows)) { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Returns null when it was taken (2xx), else why not.</summary>
    /// <param name="delivery">The same for the same body, so that a receiver can drop what comes twice.</param>
    public async Task<string?> Post(Uri url, byte[] body, string delivery, string? secret)
    {
        string? problem = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (attempt > 1) await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), stop);
            try
            {
                using var request = Request(url, body, delivery, secret);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
                if (response.IsSuccessStatusCode) return null;
                problem = string.Create(CultureInfo.InvariantCulture, $"answers {(int)response.StatusCode}");
                if ((int)response.StatusCode is >= 300 and < 500 and not 429) return problem;
            }
            catch (HttpRequestException failure) when (failure.InnerException is PrivateAddressException)
            {
                return $"{url.Host} is a private address; save the watch with --allow-private to call it";
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                problem = $"could not be called: {failure.Message}";
            }
        }
        return problem;
    }

    public static string Signature(byte[] body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(Uri url, byte[] body, string delivery, string? secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("Readout/0.1");
        request.Headers.Add("X-Delivery", delivery);
        if (secret is not null) request.Headers.Add("X-Signature", Signature(body, secret));
        return request;
    }
}
