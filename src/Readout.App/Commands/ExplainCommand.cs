using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary><c>explain</c>: the rule, the words and the names behind a finding; what was dropped from an article's page and why.</summary>
internal static class ExplainCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Id of a finding (article#e3), of an event with all its reports (ev-0a1b2c3d4e) or of an article, as other answers print it" };
        var versions = new Option<bool>("--versions") { Description = "Of an article: what its page said each time that it was read, and what was changed" };
        var verb = new Verb("explain", "Why a finding was made: the rule, the words, the resolved names; why parts of a page were dropped", "readout explain 3f2a90c1d4e5b6a7#e3", "readout explain ev-0a1b2c3d4e", "readout explain 3f2a90c1d4e5b6a7 --format json | jq .dropped") { id, versions };
        return verb.Does(
            call =>
            {
                if (call.Get(versions)) return Versions(call, call.Get(id)!);
                if (call.Get(id)!.StartsWith("ev-", StringComparison.Ordinal)) return Act(call, call.Get(id)!);
                var explanation = AskCommands.Ask(call, new ExplainQuestion { Id = call.Get(id)!, AsOf = call.Setting.AsOf });
                var view = new ExplanationView(call.Terminal);
                switch (call.Setting.FormatFor(call.Terminal))
                {
                    case OutputFormat.Text: view.Text(explanation); break;
                    case OutputFormat.Csv: throw new UsageException("an explanation has no CSV form; give text or json");
                    default: view.Json(explanation); break;
                }
                return ExitStatus.Done;
            }, common, terminal);
    }

    private static int Versions(Call call, string article)
    {
        RecordsView<PageVersion>.Show(call, new VersionShape(), AskCommands.Ask(call, new VersionsQuestion { Article = article, AsOf = call.Setting.AsOf }));
        return ExitStatus.Done;
    }

    /// <summary>The reports of one event, and why they are one.</summary>
    private static int Act(Call call, string id)
    {
        var act = AskCommands.Ask(call, new ActQuestion { Id = id, AsOf = call.Setting.AsOf });
        var view = new ActView(call.Terminal);
        switch (call.Setting.FormatFor(call.Terminal))
        {
            case OutputFormat.Text: view.Text(act); break;
            case OutputFormat.Csv: RecordsView<FoundEvent>.Show(call, new EventShape(), act.Reports); break;
            default: view.Json(act); break;
        }
        return ExitStatus.Done;
    }
}
