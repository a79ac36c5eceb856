using System.Text.Json;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class AgreementShape : Shape<FoundAgreement>
{
    public override IReadOnlyList<string> Columns => RecordTables.Agreements.Names;

    public override IReadOnlyList<object?> Row(FoundAgreement record) => RecordTables.Agreements.Row(record);

    public override string Text(FoundAgreement record) =>
        $"[cyan]{record.Date ?? record.Citation.Published ?? "undated"}[/] [bold]{Plain.Of(record.Name ?? "agreement")}[/] {record.Status}, {Plain.Of(record.Parties)}: {Plain.Of(record.Sentence)} {Plain.Of(record.Citation)}";

    public override void Write(Utf8JsonWriter json, FoundAgreement record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("name", record.Name);
        json.Parties("parties", record.Parties);
        json.WriteString("status", record.Status);
        json.WriteString("date", record.Date);
        json.Piece("evidence", record.Citation.Span, null);
        json.Piece("sentence", record.SentenceSpan, record.Sentence);
        json.WriteString("rule", record.Rule);
        json.Citation("article", record.Citation);
        json.Texts("corrected", record.Corrected);
        json.WriteEndObject();
    }
}
