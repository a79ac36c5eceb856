using Parquet;
using Parquet.Schema;
using Readout.Store.Printing;

namespace Readout.Exports.Tables;

/// <summary>Writes a table as one Parquet file; types are those of the columns, unknown is null, lists are one text parted by <c>|</c>.</summary>
internal static class ParquetTable
{
    public static void Write<T>(Stream output, Table<T> table, IReadOnlyList<T> records) => WriteAsync(output, table, records).GetAwaiter().GetResult();

    private static async Task WriteAsync<T>(Stream output, Table<T> table, IReadOnlyList<T> records)
    {
        var fields = table.Columns.Select(Field).ToArray();
        // Parquet writes its footer from positions in the stream, so it needs one that can tell them.
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (column, field) in table.Columns.Zip(fields)) await Column(group, field, column, records);
        }
        file.Position = 0;
        await file.CopyToAsync(output);
    }

    private static DataField Field<T>(Column<T> column) => column.Type switch
    {
        ColumnType.Whole => new DataField<long?>(column.Name),
        ColumnType.Real => new DataField<double?>(column.Name),
        ColumnType.Flag => new DataField<bool?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private static Task Column<T>(ParquetRowGroupWriter group, DataField field, Column<T> column, IReadOnlyList<T> records)
    {
        var values = records.Select(column.Value);
        return column.Type switch
        {
            ColumnType.Whole => group.WriteAsync<long>(field, values.Select(v => v is null ? (long?)null : Convert.ToInt64(v, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
            ColumnType.Real => group.WriteAsync<double>(field, values.Select(v => v is null ? (double?)null : Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
            ColumnType.Flag => group.WriteAsync<bool>(field, values.Select(v => (bool?)v).ToArray()),
            _ => group.WriteAsync(field, values.Select(v => v is null ? null : Cell.Of(v)).ToArray()!),
        };
    }
}
