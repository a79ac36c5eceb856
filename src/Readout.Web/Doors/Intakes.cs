using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Readout.Web.Asking;
using Readout.Web.Safety;

namespace Readout.Web.Doors;

/// <summary>Where pages come in: pasted, as a file, or as an address to fetch.</summary>
internal static class Intakes
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/add", Add).WithName("add").WithSummary("Reads a page and keeps it: form fields text, url, file, source, published, or the same as JSON (without file)").WithTags("writing");
        routes.MapPost("/token", Token).ExcludeFromDescription();
    }

    private static async Task Add(HttpContext http, Serving serving, Record record)
    {
        if (!await Writer.Check(http, serving)) return;
        var isForm = http.Request.HasFormContentType;
        List<Incoming> incoming = isForm ? await OfForm(http) : [await OfJson(http)];
        await OneAtATime.WaitAsync(http.RequestAborted);
        Intake intake;
        try
        {
            var each = await Task.Run(() => incoming.ConvertAll(i => serving.Add(i, http.RequestAborted)), http.RequestAborted);
            intake = new Intake([.. each.SelectMany(i => i.Articles)], [.. each.SelectMany(i => i.Problems)]);
        }
        finally
        {
            record.Written();
            OneAtATime.Release();
        }
        if (!isForm || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) await Answer(http, intake);
        else if (intake is { Articles: [var only], Problems: [] }) http.Response.Redirect(ArticlePath.OfArticle(only.Article) + "?read=" + only.Result.ToString().ToLowerInvariant());
        else await new RazorComponentResult<Pages.Received>(new { Intake = intake }) { StatusCode = intake.Articles.Count > 0 ? 200 : 422 }.ExecuteAsync(http);
    }

    private static async Task<List<Incoming>> OfForm(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? Field(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
        var (source, day) = (Field("source"), Day(Field("published")));
        var files = new List<Incoming>();
        foreach (var file in form.Files.GetFiles("file").Where(f => f.Length > 0))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, http.RequestAborted);
            files.Add(new Incoming(Path.GetFileName(file.FileName), bytes.ToArray(), null, source, day));
        }
        if (files.Count > 0) return files;
        if (Field("text") is { } text) return [new Incoming("pasted text", Encoding.UTF8.GetBytes(text), Url(Field("url")), source, day)];
        return Field("url") is { } url ? [new Incoming(Url(url)!, null, url, source, day)] : throw new WrongQuestionException("text", "is missing; paste a page, or give a file or an address");
    }

    private static async Task<Incoming> OfJson(HttpContext http)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            throw new WrongQuestionException("body", "is no JSON object; give {\"text\": …} or {\"url\": …}");
        }
        using (document)
        {
            string? Field(string name) => document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            var (source, day) = (Field("source"), Day(Field("published")));
            if ((Field("text") ?? Field("html")) is { } text) return new Incoming(Field("name") ?? "pasted text", Encoding.UTF8.GetBytes(text), Url(Field("url")), source, day);
            return Field("url") is { } url ? new Incoming(Url(url)!, null, url, source, day) : throw new WrongQuestionException("text", "is missing; give text, html or url");
        }
    }

    // Only the web: an address must never name a file of this computer.
    private static string? Url(string? given) => given is null ? null
        : Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? given : throw new WrongQuestionException("url", "must begin with http:// or https://");

    private static DateOnly? Day(string? given) => given is null ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new WrongQuestionException("published", "must be a day such as 2021-03-18");

    private static Task Answer(HttpContext http, Intake intake)
    {
        http.Response.StatusCode = intake.Articles.Count > 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return http.Response.WriteAsJsonAsync(new
        {
            articles = intake.Articles.Select(a => new { id = a.Article, result = a.Result.ToString().ToLowerInvariant(), title = a.Title, copies = a.Copies, address = ArticlePath.OfArticle(a.Article) }),
            problems = intake.Problems,
        });
    }

    private static async Task Token(HttpContext http, Serving serving)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Writer.IsToken(form["token"].ToString().Trim(), serving))
        {
            await Failures.Write(http, StatusCodes.Status401Unauthorized, "token", "That is not the token", "copy it from the line that 'readout serve' printed");
            return;
        }
        Writer.Remember(http, serving);
        http.Response.Redirect("/");
    }
}
