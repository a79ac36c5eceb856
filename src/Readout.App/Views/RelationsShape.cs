using System.Globalization;
using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

internal sealed class RelationsShape : Shape<RelationsPoint>
{
    public override IReadOnlyList<string> Columns { get; } = ["period", "from", "to", "cooperation", "conflict", "balance", "score", "cooperationScore", "conflictScore", "reports", "firstDay", "lastDay", "events"];

    public override IReadOnlyList<object?> Row(RelationsPoint record) => [record.Period, record.From, record.To, record.Cooperation, record.Conflict, Rounded(record.Balance), Rounded(record.Score), Rounded(record.CooperationScore), Rounded(record.ConflictScore), record.Reports, record.FirstDay, record.LastDay, record.Events];

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 3) : null;

    public override string Text(RelationsPoint record)
    {
        var balance = record.Balance is { } mean ? mean.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : "no score";
        return $"[cyan]{record.Period,-10}[/] {Plain.Of($"{record.From} → {record.To}"),-14} [green]{new string('+', (int)Math.Min(record.Cooperation, 40))}[/][red]{new string('-', (int)Math.Min(record.Conflict, 40))}[/] {record.Cooperation} cooperation, {record.Conflict} conflict [dim]Goldstein {balance}, PLOVER {(record.Score is { } score ? score.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : "no score")}[/]";
    }

    public override void Write(Utf8JsonWriter json, RelationsPoint record)
    {
        json.WriteStartObject();
        json.WriteString("period", record.Period);
        json.WriteString("from", record.From);
        json.WriteString("to", record.To);
        json.WriteNumber("cooperation", record.Cooperation);
        json.WriteNumber("conflict", record.Conflict);
        json.Real("balance", Rounded(record.Balance));
        json.Real("score", Rounded(record.Score));
        json.Real("cooperationScore", Rounded(record.CooperationScore));
        json.Real("conflictScore", Rounded(record.ConflictScore));
        json.WriteNumber("reports", record.Reports);
        json.WriteString("firstDay", record.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("lastDay", record.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Texts("events", record.Events);
        json.WriteEndObject();
    }
}
