using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Readout.Web.Asking;
using Readout.Web.Reading;

namespace Readout.Web.Doors;

/// <summary>Addresses that give one thing instead of a list: an article, a finding, an actor.</summary>
internal static class OneThing
{
    private static readonly string[] Parameters = ["as_of"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/article/{id}.{format:form}", ArticleOf).WithName("article").WithSummary("One article whole: its reading as 'readout read' prints it; .jsonl, .csv and .atom give its findings").WithMetadata(new TwinParameters(Parameters)).WithTags("record");
        routes.MapGet("/article/{id}/{finding}.{format:form}", FindingOf).WithName("finding").WithSummary("One finding with its sentence and why it was made").WithMetadata(new TwinParameters(Parameters)).WithTags("record");
        routes.MapGet("/actor/{id}.{format:form}", ActorOf).WithName("actor").WithSummary("One actor: names, counterparts; .jsonl and .csv give the counterparts").WithMetadata(new TwinParameters(Parameters)).WithTags("record");
    }

    public static ArticleRecord Find(Record record, string id, DateOnly? asOf) =>
        record.Ask(new ArticleQuestion { Id = id, AsOf = asOf }) ?? throw new NoSuchThingException($"the record has no article '{id}'{(asOf is { } day ? $" as of {AnswerJson.Day(day)}" : "")}");

    private static Task ArticleOf(HttpContext http, Record record, string id, string format)
    {
        var asked = Asked.Of(http.Request);
        var article = Find(record, ArticlePath.Decode(id), asked.AsOf);
        if (format != "json") return Send(http, record, format, new ArticleView(article.Reading).Cards.Select(c => new CardRow(c, article.Citation)), Entry, article.Citation.Title ?? article.Citation.Article);
        return Send(http, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "readout/article/1");
            json.WritePropertyName("reading");
            article.Reading.WriteTo(json);
            json.WriteStartArray("dropped");
            foreach (var piece in article.Dropped)
            {
                json.WriteStartObject();
                json.WriteString("reason", piece.Reason);
                json.WriteString("text", piece.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("versions");
            foreach (var version in article.Versions)
            {
                json.WriteStartObject();
                json.WriteString("hash", version.Hash);
                json.WriteString("published", version.Published);
                json.WriteString("added", version.Added);
                json.WriteBoolean("current", version.IsCurrent);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("copies");
            foreach (var copy in article.Copies) json.WriteStringValue(copy.Article);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static FeedEntry Entry(CardRow row) => new($"{row.Article.Article}#{row.Card.Id}", $"{string.Join(", ", row.Card.Who.Select(w => w.Name))}: {row.Card.What}", row.Card.Sentence, row.Article with { Span = row.Card.Spans[0] });

    private static Task FindingOf(HttpContext http, Record record, string id, string finding, string format)
    {
        JsonOnly(format);
        var asked = Asked.Of(http.Request);
        Find(record, ArticlePath.Decode(id), asked.AsOf);
        var found = record.Ask(new ExplainQuestion { Id = $"{ArticlePath.Decode(id)}#{ArticlePath.Decode(finding)}", AsOf = asked.AsOf });
        return Send(http, json => Finding(json, found));
    }

    private static void Finding(Utf8JsonWriter json, Explanation found)
    {
        json.WriteStartObject();
        json.WriteString("schema", "readout/finding/1");
        json.WriteString("id", found.Id);
        json.WriteString("kind", found.Kind);
        json.WritePropertyName("finding");
        found.Finding.WriteTo(json);
        json.WriteString("evidence", found.Evidence);
        json.WriteString("sentence", found.Sentence);
        json.Texts("further", found.AlsoAt.Select(p => p.Words));
        json.WriteStartArray("names");
        foreach (var name in found.Names) name.WriteTo(json);
        json.WriteEndArray();
        json.WriteString("reader", found.Reader);
        json.Citation("article", found.Citation);
        json.WriteEndObject();
    }

    private static Task ActorOf(HttpContext http, Record record, string id, string format)
    {
        var asked = Asked.Of(http.Request);
        var actor = record.Ask(new ActorQuestion { Actor = ArticlePath.Decode(id), AsOf = asked.AsOf });
        if (format != "json") return Send(http, record, format, actor.Counterparts, null, actor.Name);
        return Send(http, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "readout/actor/1");
            json.WriteString("name", actor.Name);
            json.WriteString("code", actor.Code);
            json.WriteString("kind", actor.Kind);
            json.WriteNumber("articles", actor.Articles);
            json.WriteStartArray("names");
            foreach (var name in actor.Names) JsonSerializer.Serialize(json, new { name.Name, name.Articles, name.First, name.Last }, JsonSerializerOptions.Web);
            json.WriteEndArray();
            json.WriteStartArray("counterparts");
            foreach (var other in actor.Counterparts) JsonSerializer.Serialize(json, other, JsonSerializerOptions.Web);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void JsonOnly(string format)
    {
        if (format != "json") throw new WrongQuestionException("format", $".{format} does not fit one finding; take .json");
    }

    /// <summary>The parts of one thing as lines, rows or a feed.</summary>
    private static async Task Send<T>(HttpContext http, Record record, string format, IEnumerable<T> parts, Func<T, FeedEntry>? entry, string title)
    {
        var asked = Asked.Of(http.Request, Asked.Most);
        List<T> items = [.. parts.Skip(asked.Offset).Take(asked.Limit)];
        var shape = record.Serving.Shapes.Of<T>();
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        using var body = new MemoryStream();
        switch (format)
        {
            case "jsonl": AnswerJson.Lines(body, asked, items, shape); break;
            case "csv": AnswerRows.Write(body, asked, items, shape); break;
            case "atom" when entry is not null: Atom.Write(body, title, root + asked.As("atom"), root + asked.Path, items.Select(entry), e => root + ArticlePath.OfFinding(e.Id)); break;
            default: throw new WrongQuestionException("format", $".{format} does not fit this; take .json, .jsonl{(entry is null ? " or .csv" : ", .csv or .atom")}");
        }
        await Tagged.Send(http, body.ToArray(), AnswerRows.ContentType(format));
    }

    private static async Task Send(HttpContext http, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        await Tagged.Send(http, body.ToArray(), "application/json");
    }
}
