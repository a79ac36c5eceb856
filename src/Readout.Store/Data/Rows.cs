using System.Data.Common;

namespace Readout.Store.Data;

/// <summary>Plain SQL in, values out. Parameters are named <c>@1</c>, <c>@2</c> ... in the order given.</summary>
internal static class Rows
{
    /// <summary>One query may be asked while the rows of another are read.</summary>
    public static List<T> Query<T>(this DbConnection connection, string sql, IReadOnlyList<object?> values, Func<Row, T> row)
    {
        using var borrowed = connection.Command(sql, values);
        using var reader = borrowed.Command.ExecuteReader();
        if (Database.Of(connection).IsOneAtATime) return [.. Row.All(reader).Select(row)];
        var (rows, current) = (new List<T>(), new Row(reader));
        while (reader.Read()) rows.Add(row(current));
        return rows;
    }

    /// <summary>Rows one by one, for answers that do not fit into memory.</summary>
    public static IEnumerable<T> Stream<T>(this DbConnection connection, string sql, IReadOnlyList<object?> values, Func<Row, T> row)
    {
        using var borrowed = connection.Command(sql, values);
        using var reader = borrowed.Command.ExecuteReader();
        var current = new Row(reader);
        while (reader.Read()) yield return row(current);
    }

    public static long? Number(this DbConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        using var borrowed = connection.Command(sql, values);
        return borrowed.Command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    public static int Execute(this DbConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        using var borrowed = connection.Command(sql, values);
        return borrowed.Command.ExecuteNonQuery();
    }

    private static Borrowed Command(this DbConnection connection, string sql, IReadOnlyList<object?> values)
    {
        var command = New(connection, sql);
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i + 1}";
            parameter.Value = values[i] ?? DBNull.Value;
            // PostgreSQL wants a type for nothing, too; all that a query may leave open is text.
            if (values[i] is null) parameter.DbType = System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }
        return new Borrowed(command);
    }

    private static DbCommand New(DbConnection connection, string sql)
    {
        if (connection is FileConnection file) return file.Take(sql);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
