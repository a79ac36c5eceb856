using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class StatementShape : Shape<FoundStatement>
{
    public override IReadOnlyList<string> Columns { get; } =
        ["id", "speaker", "name", "code", "office", "cue", "form", "act", "date", "text", "article", "source", "published", "title", "url", "start", "end", "rule", "corrected"];

    public override IReadOnlyList<object?> Row(FoundStatement record) =>
    [
        record.Id, record.Speaker?.Id, record.Speaker?.Name, record.Speaker?.Code, record.Speaker?.Office, record.Cue, record.Form, record.Act, record.Date, record.Text,
        record.Citation.Article, record.Citation.Outlet, record.Citation.Published, record.Citation.Title, record.Citation.Url, record.Citation.Span.Start, record.Citation.Span.End, record.Rule, record.Corrected,
    ];

    public override string Text(FoundStatement record)
    {
        var office = record.Speaker?.Office is { } held ? $" [dim]{Plain.Of(held)}[/]" : "";
        var cue = record.Cue is { } lemma ? $" ({Plain.Of(lemma)})" : "";
        return $"[cyan]{record.Date ?? record.Citation.Published ?? "undated"}[/] [bold]{Plain.Of(record.Speaker?.Name ?? "unnamed")}[/]{office}{cue}: {Plain.Of(record.Text)} {Plain.Of(record.Citation)}";
    }

    public override void Write(Utf8JsonWriter json, FoundStatement record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.Party("speaker", record.Speaker);
        json.WriteString("cue", record.Cue);
        json.WriteString("form", record.Form);
        json.WriteString("act", record.Act);
        json.WriteString("date", record.Date);
        json.Piece("content", record.Citation.Span, record.Text);
        json.WriteString("rule", record.Rule);
        json.Citation("article", record.Citation);
        json.Texts("corrected", record.Corrected);
        json.WriteEndObject();
    }
}
