using System.Data.Common;
using System.Globalization;

namespace Readout.Store.Data;

/// <summary>The values of one row of an answer.</summary>
internal sealed class Row
{
    private readonly DbDataReader? reader;
    private readonly object[]? values;

    /// <summary>The row that a reader stands on.</summary>
    public Row(DbDataReader reader) => this.reader = reader;

    private Row(object[] values) => this.values = values;

    /// <summary>All rows, read to the end before the first is looked at.</summary>
    public static IReadOnlyList<Row> All(DbDataReader reader)
    {
        var rows = new List<Row>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new Row(values));
        }
        reader.Close();
        return rows;
    }

    public bool IsDBNull(int column) => values is null ? reader!.IsDBNull(column) : values[column] is DBNull;

    public string GetString(int column) => values is null ? reader!.GetString(column) : (string)values[column];

    public long GetInt64(int column) => values is null ? reader!.GetInt64(column) : Convert.ToInt64(values[column], CultureInfo.InvariantCulture);

    public int GetInt32(int column) => values is null ? reader!.GetInt32(column) : Convert.ToInt32(values[column], CultureInfo.InvariantCulture);

    public double GetDouble(int column) => values is null ? reader!.GetDouble(column) : Convert.ToDouble(values[column], CultureInfo.InvariantCulture);

    public byte[] Bytes(int column) => values is null ? reader!.GetFieldValue<byte[]>(column) : (byte[])values[column];

    public string? Text(int column) => IsDBNull(column) ? null : GetString(column);

    /// <summary>Ids of corrections in a column that parts them by <c>|</c>.</summary>
    public IReadOnlyList<string> Corrected(int column) => IsDBNull(column) ? [] : GetString(column).Split('|');

    public DateOnly? Day(int column) => Text(column) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public double? Real(int column) => IsDBNull(column) ? null : GetDouble(column);

    public TextSpan Span(int column) => new(GetInt32(column), GetInt32(column + 1));
}
