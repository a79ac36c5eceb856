using System.CommandLine;

namespace Readout.App.Frame;

/// <summary>A verb of the command line with the examples that its help shows.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>What the verb does with its parsed call; returns the exit status.</summary>
    public Verb Does(Func<Call, int> act, CommonOptions common, Terminal terminal)
    {
        SetAction((result, stop) => Task.Run(() => act(new Call(result, common.Read(result), terminal, stop)), CancellationToken.None));
        return this;
    }
}

/// <summary>One call of a verb: its arguments, the common options, where it writes, and when it should stop.</summary>
internal sealed record Call(ParseResult Arguments, Setting Setting, Terminal Terminal, CancellationToken Stop)
{
    public T? Get<T>(Option<T> option) => Arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => Arguments.GetValue(argument);
}
