using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class PositionShape : Shape<FoundPosition>
{
    public override IReadOnlyList<string> Columns { get; } =
        ["id", "published", "holder", "name", "voice", "stance", "topic", "toward", "condition", "sentence", "article", "source", "title", "url", "start", "end", "rule", "corrected"];

    public override IReadOnlyList<object?> Row(FoundPosition record) =>
    [
        record.Id, record.Citation.Published, record.Holder.Id, record.Holder.Name, record.Voice?.Id, record.Stance, record.Topic, record.Toward, record.Condition, record.Sentence,
        record.Citation.Article, record.Citation.Outlet, record.Citation.Title, record.Citation.Url, record.Citation.Span.Start, record.Citation.Span.End, record.Rule, record.Corrected,
    ];

    public override string Text(FoundPosition record)
    {
        var toward = record.Toward.Count > 0 ? $" of {Plain.Of(string.Join(", ", record.Toward))}" : "";
        return $"[cyan]{record.Citation.Published ?? "undated"}[/] [bold]{Plain.Of(record.Holder.Name)}[/] {record.Stance}{toward} [bold]{Plain.Of(record.Topic)}[/]: {Plain.Of(record.Sentence)} {Plain.Of(record.Citation)}";
    }

    public override void Write(Utf8JsonWriter json, FoundPosition record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.Party("holder", record.Holder);
        json.Party("voice", record.Voice);
        json.WriteString("stance", record.Stance);
        json.WriteString("topic", record.Topic);
        json.WriteStartArray("toward");
        foreach (var toward in record.Toward) json.WriteStringValue(toward);
        json.WriteEndArray();
        json.WriteString("condition", record.Condition);
        json.Piece("evidence", record.Citation.Span, null);
        json.Piece("sentence", record.SentenceSpan, record.Sentence);
        json.WriteString("rule", record.Rule);
        json.Citation("article", record.Citation);
        json.Texts("corrected", record.Corrected);
        json.WriteEndObject();
    }
}
