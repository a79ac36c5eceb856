using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Views;
using Readout.Gold;

namespace Readout.App.Commands;

/// <summary><c>readout check --gold</c>: how well readings agree with those of a careful reader.</summary>
internal static class GoldCheck
{
    public static int Run(Call call, GoldOptions options)
    {
        var listed = options.Misses(call);
        using var loaded = new LoadedReader(call.Setting);
        var progress = new Progress(call.Terminal, call.Setting.Quiet, "read");
        var scorer = options.Folder(call).Score(loaded.Reader.Read, progress.Finished, call.Stop);
        progress.Clear();
        if (listed is not null) List(call, scorer.Misses.Where(m => m.Kind == listed));
        RecordsView<GoldScore>.Show(call, new GoldScoreShape(), scorer.Scores);
        string[] broken = [.. options.Floors(call)?.Broken(options.Set(call), scorer.Scores) ?? []];
        foreach (var line in broken) call.Terminal.Error.WriteLine($"readout: {line}");
        return broken.Length == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }

    private static void List(Call call, IEnumerable<GoldMiss> misses)
    {
        foreach (var miss in misses) call.Terminal.Error.WriteLine($"{(miss.Invented ? "invented" : "missed")} {miss.Article}: {Plain.Line(miss.Text)}");
    }
}
