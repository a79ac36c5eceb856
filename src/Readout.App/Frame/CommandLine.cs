using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using Readout.App.Commands;
using Readout.Loading;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.App.Frame;

/// <summary>The command line as a whole: its verbs, and how a call ends.</summary>
internal static class CommandLine
{
    private static readonly string[] Examples =
    [
        "readout page.html                          what one page says, on a terminal as text",
        "readout read news/ --format jsonl | jq .   one JSON object for each article",
        "readout demo                               the samples, a cited brief, open demands, coming meetings",
        "readout add news/ && readout brief PRK     keep articles, then ask",
    ];

    // A worker that is told to stop finishes what it has begun.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    public static async Task<int> Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var store = CommonOptions.DefaultStore();
        try
        {
            var root = Root(terminal);
            var result = root.Parse(DefaultVerb.Complete(args, [.. root.Subcommands.Select(v => v.Name)]));
            if (args.Count == 0) return NothingAsked(root, terminal);
            if (result.Errors.Count > 0 && result.Action?.ClearsParseErrors != true) return Wrong(result, terminal);
            store = result.GetValue<string?>("--store") ?? store;
            using var output = new StreamWriter(terminal.Output, leaveOpen: true);
            return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Farewell });
        }
        catch (OutputClosedException)
        {
            return ExitStatus.Done;
        }
        catch (OperationCanceledException)
        {
            terminal.Output.Flush();
            terminal.Error.WriteLine("readout: stopped");
            return ExitStatus.Interrupted;
        }
        catch (Exception problem) when (problem is UsageException or KnowledgeException or ModelException or StoreException or QuestionException or CorrectionException)
        {
            terminal.Error.WriteLine($"readout: {problem.Message}");
            return ExitStatus.WrongCall;
        }
        catch (DbException problem)
        {
            terminal.Output.Flush();
            terminal.Error.WriteLine($"readout: {StoreFault.Of(problem, PostgresAddress.Shown(store)).Message}");
            return ExitStatus.WrongCall;
        }
    }

    internal static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Reads diplomatic and conflict news: who said what, who did what to whom, when and where, each with its place in the text.");
        var common = new CommonOptions();
        common.AddTo(root);
        foreach (var verb in Verbs(common, terminal)) root.Add(verb);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        return root;
    }

    private static IEnumerable<Verb> Verbs(CommonOptions common, Terminal terminal) =>
    [
        ReadCommand.Define(common, terminal), AddCommand.Define(common, terminal), DemoCommand.Define(common, terminal), .. AskCommands.Define(common, terminal),
        LedgerCommand.Define(common, terminal), BriefCommand.Define(common, terminal), ExplainCommand.Define(common, terminal), ExportCommand.Define(common, terminal),
        CorrectCommand.Define(common, terminal), WatchCommand.Define(common, terminal), ParseCommand.Define(common, terminal), CheckCommand.Define(common, terminal), ServeCommand.Define(common, terminal), DoctorCommand.Define(common, terminal), BackupCommand.Define(common, terminal), CompletionCommand.Define(common, terminal), ReferenceCommand.Define(common, terminal),
        WorkCommand.Define(common, terminal),
    ];

    private static int NothingAsked(RootCommand root, Terminal terminal)
    {
        root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = terminal.Error, Error = terminal.Error });
        return ExitStatus.WrongCall;
    }

    private static int Wrong(ParseResult result, Terminal terminal)
    {
        foreach (var error in result.Errors.Select(e => e.Message).Distinct()) terminal.Error.WriteLine($"readout: {error}");
        terminal.Error.WriteLine($"readout: see readout {(result.CommandResult.Command is Verb verb ? verb.Name + " " : "")}--help");
        return ExitStatus.WrongCall;
    }
}
