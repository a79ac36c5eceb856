using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Data;

/// <summary>A connection to a file that keeps the statements it has prepared: preparing costs more than most of them do.</summary>
internal sealed class FileConnection(string address) : SqliteConnection(address)
{
    // Statements that carry numbers in their text are asked once; when so many have gathered all are forgotten.
    private const int Most = 200;
    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    /// <summary>A command without parameters in the transaction of now, to be given back.</summary>
    public SqliteCommand Take(string sql)
    {
        if (!idle.Remove(sql, out var command))
        {
            command = CreateCommand();
            command.CommandText = sql;
        }
        command.Transaction = Transaction;
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (idle.Count == Most) Forget();
        if (!IsKept(command.CommandText) || !idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    // What sets up the file may act when it is prepared.
    private static bool IsKept(string sql) => sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.StartsWith("INSERT", StringComparison.Ordinal) || sql.StartsWith("UPDATE", StringComparison.Ordinal) || sql.StartsWith("DELETE", StringComparison.Ordinal);

    private void Forget()
    {
        foreach (var command in idle.Values) command.Dispose();
        idle.Clear();
    }
}

/// <summary>A command for one use; a kept one goes back to its connection.</summary>
internal readonly struct Borrowed(DbCommand command) : IDisposable
{
    public DbCommand Command { get; } = command;

    public void Dispose()
    {
        if (Command is SqliteCommand { Connection: FileConnection connection } kept) connection.GiveBack(kept);
        else Command.Dispose();
    }
}
