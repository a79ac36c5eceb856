using Readout.Store.Asking;
using Readout.Store.Printing;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>What each address asks of the store: the one place from which pages, API and MCP take their answers.</summary>
internal static class Questions
{
    public static Answer<FoundArticle> Articles(Record record, Asked asked) =>
        record.List(asked, new ArticlesQuestion { Selection = asked.Selection, AsOf = asked.AsOf, ByAdded = asked["order"] == "added" });

    public static Answer<FoundStatement> Said(Record record, Asked asked) => record.List(asked, new SaidQuestion { Selection = Speaking(asked), AsOf = asked.AsOf, Acts = asked.Acts, Latest = Latest(asked) });

    public static IReadOnlyList<Facet> SaidFacets(Record record, Asked asked) => record.Ask(new SaidFacetsQuestion { Selection = Speaking(asked), AsOf = asked.AsOf, Acts = asked.Acts });

    // Whoever looks wants to know what is new; the command line prints the other way round, so that the newest stands last.
    private static bool Latest(Asked asked) => asked["order"] switch { null or "latest" => true, "oldest" => false, _ => throw new WrongQuestionException("order", "must be latest or oldest") };

    // Whoever is named first speaks; the others are spoken to or about.
    private static Selection Speaking(Asked asked) => asked.Selection with { Actors = [.. asked.Actors, .. asked.Given.Where(g => g.Key == "about_actor").Select(g => g.Value)] };

