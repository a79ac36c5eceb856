using System.Data.Common;
using Npgsql;
using Readout.Store.Asking;
using Readout.Store.Data.Searching;

namespace Readout.Store.Data;

/// <summary>The record in a schema of a PostgreSQL database, shared by many machines.</summary>
internal sealed class PostgresDatabase : Database
{
    public static readonly PostgresDatabase Instance = new();

    // "RDOT": our part of the advisory locks of a database.
    private const int LockSpace = 0x52444F54;

    public override bool IsOneAtATime => true;

    public override DbConnection Open(string store, bool make)
    {
        var settings = PostgresAddress.Parse(store);
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            connection.Open();
            PostgresMigrations.Apply(connection, settings.SearchPath!, PostgresAddress.Shown(store), make);
            return connection;
        }
        catch (Exception problem) when (problem is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            connection.Dispose();
            throw new StoreException(PostgresAddress.Shown(store), $"cannot be opened: {problem.Message}; is the server up, and does the database exist?") { IsPassing = problem is not PostgresException refusal || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal) };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Acts, copies and versions depend on what was added before, so writers take turns: the answers are the same as if one had written all.</summary>
    public override DbTransaction Begin(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        Lock(connection);
        return transaction;
    }

    public static void Lock(DbConnection connection) => connection.Execute($"SELECT pg_advisory_xact_lock({LockSpace}, hashtext(current_schema()))");

    /// <summary>Waits for the turn in a schema that may not be there yet, so that there is no current one.</summary>
    public static void Lock(DbConnection connection, string schema) => connection.Execute($"SELECT pg_advisory_xact_lock({LockSpace}, hashtext(@1))", schema);

    public override long DataVersion(DbConnection connection) => connection.Number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")!.Value;

    /// <summary>Nothing: the server checks its own pages, references and indexes.</summary>
    public override IEnumerable<(string Part, string? Fault, Action? Cure)> Examine(DbConnection connection) => [];

    public override void BackUp(DbConnection connection, string file) =>
        throw new StoreException(connection.Database, $"is backed up by the server's own means: pg_dump --format=custom --file={file} {connection.Database}");

    public override Inserter Inserter(DbConnection connection, string table, IReadOnlyList<string> columns) => new CopyInserter((NpgsqlConnection)connection, table, columns);

    public override string Has(string table, string alias) => $"{alias}.words @@ CAST(? AS tsquery)";

    public override string Query(WordsQuery words) => words.ForTsquery();

    public override List<(string? Finding, string Snippet, double Score, Citation Citation)> Search(DbConnection connection, SearchedTable table, WordsQuery words, Where where, int limit)
    {
        where.And(Has(table.Name, table.Alias), Query(words));
        var last = where.Values.Count;
        return connection.Query(
            $"""
            SELECT {table.Finding}, {table.Alias}.text, ts_rank({table.Alias}.words, CAST(@{last} AS tsquery), 1) AS score, {table.Span}, {Citation.Columns}
            FROM {table.From} {where} ORDER BY score DESC, a.id, 4 {where.Limit(limit)}
            """, where.Values, r => (r.Text(0), Snippet.Of(r.GetString(1), words), r.GetDouble(2), Citation.Read(r, 5, r.Span(3))));
    }
}
