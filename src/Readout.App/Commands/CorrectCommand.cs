using System.CommandLine;
using System.Text;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.App.Commands;

/// <summary><c>correct</c>: mends findings, links, actors and events; lists, takes back, exports and imports corrections.</summary>
internal static class CorrectCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var list = new Option<bool>("--list") { Description = "All corrections with what became of them (the default)" };
        var unattached = new Option<bool>("--unattached") { Description = "Only corrections whose finding was not found again" };
        var undo = new Option<string?>("--undo") { Description = "Take a correction back (with --reason)", HelpName = "ID" };
        var export = new Option<bool>("--export") { Description = "The log as JSON lines for --import; with --format gold the corrected articles in the gold format" };
        var import = new Option<string?>("--import") { Description = "Add the corrections of such a file; those that the store has are passed over", HelpName = "FILE" };
        var signing = new Signing();
        var verb = new Verb(
            "correct", "Mends findings, links, actors and events; append-only, undoable, kept when articles are read anew",
            "readout correct wrong 3f2a90c1d4e5b6a7#e3 --reason \"the meeting was called off\"",
            "readout correct set 3f2a90c1d4e5b6a7#e4 status=planned date=2021-04-02 --reason \"still to come\"",
            "readout correct link 3f2a90c1d4e5b6a7#kim kim-yo-jong --reason \"the sister\"",
            "readout correct merge choe-son-hui choe-sun-hui --reason \"two spellings\"",
            "readout correct part 3f2a90c1d4e5b6a7#e3 --reason \"another attack\"",
            "readout correct --undo 0a1b2c3d4e5f --reason \"I was wrong\"",
            "readout correct --export > corrections.jsonl") { list, unattached, undo, export, import };
        signing.AddTo(verb);
        foreach (var act in Acts(common, terminal)) verb.Add(act);
        return verb.Does(
            call =>
            {
                if (call.Get(undo) is { } id) return Made(call, signing.Sign(call, new Correction { Act = CorrectionAct.Undo, Undoes = id, Author = "", Reason = "", Made = "" }));
                if (call.Get(import) is { } file) return Import(call, file);
                return call.Get(export) ? Export(call) : List(call, call.Get(unattached));
            }, common, terminal);
    }

    private static IEnumerable<Verb> Acts(CommonOptions common, Terminal terminal) =>
    [
        Wrong(common, terminal), Set(common, terminal), Add(common, terminal), Link(common, terminal), Merge(common, terminal), Split(common, terminal), Rename(common, terminal),
        Reports("join", CorrectionAct.Join, "Says that reports tell of one event", 2, common, terminal), Reports("part", CorrectionAct.Part, "Says that reports tell of another event than those they were put with", 1, common, terminal),
    ];

    private static Verb Wrong(CommonOptions common, Terminal terminal)
    {
        var id = Finding();
        return Act("wrong", "Says that a finding is not so; it no longer shows", [id], common, terminal, (call, store) =>
            [Of(CorrectionAct.Wrong) with { Targets = [store.Ask(new AnchorQuestion { Id = call.Get(id)! })] }]);
    }

    private static Verb Set(CommonOptions common, Terminal terminal)
    {
        var (id, fields) = (Finding(), Fields());
        return Act("set", "Gives fields of a finding other values", [id, fields], common, terminal, (call, store) =>
        {
            var anchor = store.Ask(new AnchorQuestion { Id = call.Get(id)! });
            return [Of(CorrectionAct.Set) with { Targets = [anchor], Fields = FieldValues.Parse(anchor.Kind, call.Get(fields)!) }];
        });
    }

    private static Verb Add(CommonOptions common, Terminal terminal)
    {
        var article = new Argument<string>("ARTICLE") { Description = "Id of the article" };
        var kind = new Argument<string>("KIND") { Description = "event, statement, position or agreement" };
        kind.AcceptOnlyFromAmong("event", "statement", "position", "agreement");
        var quote = new Argument<string>("QUOTE") { Description = "The words that the finding rests on, exactly as the article has them" };
        var fields = Fields();
        return Act("add", "Adds a finding that was missed, resting on words of the article", [article, kind, quote, fields], common, terminal, (call, store) =>
        {
            var anchor = store.Ask(new QuoteQuestion { Article = call.Get(article)!, Kind = call.Get(kind)!, Quote = call.Get(quote)! });
            return [Of(CorrectionAct.Add) with { Targets = [anchor], Fields = FieldValues.Whole(anchor.Kind, call.Get(fields)!) }];
        });
    }

    private static Verb Link(CommonOptions common, Terminal terminal)
    {
        var entity = new Argument<string>("ARTICLE#ENTITY") { Description = "An entity of one article, as explain and jsonl name it" };
        var to = new Argument<string>("ACTOR") { Description = "Id of who it is" };
        var at = new Option<string?>("--at") { Description = "Only the mention there, such as 120-127", HelpName = "START-END" };
        var naming = new Naming();
        return Act("link", "Says that an entity of an article, or one mention of it, is somebody else", [entity, to], common, terminal, (call, store) =>
        {
            var anchor = store.Ask(new AnchorQuestion { Id = call.Get(entity)!, IsEntity = true, Mention = Span(call.Get(at)) });
            return [Of(CorrectionAct.Link) with { Targets = [anchor], As = naming.Read(call, store, call.Get(to)!) }];
        }, [at, .. naming.Options]);
    }

    private static Verb Merge(CommonOptions common, Terminal terminal)
    {
        var (one, into) = (new Argument<string>("ACTOR") { Description = "Id of the actor that is the other one" }, new Argument<string>("INTO") { Description = "Id that both have from now on" });
        var naming = new Naming();
        return Act("merge", "Says that two actors are one, in all articles", [one, into], common, terminal, (call, store) =>
            [Of(CorrectionAct.Merge) with { Actor = Known(store, call.Get(one)!), As = naming.Read(call, store, call.Get(into)!) }], naming.Options);
    }

    private static Verb Split(CommonOptions common, Terminal terminal)
    {
        var (actor, other) = (new Argument<string>("ACTOR") { Description = "Id of the actor that is two" }, new Argument<string>("NEW") { Description = "Id of the other one" });
        var articles = new Option<string[]>("--article") { Description = "In this article; may be repeated", HelpName = "ID" };
        var from = new Option<string?>("--from") { Description = "In articles of that day or later", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "In articles of that day or earlier", HelpName = "DATE" };
        var held = new Option<string?>("--where-office") { Description = "In articles that show the actor in this office", HelpName = "OFFICE" };
        var naming = new Naming();
        return Act("split", "Says that in some articles an actor is somebody else of that name", [actor, other], common, terminal, (call, store) =>
        {
            var scope = new Scope(call.Get(articles) ?? [], call.Get(from), call.Get(to), call.Get(held));
            if (scope is { Articles.Count: 0, From: null, To: null, Office: null }) throw new UsageException("say in which articles: --article, --from, --to or --where-office");
            return [Of(CorrectionAct.Split) with { Actor = Known(store, call.Get(actor)!), As = naming.Read(call, store, call.Get(other)!), Scope = scope }];
        }, [articles, from, to, held, .. naming.Options]);
    }

    private static Verb Rename(CommonOptions common, Terminal terminal)
    {
        var (actor, name) = (new Argument<string>("ACTOR") { Description = "Id of the actor" }, new Argument<string>("NAME") { Description = "How it is called from now on" });
        return Act("rename", "Gives an actor another name, in all articles", [actor, name], common, terminal, (call, store) =>
        {
            var known = store.Ask(new IdentityQuestion { Actor = Known(store, call.Get(actor)!) })!;
            return [Of(CorrectionAct.Rename) with { Actor = known.Id, As = known with { Name = call.Get(name)! } }];
        });
    }

    private static Verb Reports(string name, CorrectionAct act, string description, int least, CommonOptions common, Terminal terminal)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of reports (article#e3), as timeline --reports prints them", Arity = new ArgumentArity(least, 1000) };
        return Act(name, description, [ids], common, terminal, (call, store) =>
        {
            List<Anchor> anchors = [.. call.Get(ids)!.Select(i => store.Ask(new AnchorQuestion { Id = i }))];
            if (anchors.Find(a => a.Kind != "event") is { } other) throw new UsageException($"only events are joined and parted; {other.Article} gives a {other.Kind}");
            return [Of(act) with { Targets = anchors }];
        });
    }

    private static Verb Act(string name, string description, Argument[] arguments, CommonOptions common, Terminal terminal, Func<Call, ReadingStore, IReadOnlyList<Correction>> make, params IReadOnlyList<Option> options)
    {
        var verb = new Verb(name, description);
        foreach (var argument in arguments) verb.Add(argument);
        foreach (var option in options) verb.Add(option);
        var signing = new Signing();
        signing.AddTo(verb);
        return verb.Does(
            call =>
            {
                using var store = ReadingStore.OpenExisting(call.Setting.Store);
                return Made(call, store, [.. make(call, store).Select(c => signing.Sign(call, c))]);
            }, common, terminal);
    }

    private static int Made(Call call, params Correction[] corrections)
    {
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        return Made(call, store, corrections);
    }

    private static int Made(Call call, ReadingStore store, IReadOnlyList<Correction> corrections)
    {
        var added = store.Correct(corrections);
        var log = store.Ask(new CorrectionsQuestion()).ToDictionary(c => c.Correction.Id, StringComparer.Ordinal);
        RecordsView<LoggedCorrection>.Show(call, new CorrectionShape(), added.Select(a => log[a.Id]));
        return ExitStatus.Done;
    }

    private static int Import(Call call, string file)
    {
        if (!File.Exists(file)) throw new UsageException($"there is no file {file}");
        var corrections = new List<Correction>();
        foreach (var (i, line) in File.ReadLines(file).Index())
        {
            if (line.AsSpan().Trim().IsEmpty) continue;
            try
            {
                corrections.Add(CorrectionJson.Read(line));
            }
            catch (CorrectionException problem)
            {
                throw new UsageException($"{file}:{i + 1}: {problem.Message}; nothing was imported");
            }
        }
        return Made(call, [.. corrections]);
    }

    private static int Export(Call call)
    {
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        var lines = call.Setting.Format == "gold" ? store.Ask(new GoldQuestion()) : [.. store.Ask(new CorrectionsQuestion()).Select(c => CorrectionJson.Write(c.Correction))];
        foreach (var line in lines) call.Terminal.Output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        call.Terminal.Output.Flush();
        return ExitStatus.Done;
    }

    private static int List(Call call, bool unattached)
    {
        var log = AskCommands.Ask(call, new CorrectionsQuestion());
        RecordsView<LoggedCorrection>.Show(call, new CorrectionShape(), unattached ? log.Where(c => c.Unattached.Count > 0) : log);
        return ExitStatus.Done;
    }

    private static Correction Of(CorrectionAct act) => new() { Act = act, Author = "", Reason = "", Made = "" };

    private static Argument<string> Finding() => new("ID") { Description = "Id of a finding (article#e3), as answers print it" };

    private static Argument<string[]> Fields() => new("FIELD=VALUE") { Description = "Lists are parted by commas; an empty value means unknown", Arity = ArgumentArity.ZeroOrMore };

    private static string Known(ReadingStore store, string actor) =>
        store.Ask(new IdentityQuestion { Actor = actor }) is not null ? actor : throw new UsageException($"no article names an actor with the id '{actor}'; ids stand in jsonl and in explain");

    private static TextSpan? Span(string? given)
    {
        if (given is null) return null;
        var parts = given.Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], out var start) && int.TryParse(parts[1], out var end) && start < end ? new TextSpan(start, end) : throw new UsageException($"--at {given} is no place; write it as 120-127");
    }

    /// <summary>Who makes a correction and why.</summary>
    private sealed class Signing
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

    /// <summary>Who an actor is: as the record has it, or as the caller says.</summary>
    private sealed class Naming
    {
        private readonly Option<string?> name = new("--name") { Description = "Name of an actor that no article names yet", HelpName = "NAME" };

        private readonly Option<string?> kind = new("--kind") { Description = "state, person, organisation, group or place (default: person)", HelpName = "KIND" };

        private readonly Option<string?> code = new("--code") { Description = "Code of the state or body", HelpName = "CODE" };

        private readonly Option<string?> office = new("--office") { Description = "Office held", HelpName = "OFFICE" };

        public IReadOnlyList<Option> Options => [name, kind, code, office];

        public Identity Read(Call call, ReadingStore store, string id)
        {
            var known = store.Ask(new IdentityQuestion { Actor = id });
            if (known is null && call.Get(name) is null) throw new UsageException($"no article names an actor with the id '{id}'; say who it is with --name (and --kind, --code)");
            var identity = known ?? new Identity(id, call.Get(name)!, call.Get(kind) ?? "person");
            return identity with { Name = call.Get(name) ?? identity.Name, Kind = call.Get(kind) ?? identity.Kind, Code = call.Get(code) ?? identity.Code, Office = call.Get(office) };
        }
    }
}
