using System.Text.Json;
using Readout.World.Visits;

namespace Readout.App.Views;

internal sealed class CheckedVisitShape : Shape<CheckedVisit>
{
    public override IReadOnlyList<string> Columns { get; } = ["line", "start", "end", "who", "of", "host", "finding", "person", "knowledge"];

    public override IReadOnlyList<object?> Row(CheckedVisit record) =>
        [record.Claim.Line, Plain.Day(record.Claim.Start), Plain.Day(record.Claim.End), record.Claim.Who, record.Claim.Of, record.Claim.IsHost, Finding(record), record.Person, record.Knowledge];

    public override string Text(CheckedVisit record) =>
        $"{Plain.Day(record.Claim.Start)} {Plain.Of(record.Claim.Who)}, {Plain.Of(record.Claim.Of)}: {Finding(record)} [dim]{Plain.Of(record.Knowledge)} line {record.Claim.Line}[/]";

    public override void Write(Utf8JsonWriter json, CheckedVisit record)
    {
        json.WriteStartObject();
        json.WriteNumber("line", record.Claim.Line);
        json.WriteString("start", Plain.Day(record.Claim.Start));
        json.WriteString("end", Plain.Day(record.Claim.End));
        json.WriteString("who", record.Claim.Who);
        json.WriteString("of", record.Claim.Of);
        json.WriteBoolean("host", record.Claim.IsHost);
        json.WriteString("finding", Finding(record));
        json.WriteString("person", record.Person);
        json.WriteString("knowledge", record.Knowledge);
        json.WriteEndObject();
    }

    private static string Finding(CheckedVisit record) => record.Finding switch
    {
        VisitFinding.Agrees => "agrees",
        VisitFinding.OtherOffice => "other office",
        VisitFinding.OtherDays => "other days",
        VisitFinding.UnknownPerson => "unknown person",
        _ => "unknown state",
    };
}
