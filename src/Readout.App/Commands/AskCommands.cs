using System.CommandLine;
using Readout.App.Frame;
using Readout.App.Views;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.App.Commands;

/// <summary>The verbs that ask the store and print records: <c>search</c>, <c>said</c>, <c>timeline</c>, <c>relations</c>.</summary>
internal static class AskCommands
{
    public static IEnumerable<Verb> Define(CommonOptions common, Terminal terminal) =>
        [Search(common, terminal), Said(common, terminal), Timeline(common, terminal), Relations(common, terminal)];

    /// <summary>Asks the store of a call.</summary>
    public static TAnswer Ask<TAnswer>(Call call, Question<TAnswer> question)
    {
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        return store.Ask(question);
    }

    /// <summary>The day on which a question is asked: that of --as-of, or today.</summary>
    public static DateOnly Today(Call call) => call.Setting.AsOf ?? DateOnly.FromDateTime(call.Terminal.Clock.GetLocalNow().DateTime);

    private static Verb Search(CommonOptions common, Terminal terminal)
    {
        var words = new Argument<string[]>("WORDS") { Description = "All must occur; \"a phrase\", -without, begin*, one OR other", Arity = ArgumentArity.OneOrMore };
        var kinds = new Option<HitKind[]>("--kind", "-k") { Description = "article, statement or event; may be repeated" };
        var actors = new Option<string[]>("--actor") { Description = "Only finds that concern this actor; may be repeated", HelpName = "ACTOR" };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "search", "Full text over articles, statements and events",
            "readout search denuclearization", "readout search '\"hostile policy\" -sanctions' --kind statement", "readout search milita* --actor PRK --from 2021-03") { words, kinds, actors };
        selection.AddOptionsTo(verb);
        return verb.Does(
            call =>
            {
                var question = new SearchQuestion { Words = string.Join(' ', call.Get(words)!), Kinds = call.Get(kinds) ?? [], Selection = selection.Read(call) with { Actors = call.Get(actors) ?? [] }, AsOf = call.Setting.AsOf };
                RecordsView<Hit>.Show(call, new HitShape(), Ask(call, question));
                return ExitStatus.Done;
            }, common, terminal);
    }

    private static Verb Said(CommonOptions common, Terminal terminal)
    {
        var wording = new Option<bool>("--wording", "-w") { Description = "Uses of phrase families (of denuclearization, the one-China policy ...): who used which form first, last, and who switched" };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "said", "Statements: the first actor speaks, further ones are spoken to or about",
            "readout said Blinken", "readout said PRK USA --from 2021-03", "readout said --about \"hostile policy\" --as-of 2021-03-31", "readout said Blinken --about denuclearization --wording") { wording };
        selection.AddTo(verb);
        return verb.Does(
            call =>
            {
                if (call.Get(wording))
                {
                    RecordsView<FoundWording>.Show(call, new WordingShape(), Ask(call, new WordingQuestion { Selection = selection.Read(call), AsOf = call.Setting.AsOf }));
                    return ExitStatus.Done;
                }
                RecordsView<FoundStatement>.Show(call, new StatementShape(), Ask(call, new SaidQuestion { Selection = selection.Read(call), AsOf = call.Setting.AsOf }));
                return ExitStatus.Done;
            }, common, terminal);
    }

    private static Verb Timeline(CommonOptions common, Terminal terminal)
    {
        var selection = new SelectionOptions();
        var statuses = new Option<string[]>("--status") { Description = "happened, ongoing, planned, possible or denied; may be repeated", HelpName = "STATUS" };
        var reports = new Option<bool>("--reports") { Description = "Every report for itself, not one line for each event" };
        var verb = new Verb(
            "timeline", "Events in order, each once with the number of its reports, by actor, pair, type, place, words, days",
            "readout timeline USA PRK", "readout timeline PRK --type MOBILIZE --from 2020", "readout timeline PRK --reports --limit 500", "readout timeline --place Hanoi --format csv > hanoi.csv") { statuses, reports };
        selection.AddTo(verb, events: true);
        return verb.Does(
            call =>
            {
                var question = new TimelineQuestion { Selection = selection.Read(call), Statuses = call.Get(statuses) ?? [], Reports = call.Get(reports), AsOf = call.Setting.AsOf };
                RecordsView<FoundEvent>.Show(call, new EventShape(), Ask(call, question));
                return ExitStatus.Done;
            }, common, terminal);
    }

    /// <summary>What each did to the other; what they did together stands once.</summary>
    private static int Deeds(Call call, string one, string other, Selection days)
    {
        var question = new RelationsEventsQuestion { One = one, Other = other, FirstDay = days.From, LastDay = days.To, Limit = days.Limit, AsOf = call.Setting.AsOf };
        using var store = ReadingStore.OpenExisting(call.Setting.Store);
        var found = store.Ask(question).Concat(store.Ask(question with { One = other, Other = one })).DistinctBy(e => e.Act).OrderBy(e => e.Date ?? e.Citation.Published, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal);
        RecordsView<FoundEvent>.Show(call, new EventShape(), found);
        return ExitStatus.Done;
    }

    private static Verb Relations(CommonOptions common, Terminal terminal)
    {
        var (one, other) = (new Argument<string>("ACTOR") { Description = "One side: a code, an id or a name" }, new Argument<string>("OTHER") { Description = "The other side" });
        var by = new Option<Grain>("--by") { Description = "day, week, month or year", DefaultValueFactory = _ => Grain.Month };
        var events = new Option<bool>("--events") { Description = "The events behind the figures, in the order of days" };
        var selection = new SelectionOptions();
        var verb = new Verb(
            "relations", "How a pair has dealt with one another over time: cooperation and conflict by period and direction",
            "readout relations USA PRK --by month", "readout relations USA PRK --from 2018-06 --to 2018-06 --events", "readout relations KOR JPN --by year --format csv") { one, other, by, events };
        selection.AddOptionsTo(verb);
        return verb.Does(
            call =>
            {
                var days = selection.Read(call);
                if (call.Get(events)) return Deeds(call, call.Get(one)!, call.Get(other)!, days);
                var question = new RelationsQuestion { One = call.Get(one)!, Other = call.Get(other)!, By = call.Get(by), From = days.From, To = days.To, AsOf = call.Setting.AsOf };
                RecordsView<RelationsPoint>.Show(call, new RelationsShape(), Ask(call, question));
                return ExitStatus.Done;
            }, common, terminal);
    }
}
