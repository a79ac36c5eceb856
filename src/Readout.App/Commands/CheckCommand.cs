using System.CommandLine;
using Readout.App.Frame;
using Readout.Checking;
using Readout.Loading;
using Readout.Syntax;

namespace Readout.App.Commands;

/// <summary><c>readout check</c>: loads all knowledge files, runs the examples that stand in them and compares what must agree.</summary>
internal static class CheckCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var folder = new Argument<string?>("KNOWLEDGE") { Description = "The folder of knowledge files (default: the one that readout uses)", Arity = ArgumentArity.ZeroOrOne };
        var visits = new Option<string?>("--visits") { Description = "Compare a list of visits with the office tables and list what disagrees: a table with start, end, visitor, from, or with start, end, who, country, remarks", HelpName = "FILE" };
        var travels = new Option<string?>("--travels") { Description = "Compare a list of journeys with the calendar of the store, release by release: a table with start, end, who, country", HelpName = "FILE" };
        var gaps = new Option<bool>("--gaps") { Description = "Also list the days for which the office tables know nobody" };
        var gold = new GoldOptions();
        var verb = new Verb(
            "check", "Runs the examples that stand in the knowledge files and compares their rows; with --visits, compares a list of visits with the office tables; with --travels, a list of journeys with the calendar; with --gold, scores readings against those of a careful reader",
            "readout check", "readout check my-knowledge/", "readout check --gaps", "readout check --visits visits.tsv --format csv", "readout check --travels journeys.tsv --store record.db", "readout check --gold eval/gold", "readout check --gold eval/gold --misses events", "readout check --gold eval/gold --floors eval/floors.json") { folder, visits, travels, gaps };
        gold.AddTo(verb);
        return verb.Does(call => gold.IsGiven(call) ? GoldCheck.Run(call, gold)
            : call.Get(visits) is { } list ? VisitsCheck.Run(call, list)
            : call.Get(travels) is { } journeys ? TravelsCheck.Run(call, journeys) : Run(call, call.Get(folder) ?? call.Setting.Knowledge, call.Get(gaps)), common, terminal);
    }

    private static int Run(Call call, string path, bool listsGaps)
    {
        var folder = new KnowledgeFolder(path);
        var model = new Lazy<LanguageModel>(() => LanguageModel.Load(call.Setting.Models));
        using var output = new StreamWriter(call.Terminal.Output, leaveOpen: true) { NewLine = "\n" };
        var failed = 0;
        foreach (var check in KnowledgeCheck.Run(new CheckBench(folder, Readout.Knowledge.Load(folder), model)))
        {
            call.Stop.ThrowIfCancellationRequested();
            foreach (var failure in check.Failures) output.WriteLine(failure);
            if (listsGaps) foreach (var warning in check.Warnings) output.WriteLine(warning);
            output.WriteLine($"{check.Stage}: {check.Count} checked, {(check.Failures.Count == 0 ? "all well" : $"{check.Failures.Count} wrong")}{(check.Warnings.Count == 0 ? "" : $", {check.Warnings.Count} gaps{(listsGaps ? "" : " (--gaps lists them)")}")}");
            failed += check.Failures.Count;
        }
        if (model.IsValueCreated) model.Value.Dispose();
        return failed == 0 ? ExitStatus.Done : ExitStatus.SomeFailed;
    }
}
