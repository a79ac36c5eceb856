using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Readout.Store;

/// <summary>What a database says when it cannot go on, as a sentence with its remedy.</summary>
public static class StoreFault
{
    // Result codes of SQLite.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <param name="store">The file, or the address without its password.</param>
    public static StoreException Of(DbException problem, string store) => problem is SqliteException file
        ? new StoreException(store, $"{OfFile(file)} (SQLite: {file.Message})") { IsPassing = file.SqliteErrorCode is Busy or Locked }
        : OfServer(store, problem.Message);

    /// <summary>A server that has ended the connection.</summary>
    public static StoreException OfServer(string store, string problem) =>
        new(store, $"the server does not go on: {problem}; what was reported is kept, repeat the call when the server is up") { IsPassing = true };

    private static string OfFile(SqliteException problem) => problem.SqliteErrorCode switch
    {
        Full => "the disk is full; make room and repeat the call: what was reported is kept",
        InputOutput => "cannot be read or written; look whether the disk is full or broken and repeat the call: what was reported is kept",
        ReadOnly => "is write-protected; change its rights, or copy it to a folder of your own",
        CannotOpen => "cannot be opened, or its folder is write-protected; change the rights, or copy the store to a folder of your own",
        Busy or Locked => "another process has been writing for too long; repeat the call when it is done",
        Corrupt or NoDatabase => "cannot be opened: is damaged or no database; run readout doctor, or restore a backup",
        _ => "cannot be used",
    };
}
