namespace Readout.App.Frame;

/// <summary>How findings are printed.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Jsonl,
    Csv,
}

/// <summary>The options that every verb understands.</summary>
internal sealed record Setting
{
    public required string Store { get; init; }

    /// <summary>Publication date given by the caller; wins over everything.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day as of which a question is answered; null is today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>As given; each verb knows its own formats.</summary>
    public string? Format { get; init; }

    public bool Quiet { get; init; }

    public required int Jobs { get; init; }

    public required string Knowledge { get; init; }

    public required string Models { get; init; }

    /// <summary>Text on a terminal and JSON lines in a pipe, unless the caller says otherwise.</summary>
    public OutputFormat FormatFor(Terminal terminal) => Format switch
    {
        null => terminal.OutputIsTerminal ? OutputFormat.Text : OutputFormat.Jsonl,
        "text" => OutputFormat.Text,
        "json" => OutputFormat.Json,
        "jsonl" => OutputFormat.Jsonl,
        "csv" => OutputFormat.Csv,
        _ => throw new UsageException($"--format {Format} is not known here; give text, json, jsonl or csv"),
    };
}
