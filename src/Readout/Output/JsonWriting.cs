using System.Text.Json;

namespace Readout.Output;

/// <summary>The few shapes that every finding is written with.</summary>
internal static class JsonWriting
{
    public static void Bounds(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    public static void Span(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        json.Bounds(span);
        json.WriteEndObject();
    }

    public static void Span(this Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } known) json.Span(known);
        else json.WriteNullValue();
    }

    /// <summary>Unknown is null, never an empty string.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values) write(value);
        json.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values) => json.Array(name, values, json.WriteStringValue);

    public static void Why(this Utf8JsonWriter json, Why why)
    {
        json.WriteString("rule", why.Rule);
        if (why.File is null) return;
        json.WriteStartObject("why");
        json.WriteString("file", why.File);
        json.WriteNumber("line", why.Line);
        json.WriteEndObject();
    }
}
