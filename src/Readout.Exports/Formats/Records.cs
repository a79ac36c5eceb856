using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Printing;

namespace Readout.Exports.Formats;

/// <summary>Readout's own tables as CSV and Parquet.</summary>
internal static class Records
{
    private static readonly string[] Remarks = ["spans count UTF-16 code units of the article's text", "lists are parted by |"];

    public static ExportNote AsCsv(ExportRequest request, Stream output) => request.Rows switch
    {
        "statements" => Rows(output, RecordTables.Statements, Statements(request)),
        "positions" => Rows(output, RecordTables.Positions, Positions(request)),
        "agreements" => Rows(output, RecordTables.Agreements, Agreements(request)),
        _ => Rows(output, RecordTables.Events, request.Reports()),
    };

    public static ExportNote AsParquet(ExportRequest request, Stream output) => request.Rows switch
    {
        "statements" => Columns(output, RecordTables.Statements, Statements(request)),
        "positions" => Columns(output, RecordTables.Positions, Positions(request)),
        "agreements" => Columns(output, RecordTables.Agreements, Agreements(request)),
        _ => Columns(output, RecordTables.Events, request.Reports()),
    };

    private static ExportNote Rows<T>(Stream output, Table<T> table, IReadOnlyList<T> records)
    {
        var csv = new Csv(output);
        csv.Row(table.Names);
        foreach (var record in records) csv.Row(table.Row(record));
        return new ExportNote(records.Count, table.Notes,
            [.. Remarks, "RFC 4180; a text that a spreadsheet would run as a formula (it begins with = + - @, tab or line end, after any apostrophes) has one apostrophe more in front: take one off to have the text back"]);
    }

    private static ExportNote Columns<T>(Stream output, Table<T> table, IReadOnlyList<T> records)
    {
        ParquetTable.Write(output, table, records);
        return new ExportNote(records.Count, table.Notes, Remarks);
    }

    private static IReadOnlyList<FoundStatement> Statements(ExportRequest request) => request.Store.Ask(new SaidQuestion { Selection = request.All, AsOf = request.AsOf });

    private static IReadOnlyList<FoundPosition> Positions(ExportRequest request) => request.Store.Ask(new PositionsQuestion { Selection = request.All, AsOf = request.AsOf });

    private static IReadOnlyList<FoundAgreement> Agreements(ExportRequest request) => request.Store.Ask(new AgreementsQuestion { Selection = request.All, AsOf = request.AsOf });
}
