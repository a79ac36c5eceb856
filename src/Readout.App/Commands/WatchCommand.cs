using System.CommandLine;
using System.Globalization;
using Readout.App.Frame;
using Readout.App.Running;
using Readout.App.Sources.Web;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Watching;

namespace Readout.App.Commands;

/// <summary><c>watch</c>: saved questions that report what is new to a file or a webhook.</summary>
internal static class WatchCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var verb = new Verb(
            "watch", "Saved questions that report what is new: add, list, remove, run",
            "readout watch add korea USA PRK --jsonl korea.jsonl", "readout watch add talks PRK --kind meetings --ical talks.ics",
            "readout watch add sanctions --about sanctions --webhook https://example.org/hook --secret-env HOOK_SECRET", "readout watch run", "readout watch remove korea");
        foreach (var part in new[] { Add(common, terminal), List(common, terminal), Remove(common, terminal), Run(common, terminal) }) verb.Add(part);
        return verb.Does(call => Listed(call), common, terminal);
    }

    private static Verb Add(CommonOptions common, Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "By which the watch is called; one of that name is replaced" };
        var kind = new Option<WatchKind>("--kind", "-k") { Description = "events, statements, meetings or demands", DefaultValueFactory = _ => WatchKind.Events };
        var jsonl = new Option<string?>("--jsonl") { Description = "Append what is new to this file", HelpName = "FILE" };
        var atom = new Option<string?>("--atom") { Description = "Keep an Atom feed in this file", HelpName = "FILE" };
        var ical = new Option<string?>("--ical") { Description = "Keep a calendar of the meetings in this file", HelpName = "FILE" };
        var webhook = new Option<string?>("--webhook") { Description = "POST what is new as JSON to this address, with X-Delivery and X-Signature", HelpName = "URL" };
        var page = new Option<bool>("--page") { Description = "Only show what is new on the page Today of 'readout serve'" };
        var secret = new Option<string?>("--secret-env") { Description = "Environment variable with the secret that signs webhooks (HMAC-SHA256)", HelpName = "VARIABLE" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "The webhook may be on a private address" };
        var onlyNew = new Option<bool>("--new-only") { Description = "What the record has now counts as reported" };
        var selection = new SelectionOptions();
        var verb = new Verb("add", "Saves a question with the place that it reports to") { name, kind, page, jsonl, atom, ical, webhook, secret, allowPrivate, onlyNew };
        selection.AddTo(verb, events: true);
        return verb.Does(
            call =>
            {
                var (output, target) = Target(call.Get(page), call.Get(jsonl), call.Get(atom), call.Get(ical), call.Get(webhook));
                var chosen = selection.Read(call);
                var watch = new Watch
                {
                    Name = call.Get(name)!,
                    Kind = call.Get(kind),
                    Actors = chosen.Actors,
                    Words = chosen.Words,
                    Types = chosen.Types,
                    Place = chosen.Place,
                    Output = output,
                    Target = target,
                    SecretVariable = call.Get(secret),
                    AllowPrivate = call.Get(allowPrivate),
                    Made = call.Terminal.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                };
                using var store = ReadingStore.OpenExisting(call.Setting.Store);
                // Also tells at once when the question cannot be asked.
                var entries = store.Ask(new WatchEntriesQuestion { Watch = watch, Today = AskCommands.Today(call) });
                store.Save(watch);
                if (call.Get(onlyNew)) store.Reported(watch.Name, [.. entries.Select(e => e.Key)]);
                if (call.Get(onlyNew)) store.Looked(watch.Name, [.. entries.Select(e => e.Key)]);
                RecordsView<Watch>.Show(call, new WatchShape(), [watch]);
                return ExitStatus.Done;
            }, common, terminal);
    }

    private static Verb List(CommonOptions common, Terminal terminal) => new Verb("list", "The saved questions").Does(Listed, common, terminal);

    private static Verb Remove(CommonOptions common, Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the watch" };
        return new Verb("remove", "Forgets a saved question; what it wrote stays") { name }.Does(
            call =>
            {
                using var store = ReadingStore.OpenExisting(call.Setting.Store);
                return store.Forget(call.Get(name)!) ? ExitStatus.Done : throw new UsageException($"there is no watch '{call.Get(name)}'; 'readout watch list' has them all");
            }, common, terminal);
    }

    private static Verb Run(CommonOptions common, Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "Only these (default: all)", Arity = ArgumentArity.ZeroOrMore };
        return new Verb("run", "Asks the saved questions and reports what is new") { names }.Does(
            call =>
            {
                using var store = ReadingStore.OpenExisting(call.Setting.Store);
                var all = store.Ask(new WatchesQuestion());
                if (call.Get(names)!.FirstOrDefault(n => all.All(w => w.Name != n)) is { } unknown) throw new UsageException($"there is no watch '{unknown}'; 'readout watch list' has them all");
                var run = new WatchRun(store, AskCommands.Today(call), call.Stop);
                var status = ExitStatus.Done;
                foreach (var watch in all.Where(w => call.Get(names)!.Length == 0 || call.Get(names)!.Contains(w.Name)))
                {
                    var (news, problem) = run.Run(watch);
                    if (problem is not null) status = ExitStatus.SomeFailed;
                    if (problem is not null) call.Terminal.Error.WriteLine($"readout: watch {watch.Name}: {problem}; nothing is lost, it is reported at the next run");
                    else call.Terminal.Output.Write(System.Text.Encoding.UTF8.GetBytes($"{watch.Name}\t{news}\n"));
                    call.Terminal.Output.Flush();
                }
                return status;
            }, common, terminal);
    }

    private static int Listed(Call call)
    {
        RecordsView<Watch>.Show(call, new WatchShape(), AskCommands.Ask(call, new WatchesQuestion()));
        return ExitStatus.Done;
    }

    private static (WatchOutput Output, string Target) Target(bool page, string? jsonl, string? atom, string? ical, string? webhook)
    {
        var given = new[] { (WatchOutput.Jsonl, jsonl), (WatchOutput.Atom, atom), (WatchOutput.Ical, ical), (WatchOutput.Webhook, webhook), (WatchOutput.Page, page ? "" : null) }.Where(t => t.Item2 is not null).ToList();
        if (given is not [var (output, target)]) throw new UsageException("say where the watch reports to, with one of --page, --jsonl, --atom, --ical, --webhook");
        if (output == WatchOutput.Page) return (output, "");
        if (output == WatchOutput.Webhook) return Fetcher.IsUrl(target!) && Uri.TryCreate(target, UriKind.Absolute, out _) ? (output, target!) : throw new UsageException($"--webhook {target} is no http address");
        return (output, Path.GetFullPath(target!));
    }
}
