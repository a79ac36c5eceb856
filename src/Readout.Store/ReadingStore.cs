using System.Data.Common;
using System.Globalization;
using Readout.Pages;
using Readout.Store.Adding;
using Readout.Store.Asking;
using Readout.Store.Care;
using Readout.Store.Correcting;
using Readout.Store.Data;
using Readout.Store.Watching;

namespace Readout.Store;

/// <summary>The record: keeps readings and answers questions, in one SQLite file or in a PostgreSQL database that many machines share. One process writes at a time, others read meanwhile.</summary>
public sealed class ReadingStore : IDisposable
{
    private readonly DbConnection connection;
    private readonly Lock gate = new();
    private ArticleRows? rows;
    private long? run;

    private readonly Database database;

    private ReadingStore(string path, bool make)
    {
        database = Database.Named(path);
        connection = database.Open(path, make);
        Path = PostgresAddress.Shown(path);
        try
        {
            RenewOld();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The file, or the address without its password.</summary>
    public string Path { get; }

    /// <summary>Opens a store for adding, a file or a <c>postgres://</c> address; makes it when it does not exist.</summary>
    public static ReadingStore Open(string path) => new(path, make: true);

    /// <summary>The store when there is one, to foresee what adding would do.</summary>
    public static ReadingStore? OpenIfThere(string path) => PostgresAddress.Is(path) || File.Exists(path) ? OpenExisting(path) : null;

    /// <summary>Opens a store that exists, to ask it.</summary>
    public static ReadingStore OpenExisting(string path) => new(path, make: false);

    /// <summary>Whether adding the article would change nothing: the store has this version, read by this reader.</summary>
    public bool Knows(Article article, string reader)
    {
        lock (gate)
        {
            RequireConnection();
            return connection.Number(
                "SELECT 1 FROM versions v JOIN articles a USING (article) WHERE a.id = @1 AND v.hash = @2 AND v.reader = @3 AND v.is_current = 1 AND v.input <= @4 AND (SELECT count(*) FROM versions w WHERE w.article = v.article) = 1",
                article.Id, VersionHash.Of(article), reader, article.Input) is not null;
        }
    }

    /// <summary>What <see cref="Add(IReadOnlyList{Reading}, DateTimeOffset)"/> would do with an article.</summary>
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
        return Locked(c =>
        {
            using var transaction = database.Begin(c);
            var added = Add(transaction, readings, now);
            transaction.Commit();
            return added;
        });
    }

    /// <summary>The same in a transaction of the caller, who has the turn to write and commits.</summary>
    internal IReadOnlyList<Added> Add(DbTransaction transaction, IReadOnlyList<Reading> readings, DateTimeOffset now)
    {
        if (readings.Count == 0) return [];
        var (adding, number) = (rows ??= new ArticleRows(connection), run ??= NewRun(now));
        return [.. readings.Select(r => adding.Add(transaction, number, r))];
    }

    private bool IsConnected => connection.State == System.Data.ConnectionState.Open;

    private void RequireConnection()
    {
        if (!IsConnected) throw StoreFault.OfServer(Path, "the connection is closed");
    }

    /// <summary>Runs what needs the connection for itself. What a failed transaction left in memory is not what is on disk, and is forgotten.</summary>
    internal T Locked<T>(Func<DbConnection, T> act)
    {
        lock (gate)
        {
            try
            {
                RequireConnection();
                return act(connection);
            }
            catch (Exception problem)
            {
                rows = null;
                run = null;
                // What is open when a server dies complains of it once more when it is closed, and not as a fault of a database.
                if (problem is InvalidOperationException && !IsConnected) throw StoreFault.OfServer(Path, problem.Message);
                throw;
            }
        }
    }

    internal void Locked(Action<DbConnection> act) => Locked(c =>
    {
        act(c);
        return true;
    });

    /// <summary>Appends corrections to the log and derives anew what they touch, in one transaction; those that the log has already are passed over. When it returns they are on disk.</summary>
    /// <returns>The corrections that were new.</returns>
    public IReadOnlyList<Correction> Correct(IReadOnlyList<Correction> corrections)
    {
        lock (gate)
        {
            using var transaction = database.Begin(connection);
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
            using var transaction = database.Begin(connection);
            foreach (var entry in entries) connection.Execute("INSERT INTO watch_reports (watch, entry) VALUES (@1, @2) ON CONFLICT DO NOTHING", watch, entry);
            transaction.Commit();
        }
    }

    /// <summary>Notes that somebody has looked at some entries of a watch, which are news no longer. On disk when it returns.</summary>
    public void Looked(string watch, IReadOnlyList<string> entries) => Reported(watch, [.. entries.Select(e => UnseenQuestion.Mark + e)]);

    /// <summary>Looks at every part of the record, one after the other.</summary>
    /// <param name="mend">Mend what can be made again from the readings.</param>
    public IReadOnlyList<Ailment> Examine(bool mend)
    {
        lock (gate)
        {
            rows?.Dispose();
            rows = null;
            return [.. new Doctor(connection, mend).Examine()];
        }
    }

    /// <summary>Writes a whole copy into a file that does not exist yet, while others read and write. The file has its name only when it is complete.</summary>
    public void BackUp(string file)
    {
        if (File.Exists(file)) throw new StoreException(file, "is there already; give the backup another name");
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        lock (gate) database.BackUp(connection, unfinished);
        using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(unfinished, file);
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
            lock (gate) return database.DataVersion(connection);
        }
    }

    /// <summary>The readings as <c>read</c> prints them, in the order of ids, which no order of adding changes.</summary>
    /// <param name="allVersions">Also what pages said before they were changed.</param>
    public IEnumerable<string> Readings(DateOnly? asOf, bool allVersions)
    {
        var where = allVersions ? "WHERE (@1 IS NULL OR v.published <= @1)" : "WHERE v.is_current = 1 AND (@1 IS NULL OR v.published <= @1)";
        var kept = new KeptReading(connection);
        var versions = connection.Query($"SELECT v.version FROM versions v JOIN articles a USING (article) {where} ORDER BY a.id, v.hash", [asOf is { } day ? IsoPeriod.Text(day) : null], r => r.GetInt64(0));
        foreach (var some in versions.Chunk(100))
        {
            var lines = connection.Query($"SELECT version, reading, input FROM versions WHERE version IN ({string.Join(", ", some)})", [], r => (Version: r.GetInt64(0), Line: kept.Line(r.GetInt64(0), r.Bytes(1), r.GetString(2)))).ToDictionary(l => l.Version, l => l.Line);
            foreach (var version in some) yield return lines[version];
        }
    }

    public void Dispose()
    {
        rows?.Dispose();
        connection.Dispose();
    }

    /// <summary>Rows that an older program derived are derived anew, some at a time, so that a kill loses little.</summary>
    private void RenewOld()
    {
        while (connection.Query("SELECT version FROM versions WHERE derived < @1 ORDER BY derived, version LIMIT 200", [(long)DerivedRows.Number], r => r.GetInt64(0)) is { Count: > 0 } old)
        {
            using var transaction = database.Begin(connection);
            using var adding = new ArticleRows(connection);
            foreach (var version in old) adding.Renew(transaction, version);
            transaction.Commit();
        }
    }

    private long NewRun(DateTimeOffset now) =>
        connection.Number("INSERT INTO runs (started) VALUES (@1) RETURNING run", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))!.Value;
}
