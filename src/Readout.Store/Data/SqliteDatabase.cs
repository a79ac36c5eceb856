using System.Data.Common;
using Microsoft.Data.Sqlite;
using Readout.Store.Asking;

namespace Readout.Store.Data;

/// <summary>The record in one SQLite file.</summary>
internal sealed class SqliteDatabase : Database
{
    // Result codes of SQLite.
    private const int ReadOnly = 8, CannotOpen = 14;

    public static readonly SqliteDatabase Instance = new();

    public override bool IsOneAtATime => false;

    public override DbConnection Open(string store, bool make)
    {
        if (make) MakeFolder(store);
        else if (!File.Exists(store)) throw new StoreException(store, "does not exist yet; add articles with 'readout add' first, or name another with --store");
        try
        {
            return Open(store, store, make ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        }
        catch (SqliteException problem) when (!make && problem.SqliteErrorCode is ReadOnly or CannotOpen && !File.Exists(store + "-wal"))
        {
            return OpenToRead(store);
        }
        catch (SqliteException problem)
        {
            throw StoreFault.Of(problem, store);
        }
    }

    // Where nothing can be written, not even the files beside it, and nobody is writing, the file is read as it lies.
    private static FileConnection OpenToRead(string store)
    {
        try
        {
            return Open($"file:{Uri.EscapeDataString(Path.GetFullPath(store)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1", store, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException problem)
        {
            throw StoreFault.Of(problem, store);
        }
    }

    private static FileConnection Open(string source, string store, SqliteOpenMode mode)
    {
        var connection = new FileConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, DefaultTimeout = 60, ForeignKeys = true, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // FULL: what was reported as added outlives a power cut, too; WAL: others read while one writes.
            if (mode != SqliteOpenMode.ReadOnly) connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            // Who asks reads by mapping: the system's cache is shared by all connections and not copied for each. Who adds needs little of the file, and its memory must not grow with it.
            connection.Execute(mode == SqliteOpenMode.ReadWriteCreate ? "PRAGMA cache_size = -32768" : "PRAGMA mmap_size = 268435456");
            Migrations.Apply(connection, store);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override long DataVersion(DbConnection connection) => connection.Number("PRAGMA data_version")!.Value;

    public override Inserter Inserter(DbConnection connection, string table, IReadOnlyList<string> columns) => new PreparedInserter((SqliteConnection)connection, table, columns);

    public override string Has(string table, string alias) => SearchedTable.Of(table) is var t ? $"{alias}.{t.Key} IN (SELECT rowid FROM {t.Index} WHERE {t.Index} MATCH ?)" : "";

    public override string Query(WordsQuery words) => words.ForFts5();

    public override List<(string? Finding, string Snippet, double Score, Citation Citation)> Search(DbConnection connection, SearchedTable table, WordsQuery words, Where where, int limit)
    {
        where.And($"{table.Index} MATCH ?", Query(words));
        return connection.Query(
            $"""
            SELECT {table.Finding}, snippet({table.Index}, {table.TextColumn}, char(2), char(3), '…', 24), -rank, {table.Span}, {Citation.Columns}
            FROM {table.Index} w JOIN {table.Name} {table.Alias} ON {table.Alias}.{table.Key} = w.rowid {(table.Name == "versions" ? "" : "JOIN versions v USING (version)")} JOIN articles a USING (article)
            {where} ORDER BY rank, a.id {where.Limit(limit)}
            """, where.Values, r => (r.Text(0), r.GetString(1), r.GetDouble(2), Citation.Read(r, 5, r.Span(3))));
    }

    public override IEnumerable<(string Part, string? Fault, Action? Cure)> Examine(DbConnection connection)
    {
        var faults = connection.Query("PRAGMA integrity_check(10)", [], r => r.GetString(0));
        yield return ("file", faults is ["ok"] ? null : string.Join("; ", faults), null);
        var strays = connection.Query("PRAGMA foreign_key_check", [], r => r.GetString(0));
        yield return ("references", strays.Count == 0 ? null : $"{strays.Count} rows belong to nothing, the first in the table {strays[0]}", null);
        foreach (var index in new[] { SearchedTable.Articles.Index, SearchedTable.Statements.Index, SearchedTable.Events.Index })
            yield return ($"index {index}", IndexFault(connection, index), () => connection.Execute($"INSERT INTO {index} ({index}) VALUES ('rebuild')"));
    }

    public override void BackUp(DbConnection connection, string file)
    {
        try
        {
            connection.Execute("VACUUM INTO @1", file);
        }
        catch (SqliteException problem)
        {
            throw new StoreException(file, $"the backup cannot be written: {problem.Message}");
        }
    }

    private static string? IndexFault(DbConnection connection, string index)
    {
        try
        {
            // Rank 1: also against the rows that it is an index of.
            connection.Execute($"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
            return null;
        }
        catch (SqliteException problem)
        {
            return problem.Message;
        }
    }

    private static void MakeFolder(string store)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(store))!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(store, $"its folder cannot be made: {problem.Message}");
        }
    }
}
