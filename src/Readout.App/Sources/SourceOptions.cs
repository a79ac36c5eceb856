using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Sources.Web;

namespace Readout.App.Sources;

/// <summary>What the verbs that read inputs take: the inputs themselves and how the network may be used.</summary>
internal sealed class SourceOptions
{
    private readonly Argument<string[]> inputs = new("INPUT")
    {
        Description = "A file (HTML, text, JSON lines, RSS or Atom, WARC, any of them gzipped), a folder, a URL, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> allowPrivate = new("--allow-private") { Description = "Also fetch from private, loopback and link-local addresses" };

    public void AddTo(Command verb)
    {
        verb.Add(inputs);
        verb.Add(allowPrivate);
    }

    public IReadOnlyList<string> Names(Call call) => call.Get(inputs) ?? [];

    public Fetcher Web(Call call) => new(call.Get(allowPrivate) ? _ => true : GuardedConnection.AllowsPublic, call.Terminal.Clock, call.Stop);
}
