using System.Text.Json;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class PositionShape : Shape<FoundPosition>
{
    public override IReadOnlyList<string> Columns => RecordTables.Positions.Names;

    public override IReadOnlyList<object?> Row(FoundPosition record) => RecordTables.Positions.Row(record);

    public override string Text(FoundPosition record)
    {
        var toward = record.Toward.Count > 0 ? $" of {Plain.Of(string.Join(", ", record.Toward))}" : "";
        return $"[cyan]{record.Citation.Published ?? "undated"}[/] [bold]{Plain.Of(record.Holder.Name)}[/] {record.Stance}{toward} [bold]{Plain.Of(record.Topic)}[/]: {Plain.Of(record.Sentence)} {Plain.Of(record.Citation)}{Change(record)}";
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
        json.WriteString("change", record.Change?.ToString().ToLowerInvariant());
        if (record.Earlier is { } earlier) Earlier(json, earlier);
        json.Texts("corrected", record.Corrected);
        json.WriteEndObject();
    }

    private static string Change(FoundPosition record) => record.Change switch
    {
        PositionChange.New => " [green]new[/]",
        PositionChange.Changed or PositionChange.Reversed when record.Earlier is { } earlier =>
            $" [yellow]{record.Change.ToString()!.ToLowerInvariant()}[/], before ({earlier.Stance}): {Plain.Of(earlier.Sentence)} {Plain.Of(earlier.Citation)}",
        { } change => $" [dim]{change.ToString().ToLowerInvariant()}[/]",
        null => "",
    };

    private static void Earlier(Utf8JsonWriter json, EarlierPosition earlier)
    {
        json.WriteStartObject("earlier");
        json.WriteString("id", earlier.Id);
        json.WriteString("stance", earlier.Stance);
        json.Piece("sentence", earlier.Citation.Span, earlier.Sentence);
        json.Citation("article", earlier.Citation);
        json.WriteEndObject();
    }
}
