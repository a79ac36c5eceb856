using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Readout.Store.Watching;
using Readout.Web.Asking;
using Readout.Web.Safety;

namespace Readout.Web.Doors;

/// <summary>Saved questions from a page or a program: add, remove, and note that somebody has looked.</summary>
internal static class Watching
{
    private const int LongestName = 60;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/watch", Watch).WithName("watch").WithSummary("Watches a question: act add (name, kind events, statements, meetings or demands, actor, other, about, type, place), remove (name) or looked (name, keys: one a line, from /desk/watches/NAME.json); form or JSON").WithTags("writing");

    /// <summary>The page that shows the whole answer of a watch.</summary>
    public static string AddressOf(Watch watch)
    {
        List<KeyValuePair<string, string>> given = [.. watch.Actors.Select(a => KeyValuePair.Create("actor", a)), .. watch.Types.Select(t => KeyValuePair.Create("type", t))];
        if (watch.Place is { } place) given.Add(KeyValuePair.Create("place", place));
        if (watch.Words is { } words) given.Add(KeyValuePair.Create("about", words));
        if (watch.Kind == WatchKind.Meetings) given.Add(KeyValuePair.Create("state", "all"));
        return Asked.Address(watch.Kind switch { WatchKind.Statements => "/said", WatchKind.Meetings => "/ledgers/meetings", WatchKind.Demands => "/ledgers/demands", _ => "/explore" }, given);
    }

    private static async Task Watch(HttpContext http, Serving serving, Record record)
    {
        if (!await Writer.Check(http, serving)) return;
        var given = await Fields.Of(http);
        var name = given.GetValueOrDefault("name") ?? throw new WrongQuestionException("name", "is missing; a watch is called by its name");
        switch (given.GetValueOrDefault("act"))
        {
            case "add": record.Watch(Made(name, given, serving.Clock.GetUtcNow())); break;
            case "remove": record.Unwatch(name); break;
            case "looked": record.Looked(name, (given.GetValueOrDefault("keys") ?? throw new WrongQuestionException("keys", "is missing; give the keys of the entries that were looked at, one a line")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)); break;
            default: throw new WrongQuestionException("act", "must be add, remove or looked");
        }
        if (http.Request.HasFormContentType) http.Response.Redirect(given.GetValueOrDefault("back") == "today" ? "/" : "/desk/watches");
        else await http.Response.WriteAsJsonAsync(new { name, act = given["act"] });
    }

    private static Watch Made(string name, IReadOnlyDictionary<string, string> given, DateTimeOffset now)
    {
        if (name.Length > LongestName || name.Any(char.IsControl)) throw new WrongQuestionException("name", string.Create(CultureInfo.InvariantCulture, $"must be one line of at most {LongestName} characters"));
        var kind = given.GetValueOrDefault("kind") ?? "events";
        var watch = new Watch
        {
            Name = name,
            Kind = Enum.TryParse<WatchKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw new WrongQuestionException("kind", "must be events, statements, meetings or demands"),
            Actors = [.. new[] { "actor", "other" }.Select(given.GetValueOrDefault).OfType<string>()],
            Words = given.GetValueOrDefault("about"),
            Types = given.GetValueOrDefault("type") is { } type ? [type] : [],
            Place = given.GetValueOrDefault("place"),
            Output = WatchOutput.Page,
            Target = "",
            Made = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        return watch is { Actors: [], Words: null, Types: [], Place: null } ? throw new WrongQuestionException("actor", "is missing; name an actor, words, a type or a place, or everything would be news") : watch;
    }
}
