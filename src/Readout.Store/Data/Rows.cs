using System.Data.Common;

namespace Readout.Store.Data;

/// <summary>Plain SQL in, values out. Parameters are named <c>@1</c>, <c>@2</c> ... in the order given.</summary>
internal static class Rows
{
    public static List<T> Query<T>(this DbConnection connection, string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> row)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Rows one by one, for answers that do not fit into memory.</summary>
    public static IEnumerable<T> Stream<T>(this DbConnection connection, string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> row)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }

    public static long? Number(this DbConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is long number ? number : null;
    }

    public static int Execute(this DbConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Ids of corrections in a column that parts them by <c>|</c>.</summary>
    public static IReadOnlyList<string> Corrected(this DbDataReader row, int column) => row.IsDBNull(column) ? [] : row.GetString(column).Split('|');

    public static DateOnly? Day(this DbDataReader row, int column) => row.Text(column) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static double? Real(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static TextSpan Span(this DbDataReader row, int column) => new(row.GetInt32(column), row.GetInt32(column + 1));

    private static DbCommand Command(this DbConnection connection, string sql, IReadOnlyList<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i + 1}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
