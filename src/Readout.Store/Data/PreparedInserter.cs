using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Data;

/// <summary>A prepared INSERT that is used many times.</summary>
internal sealed class PreparedInserter : Inserter
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public PreparedInserter(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i + 1}"))})";
        parameters = [.. columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i + 1}" }))];
    }

    public override void Insert(DbTransaction transaction, params ReadOnlySpan<object?> values)
    {
        if (values.Length != parameters.Length) throw new ArgumentException($"{parameters.Length} values expected", nameof(values));
        command.Transaction = (SqliteTransaction)transaction;
        for (var i = 0; i < parameters.Length; i++) parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public override void Dispose() => command.Dispose();
}
