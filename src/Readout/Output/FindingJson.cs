using System.Text.Json;
using Readout.Events;
using Readout.Meetings;
using Readout.Statements;
using Readout.Statements.Wording;
using Readout.World;

namespace Readout.Output;

/// <summary>Statements, events, positions and agreements in the contract's words.</summary>
internal static class FindingJson
{
    public static void Statement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.Text("speaker", statement.Speaker);
        json.Texts("with", statement.With);
        json.Span("source", statement.Source);
        json.WritePropertyName("cue");
        if (statement.Cue is { } cue)
        {
            json.WriteStartObject();
            json.Bounds(cue.Span);
            json.WriteString("lemma", cue.Lemma);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
        json.Array("content", statement.Content, c => json.Span(c));
        json.WriteString("form", Words.Of(statement.Form));
        json.WriteString("act", Words.Of(statement.Act));
        json.Texts("to", statement.To);
        json.Texts("via", statement.Via);
        json.Text("date", statement.Date);
        json.Why(statement.Why);
        json.WriteEndObject();
    }

    /// <summary>Speaker and date are those of the statement.</summary>
    public static void Wording(Utf8JsonWriter json, WordingUse use)
    {
        json.WriteStartObject();
        json.Bounds(use.Span);
        json.WriteString("family", use.Family);
        json.WriteString("form", use.Form);
        json.Text("statement", use.Statement);
        json.Why(use.Why);
        json.WriteEndObject();
    }

    public static void Event(Utf8JsonWriter json, Event found)
    {
        json.WriteStartObject();
        json.WriteString("id", found.Id);
        json.WriteString("type", found.Type);
        json.Text("mode", found.Mode);
        json.Texts("contexts", found.Contexts);
        json.Text("cameo", found.Cameo);
        if (found.Goldstein is { } goldstein) json.WriteNumber("goldstein", goldstein);
        else json.WriteNull("goldstein");
        json.Texts("actors", found.Actors);
        json.Texts("recipients", found.Recipients);
        json.WriteBoolean("mutual", found.Mutual);
        json.Text("date", found.Date);
        Place(json, found.Place);
        json.WriteString("status", Words.Of(found.Status));
        json.Text("statement", found.Statement);
        json.Why(found.Why);
        json.WriteNumber("confidence", found.Confidence);
        json.Span("evidence", found.Evidence);
        json.WriteStartArray("alsoAt");
        foreach (var span in found.AlsoAt) json.Span(span);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Position(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("id", position.Id);
        json.WriteString("holder", position.Holder);
        json.Text("voice", position.Voice);
        json.WriteString("stance", Words.Of(position.Stance));
        json.WriteString("topic", position.Topic);
        json.Texts("toward", position.Toward);
        json.Span("condition", position.Condition);
        json.Text("statement", position.Statement);
        json.Span("evidence", position.Evidence);
        json.Why(position.Why);
        json.WriteEndObject();
    }

    public static void Agreement(Utf8JsonWriter json, Agreement agreement)
    {
        json.WriteStartObject();
        json.WriteString("id", agreement.Id);
        json.Text("name", agreement.Name);
        json.Texts("parties", agreement.Parties);
        json.Span("subject", agreement.Subject);
        json.WriteString("status", Words.Of(agreement.Status));
        json.Text("date", agreement.Date);
        json.Span("evidence", agreement.Evidence);
        json.Why(agreement.Why);
        json.WriteEndObject();
    }

    /// <summary>Sides, date and place are those of the event.</summary>
    public static void Meeting(Utf8JsonWriter json, Meeting meeting)
    {
        json.WriteStartObject();
        json.WriteString("event", meeting.Event);
        json.WriteString("way", Words.Of(meeting.Way));
        json.WriteString("status", Words.Of(meeting.Status));
        json.WriteEndObject();
    }

    internal static void Place(Utf8JsonWriter json, Place? place)
    {
        json.WritePropertyName("place");
        if (place is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name", place.Name);
        json.Text("country", place.Country);
        Number(json, "latitude", place.Latitude);
        Number(json, "longitude", place.Longitude);
        json.Text("precision", place.Precision?.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }
}
