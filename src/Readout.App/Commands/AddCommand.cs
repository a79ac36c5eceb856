using System.CommandLine;
using System.Globalization;
using Readout.App.Frame;
using Readout.App.Queues;
using Readout.App.Running;
using Readout.App.Sources;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Adding;
using Readout.Store.Queues;

namespace Readout.App.Commands;

/// <summary><c>add</c>: reads inputs into the store. What is printed is on disk.</summary>
internal static class AddCommand
{
    private const int PagesPerSending = 200, Attempts = 6;

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb(
            "add",
            "Reads inputs into the store; a second time adds nothing twice",
            "readout add news/ feed.xml crawl.warc.gz",
            "readout add news/ --dry-run",
            "readout add https://example.org/news --store korea.db",
            "readout add crawl.warc.gz --queue nats://n1:4222,n2:4222,n3:4222     for workers to read");
        var sources = new SourceOptions();
        sources.AddTo(verb);
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be added, changed or passed over" };
        var queue = new Option<string?>("--queue") { Description = "Put the pages into a queue that workers read: postgres://user@host/database or nats://host:4222", HelpName = "ADDRESS" };
        verb.Add(dryRun);
        verb.Add(queue);
        return verb.Does(call => call.Get(dryRun) ? Foresee(call, sources) : call.Get(queue) is { } address ? Enqueue(call, sources, address) : Add(call, sources), common, terminal);
    }

    private static int Add(Call call, SourceOptions sources)
    {
        using var loaded = new LoadedReader(call.Setting);
        using var store = ReadingStore.Open(call.Setting.Store);
        using var run = new ReadingRun(call, sources, "added") { Ready = () => _ = loaded.Reader };
        var view = new RecordsView<Added>(call.Setting.FormatFor(call.Terminal), call.Terminal, new AddedShape());
        var filling = new Filling(store, loaded, call.Terminal.Clock);
        foreach (var added in filling.Add(run, sources.Names(call)))
        {
            view.Show(added);
            run.Progress.Finished();
        }
        view.End();
        run.Progress.Clear();
        if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {filling.Summary} in {run.Progress.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s; {run.Problems.Count} inputs could not be read; store {store.Path}");
        return run.Problems.ExitStatus;
    }

    private static int Enqueue(Call call, SourceOptions sources, string address)
    {
        using var run = new ReadingRun(call, sources, "queued");
        using var queue = WorkQueues.Open(address, call.Setting.Store, call.Terminal.Clock);
        foreach (var batch in PageMessage.Number(run.Pages(sources.Names(call))).Chunk(PagesPerSending))
        {
            call.Stop.ThrowIfCancellationRequested();
            Send(queue, [.. batch.Select(b => b.Job)], call);
            foreach (var _ in batch) run.Progress.Finished();
        }
        run.Progress.Clear();
        if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {run.Progress.Articles} pages are in the queue; {run.Problems.Count} inputs could not be read");
        return run.Problems.ExitStatus;
    }

    // While servers of the queue change places nothing is answered for some seconds.
    private static void Send(IWorkQueue queue, IReadOnlyList<Job> jobs, Call call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                queue.Add(jobs, call.Stop);
                return;
            }
            catch (Exception problem) when (Faults.Pass(problem) && !call.Stop.IsCancellationRequested)
            {
                if (attempt == Attempts) throw new UsageException($"the queue does not answer: {problem.Message}");
                Faults.Wait(problem, TimeSpan.FromSeconds(attempt), call.Terminal, call.Stop);
            }
        }
    }

    private static int Foresee(Call call, SourceOptions sources)
    {
        using var store = ReadingStore.OpenIfThere(call.Setting.Store);
        using var loaded = new LoadedReader(call.Setting);
        using var run = new ReadingRun(call, sources, "looked at") { Ready = () => _ = loaded.Reader };
        var view = new RecordsView<Added>(call.Setting.FormatFor(call.Terminal), call.Terminal, new AddedShape());
        var counts = new AddedCounts();
        foreach (var article in run.Each(sources.Names(call), page => loaded.Reader.Extract(page)))
        {
            var foreseen = new Added(article.Id, article.Input, article.Title, store?.Foresee(article, loaded.Reader.Version) ?? AddResult.Added, []);
            counts.Add(foreseen);
            view.Show(foreseen);
        }
        view.End();
        run.Progress.Clear();
        if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: would be {counts}; nothing was written");
        return run.Problems.ExitStatus;
    }
}
