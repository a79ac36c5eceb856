using System.Globalization;
using System.Text.Json;
using Readout.Exports.Formats;
using Readout.Store.Asking;

namespace Readout.Exports.Bundles;

/// <summary>The JSON beside an export: what the file holds, from what, by whom, and what is left empty and why.</summary>
public static class Sidecar
{
    /// <param name="sha256">Of the export's bytes, in hexadecimal digits.</param>
    public static void Write(Stream output, ExportRequest request, ExportFormat format, ExportNote note, string file, string sha256) => JsonText.Document(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("format", format.Name);
        json.WriteString("mediaType", format.MediaType);
        json.WriteString("description", format.Description);
        json.WriteString("sha256", sha256);
        json.WriteNumber("rows", note.Rows);
        Request(json, request);
        Coverage(json, request.Store.Ask(new ContentsQuestion { AsOf = request.AsOf }));
        json.WriteStartArray("columns");
        foreach (var column in note.Columns.Where(c => c.Empty is null))
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("meaning", column.Meaning);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("leftEmpty");
        foreach (var column in note.Columns.Where(c => c.Empty is not null))
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("why", column.Empty);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Texts("remarks", note.Remarks);
        json.WriteEndObject();
    });

    internal static void Request(Utf8JsonWriter json, ExportRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("rows", request.Rows);
        json.WriteString("asOf", request.AsOf?.ToString("O", CultureInfo.InvariantCulture));
        json.Texts("actors", request.Selection.Actors);
        json.WriteString("about", request.Selection.Words);
        json.WriteString("from", request.Selection.From?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("to", request.Selection.To?.ToString("O", CultureInfo.InvariantCulture));
        json.Texts("types", request.Selection.Types);
        json.WriteString("place", request.Selection.Place);
        json.WriteEndObject();
    }

    internal static void Coverage(Utf8JsonWriter json, Contents coverage)
    {
        json.WriteStartObject("store");
        json.WriteString("program", "readout " + Versions.Program);
        json.WriteNumber("articles", coverage.Articles);
        json.WriteString("first", coverage.First?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("last", coverage.Last?.ToString("O", CultureInfo.InvariantCulture));
        json.Texts("readers", coverage.Readers);
        json.WriteNumber("corrections", coverage.Corrections);
        json.WriteString("contentSha256", coverage.ContentHash);
        json.WriteEndObject();
    }
}
