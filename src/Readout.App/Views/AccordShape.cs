using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>An agreement with its steps.</summary>
internal sealed class AccordShape : Shape<FoundAccord>
{
    private readonly AgreementShape steps = new();

    public override IReadOnlyList<string> Columns { get; } = ["name", "parties", "status", "date", "sentence", "id", "article", "source", "published", "start", "end", "steps", "reports"];

    public override IReadOnlyList<object?> Row(FoundAccord record)
    {
        var last = record.Steps[^1];
        return
        [
            record.Name, record.Parties.Select(p => p.Code ?? p.Id), record.Status, last.Date, last.Sentence, last.Id, last.Citation.Article, last.Citation.Outlet, last.Citation.Published, last.Citation.Span.Start, last.Citation.Span.End,
            record.Steps.Select(s => $"{s.Date ?? s.Citation.Published} {s.Status}"), record.Reports,
        ];
    }

    public override string Text(FoundAccord record)
    {
        var way = record.Steps.Count > 1 ? $" [dim]{Plain.Of(string.Join(", ", record.Steps.Select(s => $"{s.Status} {s.Date ?? s.Citation.Published}")))}[/]" : "";
        var last = record.Steps[^1];
        var reports = record.Reports > 1 ? $" [yellow]{record.Reports} reports[/]" : "";
        return $"[cyan]{last.Date ?? last.Citation.Published ?? "undated"}[/] [bold]{Plain.Of(record.Name ?? "agreement")}[/] {record.Status}, {Plain.Of(record.Parties)}: {Plain.Of(last.Sentence)} {Plain.Of(last.Citation)}{way}{reports}";
    }

    public override void Write(Utf8JsonWriter json, FoundAccord record)
    {
        json.WriteStartObject();
        json.WriteString("name", record.Name);
        json.Parties("parties", record.Parties);
        json.WriteString("status", record.Status);
        json.WriteNumber("reports", record.Reports);
        json.WriteStartArray("steps");
        foreach (var step in record.Steps) steps.Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
