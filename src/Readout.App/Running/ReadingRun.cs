using Readout.App.Frame;
using Readout.App.Sources;
using Readout.App.Sources.Web;
using Readout.Pages;

namespace Readout.App.Running;

/// <summary>A call that reads inputs: pages from the sources, results in the same order, problems and progress on the way.</summary>
internal sealed class ReadingRun : IDisposable
{
    private readonly Call call;
    private readonly Fetcher web;
    private readonly Inputs inputs;

    public ReadingRun(Call call, SourceOptions options, string done)
    {
        this.call = call;
        Progress = new Progress(call.Terminal, call.Setting.Quiet, done);
        Problems = new Problems(call.Terminal, Progress);
        web = options.Web(call);
        inputs = new Inputs(call.Setting.Date, call.Terminal.Input, web, Problems.Add, Progress);
    }

    /// <summary>What must be there before a page is read; called when the first has come, so that wrong names are told at once.</summary>
    public Action Ready { get; init; } = () => { };

    public Problems Problems { get; }

    public Progress Progress { get; }

    /// <summary>The pages as they come, not read.</summary>
    public IEnumerable<Page> Pages(IReadOnlyList<string> names) => inputs.Pages(names);

    /// <summary>What each page of the inputs becomes, one by one.</summary>
    public IEnumerable<T> Each<T>(IReadOnlyList<string> names, Func<Page, T> read) => Batches(names, read, 1).Select(b => b[0]);

    /// <summary>The same in batches of what is ready.</summary>
    public IEnumerable<IReadOnlyList<T>> Batches<T>(IReadOnlyList<string> names, Func<Page, T> read, int most) =>
        new ReadingQueue<T>(read, call.Setting.Jobs, Problems.Add).Batches(WhenReady(inputs.Pages(names)), most, call.Stop);

    private IEnumerable<Page> WhenReady(IEnumerable<Page> pages)
    {
        var isReady = false;
        foreach (var page in pages)
        {
            if (!isReady) Ready();
            isReady = true;
            yield return page;
        }
    }

    public void Dispose() => web.Dispose();
}
