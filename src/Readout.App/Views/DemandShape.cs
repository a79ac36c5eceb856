using System.Text.Json;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>A demand or condition with what became of it.</summary>
internal sealed class DemandShape : Shape<FoundDemand>
{
    private readonly PositionShape positions = new();

    public override IReadOnlyList<string> Columns { get; } =
        ["state", "holder", "name", "toward", "topic", "condition", "sentence", "first", "last", "times", "id", "article", "start", "end", "answer", "answerSentence", "answerArticle", "answered"];

    public override IReadOnlyList<object?> Row(FoundDemand record) =>
    [
        Word(record.State), record.Last.Holder.Id, record.Last.Holder.Name, record.Last.Toward, record.Last.Topic, record.Condition, record.Last.Sentence, record.First.Citation.Published, record.Last.Citation.Published, record.Times, record.Last.Id,
        record.Last.Citation.Article, record.Last.Citation.Span.Start, record.Last.Citation.Span.End, record.Answer?.Id, record.Answer?.Sentence, record.Answer?.Citation.Article, record.Answer?.Citation.Published,
    ];

    public override string Text(FoundDemand record)
    {
        var colour = record.State switch { DemandState.Open => "yellow", DemandState.Met => "green", DemandState.Rejected => "red", _ => "dim" };
        var toward = record.Last.Toward.Count > 0 ? $" of {Plain.Of(string.Join(", ", record.Last.Toward))}" : "";
        var since = record.Times > 1 ? $" [dim]made {record.Times} times since {record.First.Citation.Published}[/]" : "";
        var condition = record.Condition is { } words ? $" [bold]if: {Plain.Of(words)}[/]" : "";
        var answer = record.Answer is { } found ? $" [{colour}]{Word(record.State)} by:[/] {Plain.Of(found.Sentence)} {Plain.Of(found.Citation)}" : "";
        return $"[{colour}]{Word(record.State),-9}[/] [cyan]{record.Last.Citation.Published}[/] [bold]{Plain.Of(record.Last.Holder.Name)}[/] {record.Last.Stance}{toward} [bold]{Plain.Of(record.Last.Topic)}[/]{condition}: {Plain.Of(record.Last.Sentence)} {Plain.Of(record.Last.Citation)}{since}{answer}";
    }

    public override void Write(Utf8JsonWriter json, FoundDemand record)
    {
        json.WriteStartObject();
        json.WriteString("state", Word(record.State));
        json.WriteNumber("times", record.Times);
        json.WriteString("condition", record.Condition);
        json.WritePropertyName("first");
        positions.Write(json, record.First);
        json.WritePropertyName("last");
        positions.Write(json, record.Last);
        if (record.Answer is { } answer)
        {
            json.WriteStartObject("answer");
            json.WriteString("id", answer.Id);
            json.Piece("sentence", answer.Citation.Span, answer.Sentence);
            json.Citation("article", answer.Citation);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string Word(DemandState state) => state.ToString().ToLowerInvariant();
}
