using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Readout.App.Sources.Web;

/// <summary>What a URL gave.</summary>
/// <param name="Url">Where it was found in the end, after redirects.</param>
internal sealed record Fetched(string Url, byte[] Body, string? Charset);

/// <summary>Fetches pages politely: names itself, obeys robots.txt, waits between requests, tries again when a site is busy, and stays on the public internet.</summary>
internal sealed class Fetcher(Func<IPEndPoint, bool> allows, TimeProvider clock, CancellationToken stop, FetchLimits? limits = null) : IDisposable
{
    private const string Agent = "readout";
    private readonly FetchLimits limits = limits ?? new FetchLimits();
    private readonly Dictionary<string, Robots> robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> lastRequest = new(StringComparer.Ordinal);
    private HttpClient? client;

    public static bool IsUrl(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public Fetched Get(string url) => GetAsync(url).GetAwaiter().GetResult();

    public void Dispose() => client?.Dispose();

    private async Task<Fetched> GetAsync(string input)
    {
        if (!Uri.TryCreate(input, UriKind.Absolute, out var url)) throw new SourceException(input, "is no valid URL");
        try
        {
            for (var hop = 0; hop <= limits.Redirects; hop++)
            {
                if (!(await RobotsOf(url, input)).Allows(url.PathAndQuery)) throw new SourceException(input, $"must not be fetched: the robots.txt of {url.Host} forbids it");
                using var response = await Patiently(url, input);
                if (Redirect(response, url) is { } next)
                {
                    url = next.Scheme is "http" or "https" ? next : throw new SourceException(input, $"redirects to {next.Scheme}:, which is not the web");
                    continue;
                }
                if (!response.IsSuccessStatusCode) throw new SourceException(input, $"answers {(int)response.StatusCode} {response.ReasonPhrase}");
                return new Fetched(url.AbsoluteUri, await Body(response, input), response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''));
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new SourceException(input, $"could not be fetched: {Innermost(problem).Message}");
        }
        throw new SourceException(input, $"redirects more than {limits.Redirects} times");
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is >= 301 and <= 308 && response.Headers.Location is { } to ? new Uri(from, to) : null;

    private static Exception Innermost(Exception problem) => problem is HttpRequestException { InnerException: { } inner } ? Innermost(inner) : problem;

    private async Task<Robots> RobotsOf(Uri url, string input)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(site, out var known)) return known;
        return robots[site] = await FetchRobots(new Uri(url, "/robots.txt"), input);
    }

    private async Task<Robots> FetchRobots(Uri url, string input)
    {
        // RFC 9309: five redirects are followed; a site without the file forbids nothing, one that is down forbids everything.
        for (var hop = 0; hop <= 5; hop++)
        {
            using var response = await Patiently(url, input);
            if ((int)response.StatusCode >= 500) return Robots.Closed;
            if (response.IsSuccessStatusCode) return Robots.Parse(Encoding.UTF8.GetString(await Body(response, input)), Agent);
            if (Redirect(response, url) is not { Scheme: "http" or "https" } next) break;
            url = next;
        }
        return Robots.Open;
    }

    /// <summary>One request; tried again when the site is busy or the connection breaks.</summary>
    private async Task<HttpResponseMessage> Patiently(Uri url, string input)
    {
        for (var attempt = 1; ; attempt++)
        {
            await Pause(url);
            TimeSpan? asked = null;
            try
            {
                var response = await Send(url);
                if (attempt >= limits.Attempts || !IsBusy(response.StatusCode)) return response;
                asked = response.Headers.RetryAfter is { } after ? Wait(after) : null;
                response.Dispose();
            }
            catch (HttpRequestException problem) when (attempt < limits.Attempts && Innermost(problem) is not PrivateAddressException)
            {
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                if (attempt >= limits.Attempts) throw new SourceException(input, $"did not answer within {limits.Timeout.TotalSeconds:0} s");
            }
            await Task.Delay(asked ?? limits.BackOff * Math.Pow(2, attempt - 1), clock, stop);
        }
    }

    private static bool IsBusy(HttpStatusCode status) => (int)status is 429 or 500 or 502 or 503 or 504;

    // A site may ask for a longer wait than a reader has patience for.
    private TimeSpan Wait(RetryConditionHeaderValue after)
    {
        var asked = after.Delta ?? after.Date - clock.GetUtcNow() ?? TimeSpan.Zero;
        return TimeSpan.FromSeconds(Math.Clamp(asked.TotalSeconds, 0, 60));
    }

    private async Task Pause(Uri url)
    {
        if (lastRequest.TryGetValue(url.Host, out var last))
        {
            var asked = robots.TryGetValue(url.GetLeftPart(UriPartial.Authority), out var rules) ? rules.Delay : TimeSpan.Zero;
            var left = (asked > limits.Pause ? asked : limits.Pause) - clock.GetElapsedTime(last);
            if (left > TimeSpan.Zero) await Task.Delay(left, clock, stop);
        }
        lastRequest[url.Host] = clock.GetTimestamp();
    }

    private async Task<HttpResponseMessage> Send(Uri url)
    {
        client ??= new HttpClient(GuardedConnection.Handler(allows)) { Timeout = limits.Timeout };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd("Readout/0.1 (news reader; obeys robots.txt)");
        request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    private async Task<byte[]> Body(HttpResponseMessage response, string input)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(limits.Timeout);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(late.Token);
            using var body = new MemoryStream();
            var chunk = new byte[81920];
            for (int read; (read = await stream.ReadAsync(chunk, late.Token)) > 0;)
            {
                if (body.Length + read > Bytes.PageLimit) throw new SourceException(input, Bytes.TooLarge);
                body.Write(chunk, 0, read);
            }
            return body.ToArray();
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SourceException(input, $"did not send its page within {limits.Timeout.TotalSeconds:0} s");
        }
    }
}
