using System.Text.Json;
using Readout.Store.Care;

namespace Readout.App.Views;

/// <summary>What one look at the program or the store found.</summary>
internal sealed class AilmentShape : Shape<Ailment>
{
    public override IReadOnlyList<string> Columns { get; } = ["part", "state", "fault", "remedy"];

    public override IReadOnlyList<object?> Row(Ailment record) => [record.Part, State(record), record.Fault, record.IsWell ? null : record.Remedy];

    public override string Text(Ailment record) => record.Fault is null
        ? $"[green]well[/]    {Plain.Of(record.Part)}"
        : record.IsMended ? $"[yellow]mended[/]  {Plain.Of(record.Part)}: {Plain.Of(record.Fault)}" : $"[red]wrong[/]   {Plain.Of(record.Part)}: {Plain.Of(record.Fault)}; {Plain.Of(record.Remedy ?? "")}";

    public override void Write(Utf8JsonWriter json, Ailment record)
    {
        json.WriteStartObject();
        json.WriteString("part", record.Part);
        json.WriteString("state", State(record));
        json.WriteString("fault", record.Fault);
        json.WriteString("remedy", record.IsWell ? null : record.Remedy);
        json.WriteEndObject();
    }

    private static string State(Ailment record) => record.Fault is null ? "well" : record.IsMended ? "mended" : "wrong";
}
