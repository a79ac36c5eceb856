using Readout.Store.Adding;
using Readout.Store.Queues;

namespace Readout.App.Queues;

/// <summary>The queue in the store's own database: jobs are deleted in the transaction that keeps their readings.</summary>
internal sealed class PostgresQueue(string address, TimeProvider clock) : IWorkQueue
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private JobStore? open;

    public void Add(IReadOnlyList<Job> jobs, CancellationToken stop) => Store.Enqueue(jobs);

    public IReadOnlyList<Added>? Work(int most, Func<IReadOnlyList<Job>, IReadOnlyList<JobResult>> read, CancellationToken stop)
    {
        try
        {
            if (Store.Work(most, read, clock) is { } added) return added;
        }
        catch
        {
            // Whatever became of the connection: the next attempt gets a new one.
            Dispose();
            throw;
        }
        stop.WaitHandle.WaitOne(Pause);
        return null;
    }

    public void Dispose()
    {
        open?.Dispose();
        open = null;
    }

    private JobStore Store => open ??= JobStore.Open(address);
}
