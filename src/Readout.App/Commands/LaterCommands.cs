using System.CommandLine;
using Readout.App.Frame;

namespace Readout.App.Commands;

/// <summary>Verbs that are agreed but not built yet. They say so, plainly, and fail.</summary>
internal static class LaterCommands
{
    private static readonly (string Name, string Description)[] Verbs =
    [
        ("add", "Reads inputs into the store; a second time adds nothing twice"),
        ("demo", "Reads the samples into a store and prints a brief, the open demands and the coming meetings"),
        ("said", "Statements: by whom, about what"),
        ("ledger", "Positions, demands, agreements, meetings, offices: since when, restated, changed, met, moved"),
        ("relations", "How a pair has dealt with one another over time"),
        ("timeline", "Events in order, filtered by actor, pair, type, place, dates"),
        ("brief", "A short cited brief on actors, a pair or a topic for a period, as of a date"),
        ("search", "Full text over articles, statements and events"),
        ("watch", "Saved questions that report what is new"),
        ("correct", "Mends a finding, a link, an actor; append-only, undoable"),
        ("export", "The record in the formats of others"),
        ("serve", "The web pages, the HTTP API and the MCP endpoint on one port"),
        ("work", "A worker on a queue, for a corpus that outgrows one machine"),
        ("explain", "Why a finding was made"),
        ("check", "Runs the examples that stand in the knowledge files"),
    ];

    public static IEnumerable<Verb> Define(CommonOptions common, Terminal terminal) => Verbs.Select(v =>
    {
        var verb = new Verb(v.Name, v.Description + " (not in this version yet)");
        verb.Add(new Argument<string[]>("ARGUMENTS") { Arity = ArgumentArity.ZeroOrMore, Hidden = true });
        verb.TreatUnmatchedTokensAsErrors = false;
        return verb.Does(_ => throw new UsageException($"'{v.Name}' is not in this version yet; the verbs that work are listed by readout --help"), common, terminal);
    });
}
