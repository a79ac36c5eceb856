using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.World;

namespace Readout.Output;

/// <summary>Writes a reading as the contract's JSON (schema <c>readout/1</c>), one line, properties always in the same order.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 bytes of one JSON object without a line end.</summary>
    public static ReadOnlyMemory<byte> Write(Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, reading);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartObject();
        json.WriteString("schema", "readout/1");
        json.WriteString("version", reading.Version);
        ArticleJson.Write(json, reading.Article);
        json.Array("sentences", reading.Sentences, s => json.Span(s));
        json.Array("entities", reading.Entities, e => Entity(json, e));
        json.Array("times", reading.Times, t =>
        {
            json.WriteStartObject();
            json.Bounds(t.Span);
            json.WriteString("type", Words.Of(t.Type));
            json.Text("value", t.Value);
            json.WriteEndObject();
        });
        json.Array("figures", reading.Figures, f => Figure(json, f));
        json.Array("statements", reading.Statements, s => FindingJson.Statement(json, s));
        json.Array("wording", reading.Wording, w => FindingJson.Wording(json, w));
        json.Array("events", reading.Events, e => FindingJson.Event(json, e));
        json.Array("positions", reading.Positions, p => FindingJson.Position(json, p));
        json.Array("agreements", reading.Agreements, a => FindingJson.Agreement(json, a));
        json.Array("meetings", reading.Meetings, m => FindingJson.Meeting(json, m));
        json.Array("doubts", reading.Doubts.Concat(reading.Article.Doubts), d => Doubt(json, d));
        json.WriteEndObject();
    }

    private static void Entity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("kind", Words.Of(entity.Kind));
        json.WriteString("name", entity.Name);
        json.Text("code", entity.Code);
        json.Text("sector", entity.Sector);
        json.Text("office", entity.Office);
        FindingJson.Place(json, entity.Place);
        json.Array("mentions", entity.Mentions, m =>
        {
            json.WriteStartObject();
            json.Bounds(m.Span);
            json.WriteString("form", Words.Of(m.Form));
            json.WriteEndObject();
        });
        json.Why(entity.Why);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, Figures.Figure figure)
    {
        json.WriteStartObject();
        json.Bounds(figure.Span);
        json.WriteNumber("value", figure.Value);
        json.Text("unit", figure.Unit);
        json.Text("of", figure.Of);
        json.Text("in", figure.In);
        json.WriteBoolean("approximate", figure.Approximate);
        json.WriteEndObject();
    }

    private static void Doubt(Utf8JsonWriter json, Doubt doubt)
    {
        json.WriteStartObject();
        json.WriteString("code", doubt.Code);
        json.WriteString("message", doubt.Message);
        if (doubt.Span is { } span) json.Bounds(span);
        json.WriteEndObject();
    }
}
