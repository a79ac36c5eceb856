using Readout.Output;

namespace Readout.App.Views;

/// <summary>One JSON object on a line for each article; as a JSON array when <paramref name="array"/>.</summary>
internal sealed class ReadingLines(Stream output, bool array) : ReadingView
{
    private bool first = true;

    public override void Begin()
    {
        if (array) output.Write("["u8);
    }

    public override void Show(Reading reading)
    {
        if (array) output.Write(first ? "\n"u8 : ",\n"u8);
        first = false;
        output.Write(ReadingJson.Write(reading).Span);
        if (!array) output.Write("\n"u8);
        // A reader at the other end of the pipe sees each article when it is done.
        if (!array) output.Flush();
    }

    public override void End()
    {
        if (array) output.Write("\n]\n"u8);
        output.Flush();
    }
}
