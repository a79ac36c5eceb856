using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Sources;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>demo</c>: from the sample pages to a cited brief, the open demands and the coming meetings, as of a day.</summary>
internal static class DemoCommand
{
    // The samples' first story runs from 2018 to 2021; on this day much is said and much is still to come.
    private static readonly DateOnly Day = new(2021, 3, 18);

    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var keep = new Option<string?>("--keep") { Description = "Keep the store in this file instead of a temporary one", HelpName = "PATH" };
        var verb = new Verb("demo", "Reads the samples into a store and prints a brief, the open demands and the coming meetings", "readout demo", "readout demo --as-of 2019-02-20", "readout demo --keep demo.db && readout said Blinken --store demo.db") { keep };
        return verb.Does(call => Run(call, call.Get(keep)), common, terminal);
    }

    private static int Run(Call call, string? kept)
    {
        var path = kept ?? Path.Combine(Path.GetTempPath(), $"readout-demo-{Path.GetRandomFileName()}.db");
        try
        {
            using var store = ReadingStore.Open(path);
            var status = Fill(call, store);
            Show(call, store, call.Setting.AsOf ?? Day);
            if (kept is null && !call.Setting.Quiet) call.Terminal.Error.WriteLine("readout: to ask further, keep the store: readout demo --keep demo.db, then readout said Blinken --store demo.db");
            return status;
        }
        finally
        {
            if (kept is null) Remove(path);
        }
    }

    private static int Fill(Call call, ReadingStore store)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        if (!Directory.Exists(samples)) throw new UsageException($"the samples are missing from {samples}; install Readout again");
        using var loaded = new LoadedReader(call.Setting);
        using var run = new ReadingRun(call, new SourceOptions(), "read") { Ready = () => _ = loaded.Reader };
        var filling = new Filling(store, loaded, call.Terminal.Clock);
        foreach (var _ in filling.Add(run, [samples])) run.Progress.Finished();
        run.Progress.Clear();
        if (!call.Setting.Quiet) call.Terminal.Error.WriteLine($"readout: {filling.Summary} from {samples}");
        return run.Problems.ExitStatus;
    }

    private static void Show(Call call, ReadingStore store, DateOnly day)
    {
        var brief = store.Ask(new BriefQuestion { AsOf = day, Today = day, Lines = 6, IfAsked = true, Selection = new Selection { From = day.AddDays(-30) } });
        var view = new BriefView(call.Terminal);
        if (call.Setting.FormatFor(call.Terminal) == OutputFormat.Json)
        {
            view.Json(brief);
            return;
        }
        // Also into a pipe: the demo is for reading.
        view.Text(brief);
    }

    private static void Remove(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }
}
