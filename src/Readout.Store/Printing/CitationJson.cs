using System.Text.Json;
using Readout.Store.Asking;

namespace Readout.Store.Printing;

/// <summary>The parts that answers share, in JSON: where a finding stands, who takes part, a piece of text with its span.</summary>
public static class CitationJson
{
    public static void Citation(this Utf8JsonWriter json, string name, Citation citation)
    {
        json.WriteStartObject(name);
        json.WriteString("id", citation.Article);
        json.WriteString("source", citation.Outlet);
        json.WriteString("title", citation.Title);
        json.WriteString("published", citation.Published);
        json.WriteString("url", citation.Url);
        json.WriteEndObject();
    }

    public static void Piece(this Utf8JsonWriter json, string name, TextSpan span, string? text)
    {
        json.WriteStartObject(name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        if (text is not null) json.WriteString("text", text);
        json.WriteEndObject();
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void Parties(this Utf8JsonWriter json, string name, IEnumerable<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties) json.Party(party);
        json.WriteEndArray();
    }

    public static void Party(this Utf8JsonWriter json, string name, Party? party)
    {
        json.WritePropertyName(name);
        if (party is null) json.WriteNullValue();
        else json.Party(party);
    }

    public static void Real(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private static void Party(this Utf8JsonWriter json, Party party)
    {
        json.WriteStartObject();
        json.WriteString("id", party.Id);
        json.WriteString("name", party.Name);
        json.WriteString("code", party.Code);
        json.WriteString("office", party.Office);
        json.WriteEndObject();
    }
}
