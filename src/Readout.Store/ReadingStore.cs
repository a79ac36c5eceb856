using System.Globalization;
using Microsoft.Data.Sqlite;
using Readout.Pages;
using Readout.Store.Adding;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Store.Data;
using Readout.Store.Watching;

namespace Readout.Store;

/// <summary>The record: one SQLite file that keeps readings and answers questions. One process writes at a time, others read meanwhile.</summary>
public sealed class ReadingStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Lock gate = new();
    private ArticleRows? rows;
    private long? run;

    private ReadingStore(string path, SqliteConnection connection) => (Path, this.connection) = (path, connection);

    public string Path { get; }

    /// <summary>Opens a store for adding; makes it when it does not exist.</summary>
    public static ReadingStore Open(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, $"its folder cannot be made: {problem.Message}");
        }
        return Open(path, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Opens a store that exists, to ask it.</summary>
    public static ReadingStore OpenExisting(string path) =>
        File.Exists(path) ? Open(path, SqliteOpenMode.ReadWrite) : throw new StoreException(path, "does not exist yet; add articles with 'readout add' first, or name another with --store");

    /// <summary>Whether adding the article would change nothing: the store has this version, read by this reader.</summary>
    public bool Knows(Article article, string reader)
    {
        lock (gate)
            return connection.Number(
                "SELECT 1 FROM versions v JOIN articles a USING (article) WHERE a.id = @1 AND v.hash = @2 AND v.reader = @3 AND v.is_current = 1 AND v.input <= @4 AND (SELECT count(*) FROM versions w WHERE w.article = v.article) = 1",
                article.Id, VersionHash.Of(article), reader, article.Input) is not null;
    }

    /// <summary>What <see cref="Add"/> would do with an article.</summary>
    public AddResult Foresee(Article article, string reader)
    {
        lock (gate)
        {
            var found = connection.Query("SELECT v.hash, v.reader, v.is_current FROM versions v JOIN articles a USING (article) WHERE a.id = @1", [article.Id], r => (Hash: r.GetString(0), Reader: r.GetString(1), IsCurrent: r.GetInt64(2) == 1));
            if (found.Count == 0) return AddResult.Added;
            var same = found.FirstOrDefault(f => f.Hash == VersionHash.Of(article));
            return same.Hash is null || !same.IsCurrent ? AddResult.Changed : same.Reader == reader ? AddResult.Known : AddResult.Reread;
        }
    }

    /// <summary>Keeps readings in one transaction. When it returns they are on disk; when the process dies before, none of them is.</summary>
    /// <param name="now">Time of the run, noted once.</param>
    public IReadOnlyList<Added> Add(IReadOnlyList<Reading> readings, DateTimeOffset now)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var adding = rows ?? new ArticleRows(connection);
            // What a failed transaction left in memory is not what is on disk.
            rows = null;
            var number = run ?? NewRun(now);
            List<Added> added = [.. readings.Select(r => adding.Add(transaction, number, r))];
            transaction.Commit();
            (rows, run) = (adding, number);
            return added;
        }
    }

    /// <summary>Appends corrections to the log and derives anew what they touch, in one transaction; those that the log has already are passed over. When it returns they are on disk.</summary>
    /// <returns>The corrections that were new.</returns>
    public IReadOnlyList<Correction> Correct(IReadOnlyList<Correction> corrections)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var adding = rows ?? new ArticleRows(connection);
            rows = null;
            var log = new CorrectionLog(connection);
            var touched = new SortedSet<long>();
            var added = new List<Correction>();
            foreach (var correction in corrections.Where(c => !log.Has(c.Id)).DistinctBy(c => c.Id))
            {
                if (correction.Undoes is { } undoes && !log.Has(undoes) && added.All(a => a.Id != undoes)) throw new CorrectionException($"there is no correction '{undoes}' to undo; 'readout correct --list' has them all");
                // Before and after: a merge is looked for under the old name, what it undoes under the new one.
                touched.UnionWith(log.Touched(correction));
                log.Append(correction);
                added.Add(correction);
            }
            try
            {
                foreach (var version in touched) adding.Renew(transaction, version);
            }
            catch (Exception problem) when (problem is FormatException or InvalidOperationException or KeyNotFoundException)
            {
                throw new CorrectionException($"the correction does not make a finding: {problem.Message}");
            }
            transaction.Commit();
            rows = adding;
            return added;
        }
    }

    /// <summary>Saves a question; one of that name is replaced, what it reported stays reported.</summary>
    public void Save(Watch watch)
    {
        lock (gate)
            connection.Execute("INSERT INTO watches (name, made, body) VALUES (@1, @2, @3) ON CONFLICT (name) DO UPDATE SET made = excluded.made, body = excluded.body", watch.Name, watch.Made, WatchJson.Write(watch));
    }

    /// <summary>Forgets a saved question; whether there was one of that name.</summary>
    public bool Forget(string watch)
    {
        lock (gate) return connection.Execute("DELETE FROM watches WHERE name = @1", watch) > 0;
    }

    /// <summary>Notes that a watch reported some entries. On disk when it returns.</summary>
    public void Reported(string watch, IReadOnlyList<string> entries)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var entry in entries) connection.Execute("INSERT INTO watch_reports (watch, entry) VALUES (@1, @2) ON CONFLICT DO NOTHING", watch, entry);
            transaction.Commit();
        }
    }

    public TAnswer Ask<TAnswer>(Question<TAnswer> question)
    {
        lock (gate) return question.Answer(connection);
    }

    /// <summary>A number that changes whenever another connection has written; only equality means something.</summary>
    public long DataVersion
    {
        get
        {
            lock (gate) return connection.Number("PRAGMA data_version")!.Value;
        }
    }

    /// <summary>The readings as <c>read</c> prints them, in the order of ids, which no order of adding changes.</summary>
    /// <param name="allVersions">Also what pages said before they were changed.</param>
    public IEnumerable<string> Readings(DateOnly? asOf, bool allVersions)
    {
        var where = allVersions ? "WHERE (@1 IS NULL OR v.published <= @1)" : "WHERE v.is_current = 1 AND (@1 IS NULL OR v.published <= @1)";
        var kept = new KeptReading(connection);
        return connection.Stream($"SELECT v.version, v.reading, v.input FROM versions v JOIN articles a USING (article) {where} ORDER BY a.id, v.hash", [asOf is { } day ? IsoPeriod.Text(day) : null],
            r => kept.Line(r.GetInt64(0), r.GetFieldValue<byte[]>(1), r.GetString(2)));
    }

    public void Dispose()
    {
        rows?.Dispose();
        connection.Dispose();
    }

    private static ReadingStore Open(string path, SqliteOpenMode mode)
    {
        if (path.StartsWith("postgres://", StringComparison.Ordinal)) throw new StoreException(path, "shared stores are not in this version yet; give a file");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, DefaultTimeout = 60, ForeignKeys = true, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // FULL: what was reported as added outlives a power cut, too; WAL: others read while one writes.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            Migrations.Apply(connection, path);
            var store = new ReadingStore(path, connection);
            store.RenewOld();
            return store;
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw new StoreException(path, $"cannot be opened: {problem.Message}");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Rows that an older program derived are derived anew, some at a time, so that a kill loses little.</summary>
    private void RenewOld()
    {
        while (connection.Query("SELECT version FROM versions WHERE derived < @1 ORDER BY derived, version LIMIT 200", [(long)DerivedRows.Number], r => r.GetInt64(0)) is { Count: > 0 } old)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            using var adding = new ArticleRows(connection);
            foreach (var version in old) adding.Renew(transaction, version);
            transaction.Commit();
        }
    }

    private long NewRun(DateTimeOffset now)
    {
        connection.Execute("INSERT INTO runs (started) VALUES (@1)", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return connection.Number("SELECT last_insert_rowid()")!.Value;
    }
}
