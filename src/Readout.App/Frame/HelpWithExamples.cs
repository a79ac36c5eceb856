using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Readout.App.Frame;

/// <summary>The help of a verb with its examples below.</summary>
internal sealed class HelpWithExamples(HelpAction inner, IReadOnlyList<string> examplesOfAll) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is Verb verb ? verb.Examples : examplesOfAll;
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0) output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine("  " + example);
        return ExitStatus.Done;
    }
}
