using Readout.Events;
using Readout.Meetings;
using Readout.Store.Asking;
using Readout.World;

namespace Readout.Tests.Store;

/// <summary>Ledgers: what became of positions, demands, agreements and meetings, as of any day.</summary>
public abstract class LedgerTests : IDisposable
{
    private static readonly Why Why = new("made");
    private readonly StoreFile store;

    protected LedgerTests(StoreKind kind) => store = new StoreFile(kind);

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_position_is_new_reaffirmed_changed_or_reversed_with_the_earlier_sentence()
    {
        store.Run(
            Position("a", "2021-03-01", Stance.Supports, "We support the dialogue."), Position("b", "2021-03-02", Stance.Supports, "We support the dialogue."), Position("c", "2021-05-01", Stance.Supports, "Talks have our backing, the envoy told parliament."),
            Position("d", "2021-06-01", Stance.Refuses, "No further dialogue will take place."), Position("e", "2021-07-01", Stance.Considers, "A dialogue is being thought about."));
        var positions = store.With(s => s.Ask(new PositionsQuestion()));
        Assert.Equal(["changed", "reversed", "reaffirmed", "repeated", "new"], positions.Select(p => $"{p.Change}".ToLowerInvariant()));
        Assert.Equal("Talks have our backing, the envoy told parliament.", positions[1].Earlier!.Sentence);
        Assert.Equal(["d#p1"], store.With(s => s.Ask(new PositionsQuestion { Changes = [PositionChange.Reversed] })).Select(p => p.Id));
    }

    [Fact]
    public void A_demand_is_open_until_it_is_met_rejected_or_withdrawn()
    {
        store.Run(Demand("a", "2021-03-01", "The ministry demanded that sanctions on banks be lifted."), Demand("b", "2021-04-01", "It demanded again that sanctions on its banks be lifted."));
        var day = new DateOnly(2021, 4, 30);
        var open = Assert.Single(store.With(s => s.Ask(new DemandsQuestion { AsOf = day })));
        Assert.Equal((DemandState.Open, 2, "2021-03-01", "2021-04-01"), (open.State, open.Times, open.First.Citation.Published, open.Last.Citation.Published));
        store.Run(Deed("met", "2021-05-10", "CONCEDE", ["USA"], ["PRK"], "Washington lifted its sanctions on banks."));
        Assert.Equal(DemandState.Open, store.With(s => s.Ask(new DemandsQuestion { AsOf = day })).Single().State);
        var met = store.With(s => s.Ask(new DemandsQuestion())).Single();
        Assert.Equal((DemandState.Met, "Washington lifted its sanctions on banks."), (met.State, met.Answer!.Sentence));
        store.Run(Position("no", "2021-06-10", Stance.Refuses, "We refuse.", holder: "USA", topic: "sanctions"));
        Assert.Equal(DemandState.Rejected, store.With(s => s.Ask(new DemandsQuestion())).Single().State);
        store.Run(Deed("gone", "2021-07-10", "CONCEDE", ["PRK"], ["USA"], "It dropped the demand that sanctions on banks be lifted."));
        Assert.Equal(DemandState.Withdrawn, store.With(s => s.Ask(new DemandsQuestion())).Single().State);
        Assert.Empty(store.With(s => s.Ask(new DemandsQuestion { States = [DemandState.Open] })));
    }

