using System.CommandLine;
using Readout.App.Frame;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.App.Commands;

/// <summary>The verbs under <c>correct</c>, one for each way of mending the record.</summary>
internal static class CorrectVerbs
{
    public static IEnumerable<Verb> All(CommonOptions common, Terminal terminal) =>
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
                return CorrectCommand.Made(call, store, [.. make(call, store).Select(c => signing.Sign(call, c))]);
            }, common, terminal);
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
}
