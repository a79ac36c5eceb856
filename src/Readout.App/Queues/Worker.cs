using Readout.App.Frame;
using Readout.App.Running;
using Readout.Pages;
using Readout.Store.Adding;
using Readout.Store.Queues;

namespace Readout.App.Queues;

/// <summary>Takes pages from a queue until it is told to stop. What a fault of the queue or the store interrupts comes again.</summary>
internal sealed class Worker(IWorkQueue queue, Reader reader, int jobs, Terminal terminal, WorkMeter meter)
{
    // Enough to fill the processors, few enough that a dying worker loses a second of work.
    private const int JobsPerThread = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <param name="untilEmpty">Ends when no page came for a moment, instead of waiting for more.</param>
    public IEnumerable<Added> Run(bool untilEmpty, CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!stop.IsCancellationRequested)
        {
            IReadOnlyList<Added>? added;
            try
            {
                added = queue.Work(jobs * JobsPerThread, Read, stop);
                pause = TimeSpan.FromMilliseconds(200);
                meter.Alive();
            }
            catch (Exception problem) when (Faults.Pass(problem))
            {
                meter.Fault();
                Faults.Wait(problem, pause, terminal, stop);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                continue;
            }
            if (added is null && untilEmpty) yield break;
            foreach (var article in added ?? []) yield return article;
        }
    }

    private List<JobResult> Read(IReadOnlyList<Job> jobsToRead)
    {
        var results = new JobResult[jobsToRead.Count];
        var next = -1;
        Thread[] threads = [.. Enumerable.Range(0, Math.Min(jobs, results.Length)).Select(_ => new Thread(ReadSome, ReadingQueue<JobResult>.StackBytes) { IsBackground = true })];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return [.. results];

        void ReadSome()
        {
            while (Interlocked.Increment(ref next) is var i && i < results.Length) results[i] = Read(jobsToRead[i]);
        }
    }

    private JobResult Read(Job job)
    {
        var started = terminal.Clock.GetTimestamp();
        try
        {
            var result = new JobResult(job, reader.Read(PageMessage.Unpack(job.Body)), null);
            meter.Read(terminal.Clock.GetElapsedTime(started));
            return result;
        }
        catch (Exception problem) when (problem is PageException or InvalidDataException)
        {
            return Failed(job, problem.Message);
        }
        catch (Exception fault)
        {
            return Failed(job, $"could not be read through a fault in Readout, please report it: {fault}");
        }
    }

    private JobResult Failed(Job job, string problem)
    {
        meter.Failed();
        terminal.Error.WriteLine($"readout: {job.Message}: {problem}");
        return new JobResult(job, null, problem);
    }
}
