using System.Collections.Concurrent;
using System.Data.Common;
using Readout.App.Sources;
using Readout.Pages;
using Readout.Store;

namespace Readout.App.Running;

/// <summary>Works on pages on several threads and hands the results back in the order of the pages, however many threads there are.</summary>
/// <typeparam name="T">What a page becomes.</typeparam>
internal sealed class ReadingQueue<T>(Func<Page, T> read, int jobs, Action<SourceException> failed)
{
    // Deeply nested pages and long sentences make deep calls; the default of 1.5 MB is too near.
    internal const int StackBytes = 16 << 20;

    private readonly record struct Outcome(T Value, bool IsRead);

    private readonly record struct Job(Page Page, TaskCompletionSource<Outcome> Result);

    /// <param name="pages">Read ahead only as far as the threads need, so that memory stays flat.</param>
    /// <param name="most">Largest batch; a batch holds what is ready, so nobody waits for it to fill.</param>
    public IEnumerable<IReadOnlyList<T>> Batches(IEnumerable<Page> pages, int most, CancellationToken stop)
    {
        using var work = new BlockingCollection<Job>(jobs * 2);
        using var order = new BlockingCollection<Task<Outcome>>(Math.Max(jobs * 8, most));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Thread[] threads = [Start(() => Feed(pages, work, order, stopping.Token)), .. Enumerable.Range(0, jobs).Select(_ => Start(() => Work(work)))];
        try
        {
            foreach (var batch in Ready(order, most, stop))
            {
                List<T> values = [.. batch.Where(o => o.IsRead).Select(o => o.Value)];
                if (values.Count > 0) yield return values;
            }
        }
        finally
        {
            stopping.Cancel();
            foreach (var thread in threads) thread.Join();
        }
    }

    private static IEnumerable<List<Outcome>> Ready(BlockingCollection<Task<Outcome>> order, int most, CancellationToken stop)
    {
        Task<Outcome>? waiting = null;
        while (waiting is not null || order.TryTake(out waiting, Timeout.Infinite, stop))
        {
            var batch = new List<Outcome> { Result(waiting, stop) };
            waiting = null;
            while (batch.Count < most && order.TryTake(out waiting))
            {
                if (!waiting.IsCompleted) break;
                batch.Add(Result(waiting, stop));
                waiting = null;
            }
            yield return batch;
        }
    }

    private static Outcome Result(Task<Outcome> task, CancellationToken stop)
    {
        // As it was thrown, not wrapped.
        return task.WaitAsync(stop).GetAwaiter().GetResult();
    }

    private static Thread Start(Action act)
    {
        var thread = new Thread(() => act(), StackBytes) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Feed(IEnumerable<Page> pages, BlockingCollection<Job> work, BlockingCollection<Task<Outcome>> order, CancellationToken stop)
    {
        try
        {
            foreach (var page in pages)
            {
                var job = new Job(page, new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously));
                order.Add(job.Result.Task, stop);
                work.Add(job, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller stopped; what was handed back is complete.
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested) order.Add(Task.FromException<Outcome>(fault), CancellationToken.None);
        }
        finally
        {
            work.CompleteAdding();
            order.CompleteAdding();
        }
    }

    private void Work(BlockingCollection<Job> work)
    {
        foreach (var job in work.GetConsumingEnumerable())
        {
            try
            {
                job.Result.SetResult(Read(job.Page));
            }
            catch (Exception fault) when (fault is DbException or StoreException)
            {
                // The store was asked whether it knows the page, and does not answer: that ends the run, not the page.
                job.Result.SetException(fault);
            }
        }
    }

    // The reader promises not to throw; if it does, one page is lost and named, not the whole run.
    private Outcome Read(Page page)
    {
        try
        {
            return new Outcome(read(page), true);
        }
        catch (PageException problem)
        {
            failed(new SourceException(page.Input, problem.Message));
            return default;
        }
        catch (Exception fault) when (fault is not (DbException or StoreException))
        {
            failed(new SourceException(page.Input, $"could not be read through a fault in Readout, please report it: {fault}"));
            return default;
        }
    }
}
