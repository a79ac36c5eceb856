using System.Text.Json;
using Readout.Store.Correcting;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>An entry of the log of corrections.</summary>
internal sealed class CorrectionShape : Shape<LoggedCorrection>
{
    public override IReadOnlyList<string> Columns { get; } = ["id", "act", "made", "author", "reason", "target", "words", "fields", "actor", "as", "undoes", "undone", "attached", "unattached"];

    public override IReadOnlyList<object?> Row(LoggedCorrection record) =>
    [
        record.Correction.Id, CorrectionJson.Word(record.Correction.Act), record.Correction.Made, record.Correction.Author, record.Correction.Reason, record.Correction.Targets.Select(Target),
        record.Correction.Targets.Select(t => t.Quote), record.Correction.Fields, record.Correction.Actor, record.Correction.As?.Id, record.Correction.Undoes, record.IsUndone, record.Attached, record.Unattached,
    ];

    public override string Text(LoggedCorrection record)
    {
        var correction = record.Correction;
        var what = string.Join(" ", new[] { correction.Actor, correction.As is { } identity ? $"→ {identity.Id} ({identity.Name})" : null, correction.Fields, correction.Undoes }.OfType<string>());
        var words = string.Join(" / ", correction.Targets.Select(t => $"{Target(t)} “{(t.Quote.Length > 80 ? t.Quote[..80] + "…" : t.Quote)}”"));
        var state = record.IsUndone ? " [yellow]undone[/]" : record.Unattached.Count > 0 ? $" [red]not found again in {Plain.Of(string.Join(", ", record.Unattached))}[/]" : $" [dim]holds in {record.Attached.Count} articles[/]";
        return $"[cyan]{Plain.Of(correction.Id)}[/] [bold]{CorrectionJson.Word(correction.Act)}[/] {Plain.Of(what)} {Plain.Of(words)} [dim]{Plain.Of($"{correction.Author}, {correction.Made}: {correction.Reason}")}[/]{state}";
    }

    public override void Write(Utf8JsonWriter json, LoggedCorrection record)
    {
        json.WriteStartObject();
        json.WritePropertyName("correction");
        json.WriteRawValue(CorrectionJson.Write(record.Correction));
        json.WriteBoolean("undone", record.IsUndone);
        json.Texts("attached", record.Attached);
        json.Texts("unattached", record.Unattached);
        json.WriteEndObject();
    }

    private static string Target(Anchor anchor) => $"{anchor.Article}[{anchor.Start}-{anchor.End}] {anchor.Kind}";
}
