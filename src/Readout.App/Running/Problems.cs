using Readout.App.Frame;
using Readout.App.Sources;

namespace Readout.App.Running;

/// <summary>The inputs that could not be read, each named on standard error as it fails. Called from several threads.</summary>
internal sealed class Problems(Terminal terminal, Progress progress)
{
    private readonly Lock gate = new();

    public int Count { get; private set; }

    public int ExitStatus => Count == 0 ? Frame.ExitStatus.Done : Frame.ExitStatus.SomeFailed;

    public void Add(SourceException problem)
    {
        lock (gate)
        {
            Count++;
            progress.Clear();
            terminal.Error.WriteLine($"readout: {problem.Input}: {problem.Message}");
        }
    }
}
