using Readout.Store.Adding;
using Readout.Store.Queues;

namespace Readout.App.Queues;

/// <summary>Pages that wait for workers, on one machine or many.</summary>
internal interface IWorkQueue : IDisposable
{
    /// <summary>When it returns, the queue holds them whatever dies.</summary>
    void Add(IReadOnlyList<Job> jobs, CancellationToken stop);

    /// <summary>Takes some jobs, has them read, and keeps what they give.</summary>
    /// <returns>What became of the articles; null when no job came for a moment.</returns>
    IReadOnlyList<Added>? Work(int most, Func<IReadOnlyList<Job>, IReadOnlyList<JobResult>> read, CancellationToken stop);
}
