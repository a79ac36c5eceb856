using Readout.Exports.Tables;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.Exports;

/// <summary>What is to be exported.</summary>
public sealed record ExportRequest
{
    public required ReadingStore Store { get; init; }

    public Selection Selection { get; init; } = new();

    public DateOnly? AsOf { get; init; }

    /// <summary>events, statements, positions or agreements, for formats that hold any table.</summary>
    public string Rows { get; init; } = "events";

    /// <summary>The day by which meetings are still to come: that of <see cref="AsOf"/>, or the last day of publication in the store, never today's.</summary>
    public DateOnly Day => AsOf ?? Store.Ask(new ContentsQuestion()).Last ?? DateOnly.MinValue;

    internal Selection All => Selection with { Limit = int.MaxValue };

    internal IReadOnlyList<FoundEvent> Reports() => Store.Ask(new TimelineQuestion { Selection = All, Reports = true, AsOf = AsOf });

    internal IReadOnlyList<FoundEvent> Acts() => Store.Ask(new TimelineQuestion { Selection = All, AsOf = AsOf });
}

/// <summary>What an export says about itself, for its sidecar.</summary>
/// <param name="Rows">Lines, entries or elements written.</param>
public sealed record ExportNote(long Rows, IReadOnlyList<ColumnNote> Columns, IReadOnlyList<string> Remarks);

/// <summary>A format of the field.</summary>
/// <param name="Extension">Of the file, with the dot.</param>
public sealed record ExportFormat(string Name, string Extension, string MediaType, string Description, Func<ExportRequest, Stream, ExportNote> Write);
