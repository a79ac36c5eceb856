using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>Answers to readers, kept until somebody writes to the record. When another process has written, an answer that was right a minute ago is still given while the new one is made behind it; an older one never is. Whoever may write gets each page fresh, since its forms are his.</summary>
internal sealed class KeptAnswers(Record record)
{
    private const long MostBytes = 64 << 20;

    private const string RefreshHeader = "Readout-Refresh";

    // How long after it was last known to be right an answer may be given while the new one is made.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly string[] HeaderNames = ["Readout-State", "Link"];

    // Of many who ask the same at once, one is answered and the others are given his answer.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];
    private readonly ConcurrentDictionary<string, Kept> answers = new(StringComparer.Ordinal);
    private readonly Refresher refresher = new();
    private long writes;
    private long bytes;

    public static void Use(WebApplication site, Record record)
    {
        var kept = new KeptAnswers(record);
        site.Lifetime.ApplicationStarted.Register(() => kept.refresher.Open(new Uri(site.Urls.First())));
        site.Use((http, next) => IsReading(http) ? kept.Answer(http, next) : next(http));
    }

    private static bool IsReading(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/assets") && !http.Request.Path.StartsWithSegments("/mcp") && !http.Request.Query.ContainsKey("token")
        && http.Request.Headers.Authorization.Count == 0 && !http.Request.Cookies.ContainsKey("readout_token");

    private async Task Answer(HttpContext http, RequestDelegate next)
    {
        // What was written here shows at once to everybody.
        var (written, now) = (record.Writes, record.Version());
        if (Interlocked.Exchange(ref writes, written) != written || Interlocked.Read(ref bytes) > MostBytes) Forget();
        var key = string.Join('\n', http.Request.Host, http.Request.Path, http.Request.QueryString, http.Request.Headers.Accept, http.Request.Cookies["theme"]);
        var kept = answers.TryGetValue(key, out var known) && IsGood(known, now, key, http) ? known : await Asked(key, now, http, next);
        http.Response.StatusCode = kept.Status;
        foreach (var (name, value) in kept.Headers) http.Response.Headers[name] = value;
        if (kept.Status == StatusCodes.Status200OK) await Tagged.Send(http, kept.Body, kept.ContentType);
        else await Plain(http, kept);
    }

    /// <summary>Whether an answer can be given: it is that of the record as it is, or was so a moment ago and the new one is on its way.</summary>
    private bool IsGood(Kept known, long now, string key, HttpContext http)
    {
        if (known.Version == now)
        {
            known.LastRight = record.Serving.Clock.GetTimestamp();
            return true;
        }
        if (refresher.IsOwn(http.Request.Headers[RefreshHeader]) || record.Serving.Clock.GetElapsedTime(known.LastRight) > Grace) return false;
        refresher.Ask(key, http.Request);
        return true;
    }

    private async Task<Kept> Asked(string key, long now, HttpContext http, RequestDelegate next)
    {
        var gate = gates[(uint)string.GetHashCode(key, StringComparison.Ordinal) % (uint)gates.Length];
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            if (answers.TryGetValue(key, out var known) && known.Version == now) return known;
            var written = record.Writes;
            var kept = await Fresh(now, http, next);
            kept.LastRight = record.Serving.Clock.GetTimestamp();
            if (kept.Status == StatusCodes.Status200OK && record.Writes == written) Keep(key, kept);
            return kept;
        }
        finally
        {
            gate.Release();
        }
    }

    private void Keep(string key, Kept kept)
    {
        if (answers.TryGetValue(key, out var before)) Interlocked.Add(ref bytes, -before.Body.Length);
        answers[key] = kept;
        Interlocked.Add(ref bytes, kept.Body.Length);
    }

    private static async Task<Kept> Fresh(long version, HttpContext http, RequestDelegate next)
    {
        var (outer, known) = (http.Response.Body, http.Request.Headers.IfNoneMatch);
        using var body = new MemoryStream();
        http.Response.Body = body;
        // The body is wanted even when the caller has it: the next one may not.
        http.Request.Headers.IfNoneMatch = default;
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            http.Response.Body = outer;
            http.Request.Headers.IfNoneMatch = known;
        }
        return new Kept(version, http.Response.StatusCode, http.Response.ContentType ?? "", [.. HeaderNames.Where(n => http.Response.Headers.ContainsKey(n)).Select(n => (n, http.Response.Headers[n].ToString()))], body.ToArray());
    }

    private static async Task Plain(HttpContext http, Kept kept)
    {
        if (kept.Body.Length == 0) return;
        http.Response.ContentType = kept.ContentType;
        http.Response.ContentLength = kept.Body.Length;
        await http.Response.Body.WriteAsync(kept.Body, http.RequestAborted);
    }

    private void Forget()
    {
        answers.Clear();
        Interlocked.Exchange(ref bytes, 0);
    }

    /// <param name="Version">That of the record when it was asked; what was written meanwhile may show or not.</param>
    private sealed record Kept(long Version, int Status, string ContentType, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
    {
        /// <summary>Timestamp of when it was last known to be that of the record as it is.</summary>
        public long LastRight { get; set; }
    }

    /// <summary>Asks this server again for answers that are no longer right, one after the other, so that those who ask need not wait.</summary>
    private sealed class Refresher
    {
        private static readonly string[] Repeated = ["Accept", "Cookie", "Host"];

        private readonly string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
        private static readonly SemaphoreSlim Turn = new(1);
        private readonly ConcurrentDictionary<string, bool> waiting = new(StringComparer.Ordinal);
        private Uri? root;

        public bool IsOwn(string? shown) => shown == secret;

        /// <summary>0.0.0.0 is no address to connect to.</summary>
        public void Open(Uri address) => root = address.Host is "0.0.0.0" or "[::]" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;

        public void Ask(string key, HttpRequest request)
        {
            if (root is null || !waiting.TryAdd(key, true)) return;
            var again = new HttpRequestMessage(HttpMethod.Get, new Uri(root.GetLeftPart(UriPartial.Authority) + request.Path.ToUriComponent() + request.QueryString.ToUriComponent()));
            foreach (var name in Repeated)
                if (request.Headers[name] is { Count: > 0 } value) again.Headers.TryAddWithoutValidation(name, value.ToString());
            again.Headers.Add(RefreshHeader, secret);
            _ = Send(key, again);
        }

        private async Task Send(string key, HttpRequestMessage again)
        {
            await Turn.WaitAsync();
            try
            {
                using (again) (await Client.SendAsync(again)).Dispose();
            }
            catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
            {
                // The next who asks tries again, and after the grace waits for the answer itself.
            }
            finally
            {
                waiting.TryRemove(key, out _);
                Turn.Release();
            }
        }
    }
}