    [Fact]
    public void Since_a_time_shows_what_has_something_new_and_tells_it_whole()
    {
        var (before, after) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));
        store.Run(Demand("a", "2021-03-01", "The ministry demanded that sanctions on banks be lifted."), Agreement("c", "2021-03-07", AgreementStatus.Negotiating));
        store.RunAt(after.AddDays(1), Demand("b", "2021-04-01", "It demanded again that sanctions on its banks be lifted."));
        var demand = Assert.Single(store.With(s => s.Ask(new DemandsQuestion { Selection = new Selection { Since = after } })));
        Assert.Equal((2, "2021-03-01"), (demand.Times, demand.First.Citation.Published));
        Assert.Empty(store.With(s => s.Ask(new AccordsQuestion { Selection = new Selection { Since = after } })));
        Assert.Single(store.With(s => s.Ask(new AccordsQuestion { Selection = new Selection { Since = before } })));
    }

    [Fact]
    public void Conditions_are_a_ledger_of_their_own()
    {
        var reading = Position("a", "2021-03-01", Stance.Refuses, "No talks unless sanctions end.");
        store.Run(reading with { Positions = [reading.Positions[0] with { Condition = new TextSpan(9, 29) }] });
        Assert.Equal("unless sanctions end", Assert.Single(store.With(s => s.Ask(new DemandsQuestion { Conditions = true }))).Condition);
        Assert.Empty(store.With(s => s.Ask(new DemandsQuestion())));
    }

    [Fact]
    public void An_agreement_goes_through_steps()
    {
        store.Run(Agreement("a", "2021-03-07", AgreementStatus.Negotiating), Agreement("b", "2021-03-17", AgreementStatus.Initialled), Agreement("c", "2021-03-18", AgreementStatus.Initialled), Agreement("d", "2021-04-08", AgreementStatus.Signed));
        var accord = Assert.Single(store.With(s => s.Ask(new AccordsQuestion())));
        Assert.Equal(("signed", 4, "negotiating,initialled,signed"), (accord.Status, accord.Reports, string.Join(',', accord.Steps.Select(s => s.Status))));
        Assert.Equal("initialled", store.With(s => s.Ask(new AccordsQuestion { AsOf = new DateOnly(2021, 3, 20) })).Single().Status);
    }

    [Fact]
    public void A_meeting_is_upcoming_then_moved_then_held()
    {
        store.Run(
            Meet("a", "2021-03-01", "2021-03-20", MeetingStatus.Planned, "The ministers will meet on March 20."),
            Meet("b", "2021-03-10", "2021-04-05", MeetingStatus.Planned, "The meeting was moved to April 5, the ministry said."),
            Meet("c", "2021-04-06", "2021-04-05", MeetingStatus.Held, "The ministers met on Monday."));
        Assert.Equal((MeetingState.Upcoming, "2021-03-20"), On("2021-03-05"));
        Assert.Equal((MeetingState.Moved, "2021-04-05"), On("2021-03-15"));
        Assert.Equal((MeetingState.Held, "2021-04-05"), On("2021-04-30"));
        var meeting = store.With(s => s.Ask(new CalendarQuestion { Today = new DateOnly(2021, 4, 30) })).Single();
        Assert.Equal(["2021-03-20"], meeting.EarlierDates);
        Assert.Equal(["planned", "planned", "held"], meeting.Steps.Select(s => s.Status));
    }

    [Fact]
    public void A_meeting_is_cancelled_or_not_reported()
    {
        store.Run(Meet("a", "2021-03-01", "2021-03-20", MeetingStatus.Planned, "The ministers will meet on March 20."));
        Assert.Equal(MeetingState.Unreported, On("2021-04-20").State);
        store.Run(Meet("b", "2021-03-10", null, MeetingStatus.Cancelled, "The meeting was called off."));
        Assert.Equal(MeetingState.Upcoming, On("2021-03-05").State);
        Assert.Equal(MeetingState.Cancelled, On("2021-03-15").State);
    }

    [Fact]
    public void Later_articles_change_no_ledger_as_of_an_earlier_day()
    {
        Reading[] all =
        [
            Position("a", "2021-03-01", Stance.Supports, "We support the dialogue."), Demand("b", "2021-03-02", "The ministry demanded that sanctions on banks be lifted."), Agreement("c", "2021-03-07", AgreementStatus.Negotiating),
            Meet("d", "2021-03-01", "2021-03-20", MeetingStatus.Planned, "The ministers will meet on March 20."), Position("e", "2021-06-01", Stance.Refuses, "No further dialogue will take place."),
            Deed("f", "2021-05-10", "CONCEDE", ["USA"], ["PRK"], "Washington lifted its sanctions on banks."), Agreement("g", "2021-04-08", AgreementStatus.Signed), Meet("h", "2021-03-16", null, MeetingStatus.Cancelled, "The meeting was called off."),
        ];
        store.Run([.. all.Where(r => r.Article.Published <= new DateOnly(2021, 3, 15))]);
        var before = Ledgers(store);
        store.Run([.. all]);
        Assert.Equal(before, Ledgers(store));
        using var other = new StoreFile(store.Kind);
        other.Run([.. all.Reverse()]);
        Assert.Equal(before, Ledgers(other));
    }

    private static string Ledgers(StoreFile file)
    {
        var day = new DateOnly(2021, 3, 15);
        return file.With(s => string.Join('\n', s.Ask(new PositionsQuestion { AsOf = day }).Select(p => $"{p.Id} {p.Change} {p.Earlier?.Id}")
            .Concat(s.Ask(new DemandsQuestion { AsOf = day }).Select(d => $"{d.Last.Id} {d.State} {d.Times}"))
            .Concat(s.Ask(new AccordsQuestion { AsOf = day }).Select(a => $"{a.Status} {a.Reports} {a.Steps[^1].Id}"))
            .Concat(s.Ask(new CalendarQuestion { AsOf = day, Today = day }).Select(m => $"{m.Id} {m.State} {m.Date} {m.Steps.Count}"))));
    }

    private (MeetingState State, string? Date) On(string day)
    {
        var asOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var meeting = Assert.Single(store.With(s => s.Ask(new CalendarQuestion { AsOf = asOf, Today = asOf })));
        return (meeting.State, meeting.Date);
    }

    private static Reading Position(string id, string published, Stance stance, string text, string holder = "PRK", string topic = "dialogue") => Named(id, published, text) with
    {
        Positions = [new Position { Id = "p1", Holder = holder, Stance = stance, Topic = topic, Toward = ["KOR"], Evidence = new TextSpan(0, text.Length), Why = Why }],
    };

    private static Reading Demand(string id, string published, string text) => Named(id, published, text) with
    {
        Positions = [new Position { Id = "p1", Holder = "PRK", Stance = Stance.Demands, Topic = "sanctions", Toward = ["USA"], Evidence = new TextSpan(0, text.Length), Why = Why }],
    };

    private static Reading Deed(string id, string published, string type, IReadOnlyList<string> actors, IReadOnlyList<string> recipients, string text) => Named(id, published, text) with
    {
        Events = [new Event { Id = "e1", Type = type, Actors = actors, Recipients = recipients, Status = EventStatus.Happened, Confidence = 0.9, Evidence = new TextSpan(0, text.Length), Why = Why }],
    };

    private static Reading Agreement(string id, string published, AgreementStatus status) => Named(id, published, "The pact was dealt with.") with
    {
        Agreements = [new Agreement { Id = "a1", Name = "Special Measures Agreement", Parties = ["USA", "KOR"], Status = status, Evidence = new TextSpan(0, 8), Why = Why }],
    };

    private static Reading Meet(string id, string published, string? date, MeetingStatus status, string text)
    {
        var (type, mode, happened) = status switch { MeetingStatus.Held => ("CONSULT", "visit", EventStatus.Happened), MeetingStatus.Planned => ("AGREE", "visit", EventStatus.Planned), _ => ("REJECT", "meet", EventStatus.Happened) };
        var span = new TextSpan(0, text.Length);
        return Named(id, published, text) with
        {
            Events = [new Event { Id = "e1", Type = type, Mode = mode, Actors = ["USA"], Recipients = ["PRK"], Mutual = true, Date = date, Status = happened, Confidence = 0.9, Evidence = span, Why = Why }],
            Meetings = [new Meeting { Event = "e1", Sides = ["USA", "PRK"], Date = date, Way = MeetingWay.Meeting, Status = status, Evidence = span }],
        };
    }

    private static Reading Named(string id, string published, string text) => Made.Plain(id, text, published, source: "Outlet " + id) with
    {
        Entities = [.. new[] { "USA", "PRK", "KOR" }.Select(c => new Entity { Id = c, Kind = EntityKind.State, Name = c, Code = c, Mentions = [new Mention(new TextSpan(0, 3), MentionForm.Name)], Why = Why })],
    };
}
