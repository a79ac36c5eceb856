using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>A release beside the calendar and the list of journeys.</summary>
internal sealed class CheckedReleaseShape : Shape<CheckedRelease>
{
    public override IReadOnlyList<string> Columns { get; } = ["published", "article", "title", "finding", "meeting", "date", "sides", "place", "country", "placedBy", "line", "start", "end", "journey"];

    public override IReadOnlyList<object?> Row(CheckedRelease record) =>
    [
        record.Citation.Published, record.Citation.Article, record.Citation.Title, Finding(record), record.Meeting?.Id, record.Meeting?.Date, (record.Meeting?.Sides ?? []).Select(s => s.Name), record.Meeting?.Place, record.Meeting?.Country, record.Meeting?.PlacedBy?.Id,
        record.Journey.Line, Plain.Day(record.Journey.Start), Plain.Day(record.Journey.End), record.Journey.Country,
    ];

    public override string Text(CheckedRelease record)
    {
        var held = record.Meeting is { } m ? $"{m.Date ?? "no day"}, {m.Place ?? m.Country ?? "no place"}: {string.Join(", ", m.Sides.Select(s => s.Name))}{(m.PlacedBy is { } teller ? $" (place from {teller.Id})" : "")}" : "nothing";
        return $"{record.Citation.Published} [{(record.Agrees ? "green" : "yellow")}]{Finding(record)}[/] {Plain.Of(record.Citation.Title!)} [dim]calendar: {Plain.Of(held)}; journey: {Plain.Day(record.Journey.Start)} to {Plain.Day(record.Journey.End)}, {Plain.Of(record.Journey.Country)}, line {record.Journey.Line}[/]";
    }

    public override void Write(Utf8JsonWriter json, CheckedRelease record)
    {
        json.WriteStartObject();
        json.WriteString("published", record.Citation.Published);
        json.WriteString("article", record.Citation.Article);
        json.WriteString("title", record.Citation.Title);
        json.WriteString("finding", Finding(record));
        json.WriteString("meeting", record.Meeting?.Id);
        json.WriteString("date", record.Meeting?.Date);
        json.Parties("sides", record.Meeting?.Sides ?? []);
        json.WriteString("place", record.Meeting?.Place);
        json.WriteString("country", record.Meeting?.Country);
        json.WriteString("placedBy", record.Meeting?.PlacedBy?.Id);
        json.WriteNumber("line", record.Journey.Line);
        json.WriteString("start", Plain.Day(record.Journey.Start));
        json.WriteString("end", Plain.Day(record.Journey.End));
        json.WriteString("journey", record.Journey.Country);
        json.WriteEndObject();
    }

    private static string Finding(CheckedRelease record)
    {
        if (record.Meeting is null) return "no meeting";
        if (record.Agrees) return "agrees";
        return string.Join(", ", new[] { record.Who ? null : "other sides", record.When ? null : "other day", record.Where switch { true => null, false => "other place", _ => "no place" } }.OfType<string>());
    }
}
