using System.CommandLine;
using System.Globalization;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Sources;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Adding;

namespace Readout.App.Commands;

/// <summary><c>add</c>: reads inputs into the store. What is printed is on disk.</summary>
internal static class AddCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb(
            "add",
            "Reads inputs into the store; a second time adds nothing twice",
            "readout add news/ feed.xml crawl.warc.gz",
            "readout add news/ --dry-run",
            "readout add https://example.org/news --store korea.db");
        var sources = new SourceOptions();
        sources.AddTo(verb);
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be added, changed or passed over" };
        verb.Add(dryRun);
        return verb.Does(call => call.Get(dryRun) ? Foresee(call, sources) : Add(call, sources), common, terminal);
    }

    private static int Add(Call call, SourceOptions sources)
    {
        using var store = ReadingStore.Open(call.Setting.Store);
        using var run = new ReadingRun(call, sources, "added");
        using var loaded = new LoadedReader(call.Setting);
        var view = new RecordsView<Added>(call.Setting.FormatFor(call.Terminal), call.Terminal, new AddedShape());
        var filling = new Filling(store, loaded.Reader, call.Terminal.Clock);
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

    private static int Foresee(Call call, SourceOptions sources)
    {
        using var store = ReadingStore.OpenIfThere(call.Setting.Store);
        using var run = new ReadingRun(call, sources, "looked at");
        using var loaded = new LoadedReader(call.Setting);
        var view = new RecordsView<Added>(call.Setting.FormatFor(call.Terminal), call.Terminal, new AddedShape());
        var counts = new AddedCounts();
        foreach (var article in run.Each(sources.Names(call), loaded.Reader.Extract))
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
