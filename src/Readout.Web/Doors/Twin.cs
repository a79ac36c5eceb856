using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Readout.Store.Printing;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>One address for programs: what it gives, and how each form is written.</summary>
/// <param name="Path">Template without the ending, such as <c>/pair/{one}/{other}</c>.</param>
/// <param name="Parameters">Names of the query parameters that change the answer.</param>
internal sealed record Twin<T>(string Path, string Name, string Summary, IReadOnlyList<string> Parameters, Func<Record, Asked, RouteValueDictionary, Answer<T>> Answer)
{
    /// <summary>The findings as a calendar; null where they are none.</summary>
    public Action<IReadOnlyList<T>, Stream>? Calendar { get; init; }

    /// <summary>What a feed shows of one finding.</summary>
    public Func<T, FeedEntry?>? Entry { get; init; }

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path + ".{format:form}", (Delegate)Give).WithName(Name).WithSummary(Summary).WithMetadata(new TwinParameters(Parameters)).WithTags("record");

    private async Task Give(HttpContext http, Record record)
    {
        var format = (string)http.Request.RouteValues["format"]!;
        var asked = Asked.Of(http.Request);
        var answer = Answer(record, asked, http.Request.RouteValues);
        http.Response.Headers["Readout-State"] = AnswerJson.Word(answer.State);
        if (answer.Next is { } next) http.Response.Headers.Link = $"<{asked.As(format)}{(asked.Given.Any(g => g.Key != "view" && g.Key != "cursor") ? '&' : '?')}cursor={next}>; rel=\"next\"";
        var shape = record.Serving.Shapes.Of<T>();
        using var body = new MemoryStream();
        switch (format)
        {
            case "json": AnswerJson.Write(body, asked, answer, shape, record.Today(asked), record.Resolve(asked)); break;
            case "jsonl": AnswerJson.Lines(body, asked, answer.Items, shape); break;
            case "csv": AnswerRows.Write(body, asked, answer.Items, shape); break;
            default: Feed(body, http, asked, answer, format); break;
        }
        await Tagged.Send(http, body.ToArray(), AnswerRows.ContentType(format));
    }

    private void Feed(Stream body, HttpContext http, Asked asked, Answer<T> answer, string format)
    {
        if (format == "ics" && Calendar is not null) Calendar(answer.Items, body);
        else if (format == "atom" && Entry is not null) Feed(body, $"{http.Request.Scheme}://{http.Request.Host}", asked, answer.Items.Select(Entry).OfType<FeedEntry>());
        else throw new WrongQuestionException("format", $".{format} does not fit this answer; take .json, .jsonl or .csv");
    }

    private void Feed(Stream body, string root, Asked asked, IEnumerable<FeedEntry> entries) =>
        Atom.Write(body, Summary, root + asked.As("atom"), root + asked.With("view", asked["view"]), entries, e => root + ArticlePath.OfFinding(e.Id));
}

/// <summary>Query parameters of an address, for its description.</summary>
internal sealed record TwinParameters(IReadOnlyList<string> Names);
