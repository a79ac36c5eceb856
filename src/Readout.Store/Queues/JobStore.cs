using Npgsql;
using Readout.Store.Adding;
using Readout.Store.Data;

namespace Readout.Store.Queues;

/// <summary>A shared store as workers use it: each job has its effect once, whoever dies when.</summary>
public sealed class JobStore : IDisposable
{
    private readonly ReadingStore store;

    private JobStore(ReadingStore store) => this.store = store;

    /// <summary>Opens a store in PostgreSQL; makes it when it does not exist.</summary>
    public static JobStore Open(string address) => PostgresAddress.Is(address)
        ? new JobStore(ReadingStore.Open(address)) : throw new StoreException(address, "is a file; workers share a store in PostgreSQL: give postgres://user@host/database with --store");

    /// <summary>Puts jobs into the queue. When it returns they are on disk.</summary>
    public void Enqueue(IReadOnlyList<Job> jobs) => store.Locked(connection => JobRows.Add((NpgsqlConnection)connection, jobs));

    /// <summary>Takes jobs from the queue and keeps what they give, in one transaction with their deletion.</summary>
    /// <param name="read">Reads the jobs while they are locked for this worker.</param>
    /// <returns>Null when no job waits.</returns>
    public IReadOnlyList<Added>? Work(int most, Func<IReadOnlyList<Job>, IReadOnlyList<JobResult>> read, TimeProvider clock) => store.Locked(connection =>
    {
        var chosen = JobRows.Choose(connection, most);
        if (chosen.Count == 0) return null;
        using var transaction = connection.BeginTransaction();
        var jobs = JobRows.Lock(connection, chosen);
        if (jobs.Count == 0) return [];
        foreach (var (_, job, _) in jobs.Where(j => j.IsDeadly)) JobRows.Fail(connection, job, "ended its worker again and again");
        var results = read([.. jobs.Where(j => !j.IsDeadly).Select(j => j.Job)]);
        PostgresDatabase.Lock(connection);
        var added = Keep(transaction, results, clock);
        JobRows.Remove(connection, jobs.Select(j => j.Key));
        transaction.Commit();
        return added;
    });

    /// <summary>Keeps the results of messages that another queue delivered. Those that were kept before change nothing. When it returns they are on disk.</summary>
    public IReadOnlyList<Added> Keep(IReadOnlyList<JobResult> results, TimeProvider clock) => store.Locked(connection =>
    {
        using var transaction = connection.BeginTransaction();
        PostgresDatabase.Lock(connection);
        var added = Keep(transaction, [.. results.Where(r => JobRows.IsNew(connection, r.Job.Message))], clock);
        transaction.Commit();
        return added;
    });

    /// <summary>Those of some messages that have had their effect.</summary>
    public IReadOnlySet<string> Known(IReadOnlyList<string> messages) => store.Locked(connection =>
        connection.Query($"SELECT message FROM inbox WHERE message IN ({string.Join(", ", messages.Select((_, i) => $"@{i + 1}"))})", messages, r => r.GetString(0)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Forgets messages that no queue delivers any more.</summary>
    public void Forget(TimeSpan age) => store.Locked(connection => connection.Execute("DELETE FROM inbox WHERE kept < now() - make_interval(secs => @1)", age.TotalSeconds));

    /// <summary>Jobs that wait or are worked on, and those that failed.</summary>
    public (long Waiting, long Failed) Count() => store.Locked(connection => (connection.Number("SELECT count(*) FROM jobs")!.Value, connection.Number("SELECT count(*) FROM failed_jobs")!.Value));

    public void Dispose() => store.Dispose();

    private IReadOnlyList<Added> Keep(System.Data.Common.DbTransaction transaction, IReadOnlyList<JobResult> results, TimeProvider clock)
    {
        foreach (var result in results.Where(r => r.Problem is not null)) JobRows.Fail(transaction.Connection!, result.Job, result.Problem!);
        return store.Add(transaction, [.. results.Select(r => r.Reading).OfType<Reading>()], clock.GetUtcNow());
    }
}
