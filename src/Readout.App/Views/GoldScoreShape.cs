using System.Globalization;
using System.Text.Json;
using Readout.Gold;

namespace Readout.App.Views;

internal sealed class GoldScoreShape : Shape<GoldScore>
{
    public override IReadOnlyList<string> Columns { get; } = ["kind", "precision", "recall", "f1", "gold", "found", "both"];

    public override IReadOnlyList<object?> Row(GoldScore record) => [record.Kind, Rounded(record.Precision), Rounded(record.Recall), Rounded(record.F1), record.Gold, record.Found, record.Both];

    public override string Text(GoldScore record) => string.Create(
        CultureInfo.InvariantCulture, $"{record.Kind,-12} precision {record.Precision:0.000}  recall {record.Recall:0.000}  F1 {record.F1:0.000}  [dim]gold {record.Gold}, found {record.Found}[/]");

    public override void Write(Utf8JsonWriter json, GoldScore record)
    {
        json.WriteStartObject();
        json.WriteString("kind", record.Kind);
        json.WriteNumber("precision", Rounded(record.Precision));
        json.WriteNumber("recall", Rounded(record.Recall));
        json.WriteNumber("f1", Rounded(record.F1));
        json.WriteNumber("gold", record.Gold);
        json.WriteNumber("found", record.Found);
        json.WriteNumber("both", record.Both);
        json.WriteEndObject();
    }

    private static double Rounded(double share) => Math.Round(share, 4);
}
