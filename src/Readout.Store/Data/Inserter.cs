using Microsoft.Data.Sqlite;

namespace Readout.Store.Data;

/// <summary>A prepared INSERT that is used many times; the key of each new row comes back.</summary>
internal sealed class Inserter : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public Inserter(SqliteConnection connection, string table, params string[] columns)
    {
        command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i + 1}"))})";
        parameters = [.. columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i + 1}" }))];
    }

    public void Insert(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        if (values.Length != parameters.Length) throw new ArgumentException($"{parameters.Length} values expected", nameof(values));
        command.Transaction = transaction;
        for (var i = 0; i < parameters.Length; i++) parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
