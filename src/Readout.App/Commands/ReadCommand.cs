using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Sources;
using Readout.App.Views;

namespace Readout.App.Commands;

/// <summary><c>read</c>: prints a reading for each article and keeps nothing.</summary>
internal static class ReadCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb(
            "read",
            "Reads each input and prints a reading for each article; keeps nothing (the default verb)",
            "readout page.html",
            "readout read news/ feed.xml crawl.warc.gz --format jsonl > readings.jsonl",
            "curl -s https://example.org/news | readout - --date 2021-03-18",
            "readout read https://example.org/news --format json | jq '.[0].events'");
        var sources = new SourceOptions();
        sources.AddTo(verb);
        return verb.Does(call => Read(call, sources), common, terminal);
    }

    private static int Read(Call call, SourceOptions sources)
    {
        var view = ReadingView.For(call.Setting.FormatFor(call.Terminal), call.Terminal);
        using var loaded = new LoadedReader(call.Setting);
        using var run = new ReadingRun(call, sources, "read") { Ready = () => _ = loaded.Reader };
        view.Begin();
        foreach (var reading in run.Each(sources.Names(call), page => loaded.Reader.Read(page)))
        {
            view.Show(reading);
            run.Progress.Finished();
        }
        view.End();
        run.Progress.Clear();
        return run.Problems.ExitStatus;
    }
}
