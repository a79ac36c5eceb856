using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>Answers to readers, kept until somebody writes to the record. Whoever may write gets each page fresh, since its forms are his.</summary>
internal sealed class KeptAnswers(Record record)
{
    private const long MostBytes = 64 << 20;

    private static readonly string[] HeaderNames = ["Readout-State", "Link"];

    // Of many who ask the same at once, one is answered and the others are given his answer.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    private readonly ConcurrentDictionary<string, Kept> answers = new(StringComparer.Ordinal);
    private long version = -1;
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
        var now = record.Version();
        if (Interlocked.Exchange(ref version, now) != now || Interlocked.Read(ref bytes) > MostBytes) Forget();
        var key = string.Join('\n', http.Request.Host, http.Request.Path, http.Request.QueryString, http.Request.Headers.Accept, http.Request.Cookies["theme"]);
        var kept = answers.GetValueOrDefault(key) ?? await Asked(key, now, http, next);
        http.Response.StatusCode = kept.Status;
        foreach (var (name, value) in kept.Headers) http.Response.Headers[name] = value;
        if (kept.Status == StatusCodes.Status200OK) await Tagged.Send(http, kept.Body, kept.ContentType);
        else await Plain(http, kept);
    }

    private async Task<Kept> Asked(string key, long now, HttpContext http, RequestDelegate next)
    {
        var gate = gates[(uint)string.GetHashCode(key, StringComparison.Ordinal) % (uint)gates.Length];
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            if (answers.TryGetValue(key, out var known)) return known;
            var kept = await Fresh(http, next);
            if (kept.Status == StatusCodes.Status200OK && record.Version() == now && answers.TryAdd(key, kept)) Interlocked.Add(ref bytes, kept.Body.Length);
            return kept;
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<Kept> Fresh(HttpContext http, RequestDelegate next)
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
        return new Kept(http.Response.StatusCode, http.Response.ContentType ?? "", [.. HeaderNames.Where(n => http.Response.Headers.ContainsKey(n)).Select(n => (n, http.Response.Headers[n].ToString()))], body.ToArray());
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

    private sealed record Kept(int Status, string ContentType, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body);
}
