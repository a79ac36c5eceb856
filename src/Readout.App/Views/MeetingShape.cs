using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>A meeting of the calendar with its steps.</summary>
internal sealed class MeetingShape : Shape<FoundMeeting>
{
    private readonly EventShape events = new();

    public override IReadOnlyList<string> Columns { get; } = ["id", "state", "way", "date", "sides", "names", "place", "country", "placedBy", "earlierDates", "steps", "sentence", "article", "source", "published", "url", "start", "end", "reports"];

    public override IReadOnlyList<object?> Row(FoundMeeting record)
    {
        var last = record.Steps[^1].Event;
        return
        [
            record.Id, Word(record.State), record.Way, record.Date, record.Sides.Select(s => s.Id), record.Sides.Select(s => s.Name), record.Place, record.Country, record.PlacedBy?.Id, record.EarlierDates, record.Steps.Select(s => $"{s.Event.Citation.Published} {s.Status}"),
            last.Sentence, last.Citation.Article, last.Citation.Outlet, last.Citation.Published, last.Citation.Url, last.Citation.Span.Start, last.Citation.Span.End, record.Reports,
        ];
    }

    public override string Text(FoundMeeting record)
    {
        var colour = record.State switch { MeetingState.Held => "green", MeetingState.Cancelled => "red", MeetingState.Moved => "yellow", MeetingState.Unreported => "dim", _ => "cyan" };
        var there = record.PlacedBy is { } teller ? $" [dim](where they were that day: {Plain.Of(teller.Id)})[/]" : "";
        var place = (record.Place ?? record.Country) is { } where ? $", {Plain.Of(where)}{there}" : "";
        var before = record.EarlierDates.Count > 0 ? $" [yellow]before: {Plain.Of(string.Join(", ", record.EarlierDates))}[/]" : "";
        var last = record.Steps[^1].Event;
        var way = record.Steps.Count > 1 ? $" [dim]{Plain.Of(string.Join(", ", record.Steps.Select(s => $"{s.Status} ({s.Event.Citation.Published})")))}[/]" : "";
        return $"[cyan]{record.Date ?? "no day"}[/] [{colour}]{Word(record.State)}[/] {record.Way} [bold]{Plain.Of(record.Sides)}[/]{place}{before}: {Plain.Of(last.Sentence)} {Plain.Of(last.Citation)}{way}";
    }

    public override void Write(Utf8JsonWriter json, FoundMeeting record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("state", Word(record.State));
        json.WriteString("way", record.Way);
        json.WriteString("date", record.Date);
        json.Parties("sides", record.Sides);
        json.WriteString("place", record.Place);
        json.WriteString("country", record.Country);
        if (record.PlacedBy is { } teller)
        {
            json.WritePropertyName("placedBy");
            events.Write(json, teller);
        }
        json.Texts("earlierDates", record.EarlierDates);
        json.WriteNumber("reports", record.Reports);
        json.WriteStartArray("steps");
        foreach (var step in record.Steps)
        {
            json.WriteStartObject();
            json.WriteString("status", step.Status);
            json.WritePropertyName("event");
            events.Write(json, step.Event);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word(MeetingState state) => state.ToString().ToLowerInvariant();
}
