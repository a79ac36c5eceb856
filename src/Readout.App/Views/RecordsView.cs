using Readout.App.Frame;
using Readout.Store.Printing;

namespace Readout.App.Views;

/// <summary>How one kind of record is printed: also as text with markup.</summary>
internal abstract class Shape<T> : RecordShape<T>
{
    /// <summary>Spectre markup; data must be escaped.</summary>
    public abstract string Text(T record);
}

/// <summary>Prints records one after the other in the format that the caller wants.</summary>
internal sealed class RecordsView<T>(OutputFormat format, Terminal terminal, Shape<T> shape)
{
    private readonly Csv csv = new(terminal.Output);
    private bool first = true;

    /// <summary>All records of an answer.</summary>
    public static void Show(Call call, Shape<T> shape, IEnumerable<T> records)
    {
        var view = new RecordsView<T>(call.Setting.FormatFor(call.Terminal), call.Terminal, shape);
        foreach (var record in records) view.Show(record);
        view.End();
    }

    public void Show(T record)
    {
        switch (format)
        {
            case OutputFormat.Text:
                terminal.Text.Write(new Wrapped(shape.Text(record)));
                break;
            case OutputFormat.Csv:
                if (first) csv.Row(shape.Columns);
                csv.Row(shape.Row(record));
                break;
            default:
                if (format == OutputFormat.Json) terminal.Output.Write(first ? "[\n"u8 : ","u8);
                terminal.Output.Json(json => shape.Write(json, record));
                break;
        }
        first = false;
        terminal.Output.Flush();
    }

    public void End()
    {
        if (first && format == OutputFormat.Csv) csv.Row(shape.Columns);
        if (first && format == OutputFormat.Text) terminal.Error.WriteLine("readout: nothing found");
        if (format == OutputFormat.Json) terminal.Output.Write(first ? "[]\n"u8 : "]\n"u8);
        terminal.Output.Flush();
    }
}
