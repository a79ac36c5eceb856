using System.Collections.Concurrent;
using Readout.App.Sources;
using Readout.Pages;

namespace Readout.App.Running;

/// <summary>Reads pages on several threads and hands the readings back in the order of the pages, however many threads there are.</summary>
internal sealed class ReadingQueue(Reader reader, int jobs, Action<SourceException> failed)
{
    // Deeply nested pages and long sentences make deep calls; the default of 1.5 MB is too near.
    private const int StackBytes = 16 << 20;

    private readonly record struct Job(Page Page, TaskCompletionSource<Reading?> Result);

    /// <param name="pages">Read ahead only as far as the threads need, so that memory stays flat.</param>
    public IEnumerable<Reading> Read(IEnumerable<Page> pages, CancellationToken stop)
    {
        using var work = new BlockingCollection<Job>(jobs * 2);
        using var order = new BlockingCollection<Task<Reading?>>(jobs * 8);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Thread[] threads = [Start(() => Feed(pages, work, order, stopping.Token)), .. Enumerable.Range(0, jobs).Select(_ => Start(() => Work(work)))];
        try
        {
            foreach (var result in order.GetConsumingEnumerable(stop))
                if (result.GetAwaiter().GetResult() is { } reading) yield return reading;
        }
        finally
        {
            stopping.Cancel();
            foreach (var thread in threads) thread.Join();
        }
    }

    private static Thread Start(Action act)
    {
        var thread = new Thread(() => act(), StackBytes) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Feed(IEnumerable<Page> pages, BlockingCollection<Job> work, BlockingCollection<Task<Reading?>> order, CancellationToken stop)
    {
        try
        {
            foreach (var page in pages)
            {
                var job = new Job(page, new TaskCompletionSource<Reading?>(TaskCreationOptions.RunContinuationsAsynchronously));
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
            if (!stop.IsCancellationRequested) order.TryAdd(Task.FromException<Reading?>(fault), Timeout.Infinite, CancellationToken.None);
        }
        finally
        {
            work.CompleteAdding();
            order.CompleteAdding();
        }
    }

    private void Work(BlockingCollection<Job> work)
    {
        foreach (var job in work.GetConsumingEnumerable()) job.Result.SetResult(Read(job.Page));
    }

    // The reader promises not to throw; if it does, one page is lost and named, not the whole run.
    private Reading? Read(Page page)
    {
        try
        {
            return reader.Read(page);
        }
        catch (PageException problem)
        {
            failed(new SourceException(page.Input, problem.Message));
            return null;
        }
        catch (Exception fault)
        {
            failed(new SourceException(page.Input, $"could not be read through a fault in Readout, please report it: {fault}"));
            return null;
        }
    }
}
