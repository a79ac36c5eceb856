using Readout.App.Frame;

namespace Readout.App.Views;

/// <summary>How readings are printed, one after the other.</summary>
internal abstract class ReadingView
{
    public static ReadingView For(OutputFormat format, Terminal terminal) => format switch
    {
        OutputFormat.Text => new ReadingText(terminal.Text),
        OutputFormat.Csv => new ReadingCsv(terminal.Output),
        _ => new ReadingLines(terminal.Output, array: format == OutputFormat.Json),
    };

    public virtual void Begin()
    {
    }

    public abstract void Show(Reading reading);

    public virtual void End()
    {
    }
}
