using System.Text.Json;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class EventShape : Shape<FoundEvent>
{
    public override IReadOnlyList<string> Columns => RecordTables.Events.Names;

    public override IReadOnlyList<object?> Row(FoundEvent record) => RecordTables.Events.Row(record);

    public override string Text(FoundEvent record)
    {
        var recipients = record.Recipients.Count > 0 ? $" {(record.Mutual ? "with" : "→")} {Plain.Of(record.Recipients)}" : "";
        var what = record.Mode is null ? record.Type : $"{record.Type} {record.Mode}";
        var status = record.Status == "happened" ? "" : $" ({record.Status})";
        var reports = record.Reports > 1 ? $" [yellow]{record.Reports} reports, {record.Sources} {(record.Sources == 1 ? "source" : "sources")}[/]" : "";
        return $"[cyan]{record.Date ?? "undated"}[/] [bold]{what}[/]{status} {Plain.Of(record.Actors)}{recipients}: {Plain.Of(record.Sentence)} {Plain.Of(record.Citation)}{reports}{(record.Corrected.Count > 0 ? " [yellow]corrected[/]" : "")}";
    }

    public override void Write(Utf8JsonWriter json, FoundEvent record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("type", record.Type);
        json.WriteString("mode", record.Mode);
        json.WriteString("cameo", record.Cameo);
        json.Real("goldstein", record.Goldstein);
        json.Parties("actors", record.Actors);
        json.Parties("recipients", record.Recipients);
        json.WriteBoolean("mutual", record.Mutual);
        json.WriteString("date", record.Date);
        json.WriteString("place", record.Place);
        json.WriteString("country", record.Country);
        json.WriteString("status", record.Status);
        json.WriteNumber("confidence", record.Confidence);
        json.Piece("evidence", record.Citation.Span, record.Evidence);
        json.Piece("sentence", record.SentenceSpan, record.Sentence);
        json.WriteString("rule", record.Rule);
        json.Citation("article", record.Citation);
        json.WriteString("event", record.Act);
        json.WriteNumber("reports", record.Reports);
        json.WriteNumber("sources", record.Sources);
        json.Texts("corrected", record.Corrected);
        json.WriteEndObject();
    }
}
