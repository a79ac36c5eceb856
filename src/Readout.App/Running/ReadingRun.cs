using Readout.App.Frame;
using Readout.App.Sources;
using Readout.Syntax;

namespace Readout.App.Running;

/// <summary>A call that reads inputs: pages from the sources, readings in the same order, problems and progress on the way.</summary>
internal sealed class ReadingRun
{
    private readonly Call call;
    private readonly Inputs inputs;

    public ReadingRun(Call call, SourceOptions options, string done)
    {
        this.call = call;
        Progress = new Progress(call.Terminal, call.Setting.Quiet, done);
        Problems = new Problems(call.Terminal, Progress);
        inputs = new Inputs(call.Setting.Date, call.Terminal.Input, options.Web(call), Problems.Add, Progress);
    }

    public Problems Problems { get; }

    public Progress Progress { get; }

    public IEnumerable<Reading> Read(IReadOnlyList<string> names)
    {
        using var model = LanguageModel.Load(call.Setting.Models);
        var reader = new Reader(Readout.Knowledge.Load(call.Setting.Knowledge), model);
        foreach (var reading in new ReadingQueue(reader, call.Setting.Jobs, Problems.Add).Read(inputs.Pages(names), call.Stop)) yield return reading;
    }
}
