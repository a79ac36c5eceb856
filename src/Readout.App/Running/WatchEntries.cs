using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.App.Views;
using Readout.Store.Asking;
using Readout.Store.Watching;

namespace Readout.App.Running;

/// <summary>Entries of a watch as lines of JSON.</summary>
internal static class WatchEntries
{
    public static string Json(WatchEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("key", entry.Key);
            json.WritePropertyName("entry");
            Write(json, entry.Finding);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object finding)
    {
        switch (finding)
        {
            case FoundStatement said: new StatementShape().Write(json, said); break;
            case FoundMeeting meeting: new MeetingShape().Write(json, meeting); break;
            case FoundDemand demand: new DemandShape().Write(json, demand); break;
            case FoundEvent found: new EventShape().Write(json, found); break;
            default: throw new ArgumentException($"no watch finds a {finding.GetType().Name}", nameof(finding));
        }
    }
}
