using System.Text.Json;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class StatementShape : Shape<FoundStatement>
{
    public override IReadOnlyList<string> Columns => RecordTables.Statements.Names;

    public override IReadOnlyList<object?> Row(FoundStatement record) => RecordTables.Statements.Row(record);

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
