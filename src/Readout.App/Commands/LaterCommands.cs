using System.CommandLine;
using Readout.App.Frame;

namespace Readout.App.Commands;

/// <summary>Verbs that are agreed but not built yet. They say so, plainly, and fail.</summary>
internal static class LaterCommands
{
    private static readonly (string Name, string Description)[] Verbs =
    [
        ("work", "A worker on a queue, for a corpus that outgrows one machine"),
    ];

    public static IEnumerable<Verb> Define(CommonOptions common, Terminal terminal) => Verbs.Select(v =>
    {
        var verb = new Verb(v.Name, v.Description + " (not in this version yet)");
        verb.Add(new Argument<string[]>("ARGUMENTS") { Arity = ArgumentArity.ZeroOrMore, Hidden = true });
        verb.TreatUnmatchedTokensAsErrors = false;
        return verb.Does(_ => throw new UsageException($"'{v.Name}' is not in this version yet; the verbs that work are listed by readout --help"), common, terminal);
    });
}
