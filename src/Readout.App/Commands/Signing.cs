using System.CommandLine;
using Readout.App.Frame;
using Readout.Store.Correcting;

namespace Readout.App.Commands;

/// <summary>Who makes a correction and why.</summary>
internal sealed class Signing
{
    private readonly Option<string?> author = new("--author") { Description = "Who corrects (default: your user name)", HelpName = "NAME" };

    private readonly Option<string?> reason = new("--reason") { Description = "Why; stands in the log and in exports", HelpName = "TEXT" };

    public void AddTo(Verb verb)
    {
        verb.Add(author);
        verb.Add(reason);
    }

    public Correction Sign(Call call, Correction correction)
    {
        if (string.IsNullOrWhiteSpace(call.Get(reason))) throw new UsageException("say why with --reason; the log keeps it");
        var by = call.Get(author) ?? Environment.UserName;
        return CorrectionJson.Named(correction with { Author = by.Length > 0 ? by : "unknown", Reason = call.Get(reason)!, Made = call.Terminal.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) });
    }
}
