using System.Text.Json;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>Findings as W3C Web Annotations: the words, what stands around them, their place, and the text that they count in.</summary>
internal static class WebAnnotations
{
    private const int Around = 32;

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var texts = request.Store.Ask(new TextsQuestion { AsOf = request.AsOf });
        var reports = request.Reports();
        var statements = request.Store.Ask(new SaidQuestion { Selection = request.All, AsOf = request.AsOf });
        JsonText.Document(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
            json.WriteString("type", "AnnotationCollection");
            json.WriteString("label", "Readout: events and statements with their evidence");
            json.WriteNumber("total", reports.Count + statements.Count);
            json.WriteStartObject("first");
            json.WriteString("type", "AnnotationPage");
            json.WriteStartArray("items");
            foreach (var report in reports)
                Annotation(json, report.Id, report.Citation, texts[report.Citation.Article], report.Corrected, body =>
                {
                    body.WriteString("type", "Event");
                    body.WriteString("plover", report.Type);
                    body.Known("mode", report.Mode);
                    body.Known("cameo", report.Cameo);
                    body.Texts("actors", report.Actors.Select(p => p.Id));
                    body.Texts("recipients", report.Recipients.Select(p => p.Id));
                    body.Known("date", report.Date);
                    body.WriteString("status", report.Status);
                    body.WriteString("act", report.Act);
                });
            foreach (var statement in statements)
                Annotation(json, statement.Id, statement.Citation, texts[statement.Citation.Article], statement.Corrected, body =>
                {
                    body.WriteString("type", "Quotation");
                    body.Known("speaker", statement.Speaker?.Id);
                    body.WriteString("form", statement.Form);
                    body.Known("date", statement.Date);
                });
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return new ExportNote(reports.Count + statements.Count,
            [new("motivation", "classifying; editing where a correction changed the finding"), new("created", "", "the time of the run would make two runs differ"), new("target.selector", "TextQuoteSelector and TextPositionSelector"), new("target.state", "TimeState: day of publication")],
            ["positions count Unicode code points of the article's text, the first is 0, the end is exclusive", "urn:sha256 names the text that positions count in; export --format jsonl has it"]);
    }

    private static void Annotation(Utf8JsonWriter json, string id, Citation citation, ArticleText text, IReadOnlyList<string> corrected, Action<Utf8JsonWriter> body)
    {
        var span = citation.Span;
        json.WriteStartObject();
        json.WriteString("type", "Annotation");
        json.WriteString("id", "urn:readout:" + id);
        json.WriteString("motivation", corrected.Count > 0 ? "editing" : "classifying");
        json.WriteStartObject("generator");
        json.WriteString("type", "Software");
        json.WriteString("name", "readout " + Versions.Program);
        json.WriteEndObject();
        json.WriteStartObject("body");
        body(json);
        json.WriteEndObject();
        json.WriteStartObject("target");
        json.WriteString("source", citation.Url ?? "urn:readout:" + citation.Article);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.In(text.Text));
        json.WriteString("prefix", Whole(text.Text, Math.Max(0, span.Start - Around), span.Start));
        json.WriteString("suffix", Whole(text.Text, span.End, Math.Min(text.Text.Length, span.End + Around)));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", text.CodePoints(span.Start));
        json.WriteNumber("end", text.CodePoints(span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        json.Known("sourceDate", citation.Published);
        json.WriteString("cached", "urn:sha256:" + text.Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Never half of a surrogate pair.
    private static string Whole(string text, int start, int end)
    {
        if (start < end && char.IsLowSurrogate(text[start])) start++;
        if (start < end && char.IsHighSurrogate(text[end - 1])) end--;
        return text[start..end];
    }
}
