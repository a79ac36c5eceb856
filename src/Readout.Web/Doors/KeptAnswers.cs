using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>Answers to readers, kept until somebody writes to the record. When another process has written, the first who asks again is answered anew, and whoever asks in that moment is given the answer of a moment ago. Whoever may write gets each page fresh, since its forms are his.</summary>
internal sealed class KeptAnswers(Record record)
{
    private const long MostBytes = 64 << 20;

    private static readonly string[] HeaderNames = ["Readout-State", "Link"];

    // Of many who ask the same at once, one is answered and the others are given his answer.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];
    private readonly ConcurrentDictionary<string, Kept> answers = new(StringComparer.Ordinal);
    private long writes;
    private long bytes;

    public static void Use(WebApplication site, Record record)
    {
        var kept = new KeptAnswers(record);
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
        var kept = answers.TryGetValue(key, out var known) && known.Version == now ? known : await Asked(key, now, known, http, next);
        http.Response.StatusCode = kept.Status;
        foreach (var (name, value) in kept.Headers) http.Response.Headers[name] = value;
        if (kept.Status == StatusCodes.Status200OK) await Tagged.Send(http, kept.Body, kept.ContentType);
        else await Plain(http, kept);
    }

    private async Task<Kept> Asked(string key, long now, Kept? before, HttpContext http, RequestDelegate next)
    {
        var gate = gates[(uint)string.GetHashCode(key, StringComparison.Ordinal) % (uint)gates.Length];
        if (before is null) await gate.WaitAsync(http.RequestAborted);
        else if (!gate.Wait(0)) return before;
        try
        {
            if (answers.TryGetValue(key, out var known) && known.Version == now) return known;
            var written = record.Writes;
            var kept = await Fresh(now, http, next);
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
    private sealed record Kept(long Version, int Status, string ContentType, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body);
}
