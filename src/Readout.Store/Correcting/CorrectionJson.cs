using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Readout.Output;

namespace Readout.Store.Correcting;

/// <summary>A correction as one line of JSON: how the store keeps it, how it is exported and imported.</summary>
public static class CorrectionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(Correction correction)
    {
        var json = JsonSerializer.SerializeToNode(correction, Options)!.AsObject();
        if (correction.Fields is { } fields) json["fields"] = JsonNode.Parse(fields);
        if (correction.Targets.Count == 0) json.Remove("targets");
        return json.ToJsonString(Options);
    }

    /// <summary>Throws <see cref="CorrectionException"/> where the line is no correction.</summary>
    public static Correction Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            var fields = json["fields"]?.ToJsonString(Options);
            json.Remove("fields");
            var correction = json.Deserialize<Correction>(Options)! with { Fields = fields };
            return Named(correction with { Targets = correction.Targets ?? [] });
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new CorrectionException($"this is no correction: {problem.Message}");
        }
    }

    /// <summary>The correction with the id that its content gives.</summary>
    public static Correction Named(Correction correction)
    {
        var content = Write(correction with { Id = "" });
        return correction with { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12] };
    }

    public static string Word(CorrectionAct act) => Words.Of(act);
}
