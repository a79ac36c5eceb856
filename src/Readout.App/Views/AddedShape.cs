using System.Text.Json;
using Readout.Output;
using Readout.Store.Adding;

namespace Readout.App.Views;

/// <summary>What became of an article of an <c>add</c>.</summary>
internal sealed class AddedShape : Shape<Added>
{
    public override IReadOnlyList<string> Columns { get; } = ["result", "article", "title", "input", "copies"];

    public override IReadOnlyList<object?> Row(Added record) => [Words.Of(record.Result), record.Article, record.Title, record.Input, record.Copies];

    public override string Text(Added record)
    {
        var colour = record.Result switch { AddResult.Added => "green", AddResult.Known => "dim", _ => "yellow" };
        var copies = record.Copies.Count > 0 ? $" [dim]near copy of {Plain.Of(string.Join(", ", record.Copies))}[/]" : "";
        return $"[{colour}]{Words.Of(record.Result),-7}[/] {Plain.Of(record.Title ?? record.Article)} [dim]{Plain.Of(record.Input)}[/]{copies}";
    }

    public override void Write(Utf8JsonWriter json, Added record)
    {
        json.WriteStartObject();
        json.WriteString("result", Words.Of(record.Result));
        json.WriteString("article", record.Article);
        json.WriteString("title", record.Title);
        json.WriteString("input", record.Input);
        json.WriteStartArray("copies");
        foreach (var copy in record.Copies) json.WriteStringValue(copy);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
