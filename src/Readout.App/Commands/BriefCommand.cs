using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>brief</c>: one cited page on actors, a pair or a topic.</summary>
internal static class BriefCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var lines = new Option<int>("--lines") { Description = "Lines in each section", DefaultValueFactory = _ => 8 };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "brief", "A short cited brief on actors, a pair or a topic for a period (default: the last 30 days), as of a date",
            "readout brief PRK --as-of 2021-03-31", "readout brief USA KOR --from 2021-03 --to 2021-04", "readout brief --about denuclearization --from 2018") { lines };
        selection.AddTo(verb);
        return verb.Does(call => Show(call, selection.Read(call), call.Get(lines)), common, terminal);
    }

    private static int Show(Call call, Selection selection, int lines)
    {
        var question = new BriefQuestion { Selection = selection, AsOf = call.Setting.AsOf, Today = AskCommands.Today(call), Lines = Math.Max(1, lines) };
        var view = new BriefView(call.Terminal);
        switch (call.Setting.FormatFor(call.Terminal))
        {
            case OutputFormat.Text:
                view.Text(AskCommands.Ask(call, question));
                break;
            case OutputFormat.Csv:
                throw new UsageException("a brief has no CSV form; ask timeline or said for rows");
            default:
                view.Json(AskCommands.Ask(call, question));
                break;
        }
        return ExitStatus.Done;
    }
}
