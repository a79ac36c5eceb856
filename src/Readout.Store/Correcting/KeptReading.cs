using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Output;
using Readout.Store.Adding;
using Readout.Store.Data;

namespace Readout.Store.Correcting;

/// <summary>The reading of a version as answers show it: with its corrections.</summary>
internal sealed class KeptReading(DbConnection connection)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly CorrectionLog log = new(connection);
    private readonly HashSet<long> corrected = [.. connection.Query("SELECT DISTINCT version FROM correction_uses WHERE held = 1", [], r => r.GetInt64(0))];

    /// <summary>One line of JSON.</summary>
    public string Line(long version, byte[] packed, string input)
    {
        var line = PackedReading.Unpack(packed, input);
        return corrected.Contains(version) ? Corrected(line).ToJsonString(Options) : line;
    }

    /// <summary>The current version of an article, corrected; null when there is none.</summary>
    public static JsonObject? Of(DbConnection connection, string article)
    {
        var kept = new KeptReading(connection);
        var rows = connection.Query("SELECT v.version, v.reading, v.input FROM versions v JOIN articles a USING (article) WHERE a.id = @1 AND v.is_current = 1", [article],
            r => kept.Line(r.GetInt64(0), r.Bytes(1), r.GetString(2)));
        return rows is [var line] ? JsonNode.Parse(line)!.AsObject() : null;
    }

    private JsonObject Corrected(string line)
    {
        using var json = JsonDocument.Parse(line);
        return CorrectedReading.Of(JsonNode.Parse(line)!.AsObject(), log.For(ReadingParse.Of(json.RootElement))).Json;
    }
}
