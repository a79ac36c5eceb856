using System.Text.Json;
using Readout.App.Frame;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>Why a finding was made, line by line, or as one JSON object.</summary>
internal sealed class ExplanationView(Terminal terminal)
{
    public void Text(Explanation explanation)
    {
        Line("id", explanation.Id);
        Line("article", $"{explanation.Citation.Title ?? explanation.Citation.Article} ({explanation.Citation.Outlet}, {explanation.Citation.Published ?? "undated"})");
        if (explanation.Sentence is { } sentence) Line("sentence", sentence);
        if (explanation.Evidence is { } evidence) Line("evidence", evidence);
        foreach (var (span, words) in explanation.AlsoAt) Line("also at", $"{span} {words}");
        foreach (var property in explanation.Finding.EnumerateObject().Where(p => p.Name is not ("id" or "text" or "blocks" or "evidence" or "alsoAt"))) Line(property.Name, Value(property.Value));
        foreach (var name in explanation.Names) Line("named", $"{Value(name.GetProperty("id"))} is {Value(name.GetProperty("name"))}, {Value(name.GetProperty("office"))}, {Value(name.GetProperty("code"))}: rule {Value(name.GetProperty("rule"))}");
        if (explanation.Kind == "article") Article(explanation);
        Line("reader", explanation.Reader);
        terminal.Output.Flush();
    }

    public void Json(Explanation explanation)
    {
        terminal.Output.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", explanation.Id);
            json.WriteString("kind", explanation.Kind);
            json.WritePropertyName("finding");
            explanation.Finding.WriteTo(json);
            json.WriteString("evidence", explanation.Evidence);
            json.WriteString("sentence", explanation.Sentence);
            json.Texts("further", explanation.AlsoAt.Select(p => p.Words));
            json.WriteStartArray("entities");
            foreach (var name in explanation.Names) name.WriteTo(json);
            json.WriteEndArray();
            if (explanation.Kind == "article") Article(json, explanation);
            json.WriteString("reader", explanation.Reader);
            json.Citation("article", explanation.Citation);
            json.WriteEndObject();
        });
        terminal.Output.Flush();
    }

    private void Article(Explanation explanation)
    {
        foreach (var piece in explanation.Dropped) Line("dropped", $"({piece.Reason}) {Shortened(piece.Text)}");
        foreach (var copy in explanation.Copies) Line("near copy", copy);
        Line("versions", string.Join(", ", explanation.Versions));
    }

    private static void Article(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartArray("dropped");
        foreach (var piece in explanation.Dropped)
        {
            json.WriteStartObject();
            json.WriteString("reason", piece.Reason);
            json.WriteString("text", piece.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("copies");
        foreach (var copy in explanation.Copies) json.WriteStringValue(copy);
        json.WriteEndArray();
        json.WriteStartArray("versions");
        foreach (var version in explanation.Versions) json.WriteStringValue(version);
        json.WriteEndArray();
    }

    private void Line(string label, string value) => terminal.Text.Write(new Wrapped($"[dim]{label,-10}[/] {Plain.Of(value)}", hang: 11));

    private static string Shortened(string text) => text.Length <= 160 ? text : text[..160] + "…";

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "unknown",
        _ => value.GetRawText(),
    };
}
