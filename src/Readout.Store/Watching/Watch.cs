using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readout.Store.Watching;

public enum WatchKind
{
    Events,
    Statements,
    Meetings,
    Demands,
}

public enum WatchOutput
{
    Jsonl,
    Atom,
    Ical,
    Webhook,

    /// <summary>Nowhere but on the page Today.</summary>
    Page,
}

/// <summary>A saved question that reports what is new, and where it reports to.</summary>
public sealed record Watch
{
    public required string Name { get; init; }

    public WatchKind Kind { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public string? Words { get; init; }

    public IReadOnlyList<string> Types { get; init; } = [];

    public string? Place { get; init; }

    public WatchOutput Output { get; init; }

    /// <summary>A file, or the address of a webhook; empty for the page.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the environment variable that holds the webhook's secret; the secret itself is never kept.</summary>
    public string? SecretVariable { get; init; }

    /// <summary>The webhook may be on a private address.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>When it was saved, UTC, to the second.</summary>
    public string Made { get; init; } = "";
}

internal static class WatchJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string Write(Watch watch) => JsonSerializer.Serialize(watch, Options);

    public static Watch Read(string json) => JsonSerializer.Deserialize<Watch>(json, Options)!;
}
