using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Store.Asking;
using Readout.Store.Printing;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>An answer as JSON: the question as it was understood, what the record covers, the findings.</summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Word(AnswerState state) => state switch { AnswerState.Covered => "covered", AnswerState.Empty => "empty", _ => "not covered" };

    public static void Write<T>(Stream body, Asked asked, Answer<T> answer, RecordShape<T> shape, DateOnly today, IReadOnlyList<ResolvedActor> resolved)
    {
        using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString("schema", "readout/answer/1");
        json.WriteString("state", Word(answer.State));
        json.WriteString("reason", answer.Reason);
        Question(json, asked, today, resolved);
        Coverage(json, answer.Coverage);
        json.WriteStartArray("items");
        foreach (var item in answer.Items) Write(json, asked, item, shape);
        json.WriteEndArray();
        json.WriteString("next", answer.Next);
        json.WriteEndObject();
    }

    public static void Lines<T>(Stream body, Asked asked, IReadOnlyList<T> items, RecordShape<T> shape)
    {
        foreach (var item in items)
        {
            using (var json = new Utf8JsonWriter(body, Options)) Write(json, asked, item, shape);
            body.WriteByte((byte)'\n');
        }
    }

    public static void Coverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("articles", coverage.Articles);
        json.WriteNumber("outlets", coverage.Outlets);
        json.WriteString("first", coverage.First);
        json.WriteString("last", coverage.Last);
        json.WriteEndObject();
        json.WriteStartObject("versions");
        json.WriteString("readout", typeof(AnswerJson).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("readers");
        foreach (var reader in coverage.Readers) json.WriteStringValue(reader);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter json, Asked asked, DateOnly today, IReadOnlyList<ResolvedActor> resolved)
    {
        json.WriteStartObject("question");
        json.WriteString("path", asked.Path);
        List("actors", asked.Actors);
        json.WriteStartArray("resolved");
        foreach (var actor in resolved)
        {
            json.WriteStartObject();
            json.WriteString("given", actor.Given);
            json.WriteString("code", actor.Code);
            List("ids", actor.Ids);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("about", asked.Words);
        json.WriteString("from", Day(asked.From));
        json.WriteString("to", Day(asked.To));
        json.WriteString("as_of", Day(asked.AsOf));
        json.WriteString("today", Day(today));
        json.WriteString("since", asked.Since?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        List("types", asked.Types);
        json.WriteString("place", asked.Place);
        List("statuses", asked.Statuses);
        List("stances", asked.Stances);
        List("kinds", asked.Kinds);
        json.WriteNumber("limit", asked.Limit);
        json.WriteNumber("offset", asked.Offset);
        json.WriteEndObject();

        void List(string name, IReadOnlyList<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write<T>(Utf8JsonWriter json, Asked asked, T item, RecordShape<T> shape)
    {
        if (asked.Fields.Count == 0)
        {
            shape.Write(json, item);
            return;
        }
        using var whole = new MemoryStream();
        using (var inner = new Utf8JsonWriter(whole, Options)) shape.Write(inner, item);
        var properties = JsonNode.Parse(whole.ToArray())!.AsObject();
        json.WriteStartObject();
        foreach (var field in asked.Fields)
        {
            if (!properties.TryGetPropertyValue(field, out var value)) throw new WrongQuestionException("fields", $"names '{field}', which findings here do not have; there are {string.Join(", ", properties.Select(p => p.Key))}");
            json.WritePropertyName(field);
            if (value is null) json.WriteNullValue();
            else value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