    public static Answer<FoundEvent> Events(Record record, Asked asked) => record.List(asked, new TimelineQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Statuses = asked.Statuses, Latest = Latest(asked) });

    public static IReadOnlyList<Facet> EventFacets(Record record, Asked asked) => record.Ask(new EventFacetsQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Statuses = asked.Statuses });

    public static IReadOnlyList<Facet> SearchFacets(Record record, Asked asked) => record.Ask(new SearchFacetsQuestion { Words = asked.Words!, Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<FoundPosition> Positions(Record record, Asked asked) => record.List(asked, new PositionsQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Stances = asked.Stances });

    public static Answer<FoundDemand> Demands(Record record, Asked asked) => record.List(asked, new DemandsQuestion { Selection = asked.Selection, AsOf = asked.AsOf, States = States<DemandState>(asked) });

    public static Answer<FoundDemand> Conditions(Record record, Asked asked) => record.List(asked, new DemandsQuestion { Selection = asked.Selection, AsOf = asked.AsOf, States = States<DemandState>(asked), Conditions = true });

    /// <summary>Both, the last made first: "no talks unless ..." refuses and demands at once.</summary>
    public static Answer<FoundDemand> DemandsAndConditions(Record record, Asked asked)
    {
        var whole = asked with { Offset = 0, Limit = 5000 };
        var (demands, conditions) = (Demands(record, whole), Conditions(record, whole));
        var all = demands.Items.Concat(conditions.Items).OrderByDescending(d => d.Last.Citation.Published, StringComparer.Ordinal).ThenBy(d => d.Last.Id, StringComparer.Ordinal);
        return demands.State == AnswerState.NotCovered ? demands : record.Cut(asked, all);
    }

    public static Answer<FoundAccord> Agreements(Record record, Asked asked) => record.List(asked, new AccordsQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    /// <summary>What lies ahead or was called off, unless another state is asked for.</summary>
    public static Answer<FoundMeeting> Meetings(Record record, Asked asked)
    {
        IReadOnlyList<MeetingState> states = asked["state"] is null ? [MeetingState.Upcoming, MeetingState.Moved, MeetingState.Cancelled] : States<MeetingState>(asked);
        var question = new CalendarQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Today = record.Today(asked), States = states };
        // What lies ahead stands in the order of its days; what is past, the latest first.
        if (asked["state"] is null) return record.List<FoundMeeting>(asked, store => [.. store.Ask(question with { Selection = question.Selection with { Limit = 5000 } }).OrderBy(m => m.Date is null)]);
        return asked["state"] is "upcoming" or "moved" ? record.List(asked, question) : record.List<FoundMeeting>(asked, store => [.. store.Ask(question).Reverse()]);
    }

    private static List<T> States<T>(Asked asked)
        where T : struct, Enum
    {
        List<string> given = [.. asked.Given.Where(g => g.Key == "state").Select(g => g.Value)];
        if (given.Contains("all")) return [];
        return [.. given.Select(s => Enum.TryParse<T>(s, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : throw new WrongQuestionException("state", $"must be {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()} or all"))];
    }

    public static Answer<FoundOffice> Offices(Record record, Asked asked) => record.List(asked, new OfficesQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<FoundActor> Actors(Record record, Asked asked) => record.List(asked, new ActorsQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Kinds = asked.Kinds });

    public static Answer<Tie> Ties(Record record, Asked asked) => record.List(asked, new TiesQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<EventPlace> Places(Record record, Asked asked) => record.List(asked, new PlacesQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<RelationsPoint> Relations(Record record, Asked asked, string one, string other) =>
        record.List(asked, new RelationsQuestion { One = one, Other = other, By = asked.By, From = asked.From, To = asked.To, Since = asked.Since, AsOf = asked.AsOf });

    public static Answer<Hit> Search(Record record, Asked asked)
    {
        if (asked.Words is not { } words) throw new WrongQuestionException("q", "is missing; give words to search for");
        var kinds = asked.Kinds.Select(k => Enum.TryParse<HitKind>(k, ignoreCase: true, out var kind) ? kind : throw new WrongQuestionException("kind", "must be article, statement or event")).ToList();
        return record.List(asked, new SearchQuestion { Words = words, Kinds = kinds, Selection = asked.Selection with { Words = null }, AsOf = asked.AsOf });
    }

    public static Answer<FoundWording> Wording(Record record, Asked asked)
    {
        if (asked["family"] is null) throw new WrongQuestionException("family", $"is missing; there are {string.Join(", ", record.Wordings().Select(w => w.Family).Distinct().Order(StringComparer.Ordinal))}");
        return record.Cut(asked, Wordings(record, asked).Where(w => w.Family == asked["family"] && (asked["form"] is not { } form || w.Form == form)));
    }

    /// <summary>Uses of all families that the question covers, the latest first.</summary>
    public static IEnumerable<FoundWording> Wordings(Record record, Asked asked)
    {
        var (asOf, from, to) = (AnswerJson.Day(asked.AsOf), AnswerJson.Day(asked.From), AnswerJson.Day(asked.To));
        // All uses are kept at hand; only those of a time of adding are asked for.
        var uses = asked.Since is null ? record.Wordings() : record.Ask(new WordingQuestion { Latest = true, Selection = new Selection { Since = asked.Since, Limit = int.MaxValue } });
        return uses.Where(w => IsWithin(w.Said.Citation.Published) && asked.Actors.All(a => Is(w.Said.Speaker, a)));

        bool IsWithin(string? day) => (asOf is null || string.CompareOrdinal(day, asOf) <= 0) && (from is null || string.CompareOrdinal(day, from) >= 0) && (to is null || string.CompareOrdinal(day, to) <= 0);
        static bool Is(Party? speaker, string actor) => speaker is not null && (string.Equals(speaker.Code, actor, StringComparison.OrdinalIgnoreCase) || speaker.Id == actor || speaker.Name.Equals(actor, StringComparison.OrdinalIgnoreCase) || speaker.Name.EndsWith(" " + actor, StringComparison.OrdinalIgnoreCase));
    }

    public static FeedEntry Entry(FoundStatement said) => new(said.Id, $"{said.Speaker?.Name ?? "Unnamed"}: {said.Text}", said.Text, said.Citation);

    public static FeedEntry Entry(FoundEvent found) => new(found.Id, Headline(found), found.Sentence, found.Citation);

    public static FeedEntry Entry(FoundPosition position) => new(position.Id, $"{position.Holder.Name} {position.Stance}: {position.Topic}", position.Sentence, position.Citation);

    public static FeedEntry Entry(FoundDemand demand) => Entry(demand.Last) with { Title = $"{demand.Last.Holder.Name} {demand.Last.Stance}: {demand.Last.Topic} ({demand.State.ToString().ToLowerInvariant()})" };

    public static FeedEntry Entry(FoundMeeting meeting) => Entry(meeting.Steps[^1].Event) with { Title = $"{string.Join(", ", meeting.Sides.Select(s => s.Name))}: {meeting.Way} {meeting.State.ToString().ToLowerInvariant()} {meeting.Date}" };

    public static FeedEntry Entry(FoundAccord accord) => new(accord.Steps[^1].Id, $"{accord.Name ?? "Agreement"}: {accord.Status}", accord.Steps[^1].Sentence, accord.Steps[^1].Citation);

    public static FeedEntry Entry(FoundArticle article) => new(article.Id, article.Title ?? article.Id, article.Title ?? article.Id, article.Citation);

    public static string Headline(FoundEvent found)
    {
        var actors = string.Join(", ", found.Actors.Select(a => a.Name));
        var others = found.Recipients.Count > 0 ? (found.Mutual ? " with " : " to ") + string.Join(", ", found.Recipients.Select(r => r.Name)) : "";
        return $"{actors}{others}: {found.Type.ToLowerInvariant()}{(found.Mode is null ? "" : " " + found.Mode)}";
    }
}
