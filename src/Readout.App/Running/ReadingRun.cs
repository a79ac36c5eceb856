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

    public Problems Problems { get; }

    public Progress Progress { get; }

    /// <summary>The pages as they come, not read.</summary>
    public IEnumerable<Page> Pages(IReadOnlyList<string> names) => inputs.Pages(names);

    /// <summary>What each page of the inputs becomes, one by one.</summary>
    public IEnumerable<T> Each<T>(IReadOnlyList<string> names, Func<Page, T> read) => Batches(names, read, 1).Select(b => b[0]);

    /// <summary>The same in batches of what is ready.</summary>
    public IEnumerable<IReadOnlyList<T>> Batches<T>(IReadOnlyList<string> names, Func<Page, T> read, int most) =>
        new ReadingQueue<T>(read, call.Setting.Jobs, Problems.Add).Batches(inputs.Pages(names), most, call.Stop);

    public void Dispose() => web.Dispose();
}
