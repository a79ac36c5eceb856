using System.Data.Common;
using Npgsql;
using Readout.Store.Data;

namespace Readout.Store.Queues;

/// <summary>The tables of a queue that lies in the store's own database.</summary>
internal static class JobRows
{
    /// <summary>A job that was taken so often without an end has ended its workers.</summary>
    private const int MostTaken = 5;

    public static void Add(NpgsqlConnection connection, IReadOnlyList<Job> jobs)
    {
        using var copy = connection.BeginBinaryImport("COPY jobs (message, body) FROM STDIN (FORMAT BINARY)");
        foreach (var job in jobs) copy.WriteRow(job.Message, job.Body);
        copy.Complete();
    }

    /// <summary>Chooses jobs that nobody works on, and counts that they were taken before anything else happens to them.</summary>
    public static IReadOnlyList<long> Choose(DbConnection connection, int most) => connection.Query(
        """
        UPDATE jobs SET taken = taken + 1 WHERE job IN (SELECT job FROM jobs ORDER BY taken, job LIMIT @1 FOR UPDATE SKIP LOCKED) RETURNING job
        """, [(long)most], r => r.GetInt64(0));

    /// <summary>Locks the chosen for the length of the transaction, as far as no other worker was quicker.</summary>
    public static List<(long Key, Job Job, bool IsDeadly)> Lock(DbConnection connection, IReadOnlyList<long> chosen) => connection.Query(
        $"SELECT job, message, body, taken FROM jobs WHERE job IN ({string.Join(", ", chosen)}) ORDER BY job FOR UPDATE SKIP LOCKED", [],
        r => (r.GetInt64(0), new Job(r.GetString(1), r.Bytes(2)), r.GetInt64(3) > MostTaken));

    public static void Remove(DbConnection connection, IEnumerable<long> jobs) => connection.Execute($"DELETE FROM jobs WHERE job IN ({string.Join(", ", jobs)})");

    public static void Fail(DbConnection connection, Job job, string problem) =>
        connection.Execute("INSERT INTO failed_jobs (message, body, problem) VALUES (@1, @2, @3) ON CONFLICT DO NOTHING", job.Message, job.Body, problem.Replace('\0', ' '));

    /// <summary>Whether a message comes for the first time.</summary>
    public static bool IsNew(DbConnection connection, string message) => connection.Execute("INSERT INTO inbox (message) VALUES (@1) ON CONFLICT DO NOTHING", message) > 0;
}
