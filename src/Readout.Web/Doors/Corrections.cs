using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Web.Asking;
using Readout.Web.Safety;

namespace Readout.Web.Doors;

/// <summary>Mending findings from a page or a program: wrong, set, undo. The other acts are the command line's.</summary>
internal static class Corrections
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/correct", Correct).WithName("correct").WithSummary("Mends a finding: act (wrong, set, undo), id, reason, author, and for set the fields as set:FIELD; form or JSON").WithTags("writing");

    private static async Task Correct(HttpContext http, Serving serving, Record record)
    {
        if (!await Writer.Check(http, serving)) return;
        var given = await Fields.Of(http);
        var correction = Made(record, given, serving.Clock.GetUtcNow());
        var id = record.Correct(correction)[0].Id;
        if (http.Request.HasFormContentType) http.Response.Redirect(Back(given, id));
        else await http.Response.WriteAsJsonAsync(new { id, act = CorrectionJson.Word(correction.Act) });
    }

    private static Correction Made(Record record, IReadOnlyDictionary<string, string> given, DateTimeOffset now)
    {
        var id = given.GetValueOrDefault("id") ?? throw new WrongQuestionException("id", "is missing; give the id of the finding, or of the correction to undo");
        var correction = new Correction
        {
            Act = CorrectionAct.Wrong,
            Author = given.GetValueOrDefault("author") ?? "web",
            Reason = given.GetValueOrDefault("reason") ?? "marked on its page",
            Made = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        correction = given.GetValueOrDefault("act") switch
        {
            "wrong" => correction with { Targets = [record.Ask(new AnchorQuestion { Id = id })] },
            "set" => Set(correction, record.Ask(new AnchorQuestion { Id = id }), given),
            "undo" => correction with { Act = CorrectionAct.Undo, Undoes = id },
            _ => throw new WrongQuestionException("act", "must be wrong, set or undo; for the others see 'readout correct --help'"),
        };
        return CorrectionJson.Named(correction);
    }

    // A form sends all fields; only those that differ from what was shown are the correction.
    private static Correction Set(Correction correction, Anchor anchor, IReadOnlyDictionary<string, string> given)
    {
        var fields = given.Where(g => g.Key.StartsWith("set:", StringComparison.Ordinal)).Select(g => (Field: g.Key["set:".Length..], g.Value)).Where(f => given.GetValueOrDefault("was:" + f.Field) != f.Value);
        return correction with { Act = CorrectionAct.Set, Targets = [anchor], Fields = FieldValues.Parse(anchor.Kind, fields.Select(f => $"{f.Field}={f.Value}")) };
    }

    private static string Back(IReadOnlyDictionary<string, string> given, string correction)
    {
        var id = given["id"];
        if (given["act"] == "undo") return given.GetValueOrDefault("article") is { } undone ? ArticlePath.OfArticle(undone) + "?undone=" + correction : "/desk/corrections";
        var hash = id.LastIndexOf('#');
        return $"{ArticlePath.OfArticle(id[..hash])}?corrected={correction}";
    }
}
