using Spectre.Console;
using Spectre.Console.Rendering;

namespace Readout.App.Views;

/// <summary>A paragraph of markup; further lines are indented, and no line is filled up with blanks.</summary>
internal sealed class Wrapped(string markup, int indent = 0, int hang = 2) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => new(20, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(((IRenderable)new Markup(markup)).Render(options, Math.Max(20, maxWidth - indent - hang)));
        var isFirst = true;
        foreach (var line in lines)
        {
            if (line.Count == 0) continue;
            yield return new Segment(new string(' ', isFirst ? indent : indent + hang));
            foreach (var segment in line) yield return segment;
            yield return Segment.LineBreak;
            isFirst = false;
        }
    }
}
