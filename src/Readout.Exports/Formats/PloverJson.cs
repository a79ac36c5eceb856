using System.Text.Json;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Exports.Formats;

/// <summary>PLOVER's interchange form: one event on a line, one line for each report.</summary>
internal static class PloverJson
{
    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var reports = request.Reports();
        foreach (var report in reports) JsonText.Line(output, json => Write(json, report));
        return new ExportNote(reports.Count,
        [
            new("id", "article id, #, id of the event in it"), new("has_event", "always true"), new("date", "first day of the event, or of its report"), new("enddate", "last day, when the event has a span of days"),
            new("time", "", "the record has days, no hours"), new("endtime", "", "the record has days, no hours"), new("actor", "entities that did it"), new("recipient", "entities to whom it was done; empty when all stand together as actors"),
            new("event", "PLOVER type"), new("event_loc", "place"), new("event_text", "the words that the finding rests on"), new("quad_code", "1 to 4"), new("event_scale", "PLOVER score, -10 to 10"), new("mode", "PLOVER mode, and as auxiliary modes future, hypothetical, negation"),
            new("context", "PLOVER contexts"), new("link", "id of the act that all its reports share"), new("text", "sentence"), new("text_info", "sequence: number of the sentence; start, end: UTF-16 code units of the evidence; text_story: the article's id"),
            new("cite_info", "outlet, address, title, publication"), new("coder", "Readout and its version"), new("coded_date", "", "the day of coding would make two runs differ"), new("coded_time", "", "the time of coding would make two runs differ"), new("comment", "rule, confidence, corrections"),
            new("size", "", "figures of dead, injured and arrested are not yet tied to events"),
        ], ["required fields: id, date, actor, event"]);
    }

    private static void Write(Utf8JsonWriter json, FoundEvent report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        json.WriteBoolean("has_event", true);
        json.WriteString("date", Sides.Day(report)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        if (report.LastDay is { } last && last != report.FirstDay) json.WriteString("enddate", last.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Entities(json, "actor", report.Actors);
        Entities(json, "recipient", report.Recipients);
        json.Texts("event", [report.Type]);
        Place(json, report);
        json.Texts("event_text", [report.Evidence]);
        if (PloverCodes.Quad(report.Type) is { } quad) json.WriteNumber("quad_code", quad);
        json.Known("event_scale", report.Score);
        json.Texts("mode", new[] { report.Mode, Auxiliary(report.Status) }.OfType<string>());
        json.Texts("context", report.Contexts);
        json.WriteString("link", report.Act);
        json.WriteString("text", report.Sentence);
        json.WriteStartObject("text_info");
        json.WriteNumber("sequence", report.SentenceNumber);
        json.WriteNumber("start", report.Citation.Span.Start);
        json.WriteNumber("end", report.Citation.Span.End);
        json.WriteString("text_story", report.Citation.Article);
        json.WriteEndObject();
        json.WriteStartObject("cite_info");
        json.WriteString("citation", report.Citation.Outlet);
        json.Known("url", report.Citation.Url);
        json.Known("title", report.Citation.Title);
        json.WriteString("language", "en");
        json.Known("publication", report.Citation.Published);
        json.WriteString("coder", "readout");
        json.WriteString("version", Versions.Program);
        json.WriteEndObject();
        json.WriteString("coder", "readout-" + Versions.Program);
        json.WriteString("comment", Comment(report));
        json.WriteEndObject();
    }

    private static string Comment(FoundEvent report) =>
        $"rule {report.Rule}; confidence {report.Confidence.ToString(System.Globalization.CultureInfo.InvariantCulture)}; cameo {report.Cameo ?? "none"}{(report.Corrected.Count > 0 ? $"; corrected {string.Join(' ', report.Corrected)}" : "")}";

    private static string? Auxiliary(string status) => status switch { "planned" => "future", "possible" => "hypothetical", "denied" => "negation", _ => null };

    private static void Entities(Utf8JsonWriter json, string name, IEnumerable<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.Known("code", party.Code);
            json.Known("sector", party.Sector);
            json.WriteString("entity_text", party.Name);
            json.WriteString("identifier_id", party.Id);
            json.Known("office", party.Office);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, FoundEvent report)
    {
        if (report.Place is null && report.Country is null) return;
        json.WriteStartObject("event_loc");
        json.Known("resolved_place", report.Place);
        json.Known("lat", report.Latitude);
        json.Known("lon", report.Longitude);
        json.Known("country", States.Name(report.Country));
        json.Known("country_code", report.Country);
        json.WriteNumber("resolution", report.Place is null || States.Name(report.Country) == report.Place ? 1 : 4);
        json.WriteEndObject();
    }
}
