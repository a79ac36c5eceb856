using CsCheck;
using Readout.Events;
using Readout.Store.Asking;

namespace Readout.Tests.Store;

public abstract class AskingTests : IDisposable
{
    private static readonly DateOnly Day = new(2021, 3, 18);
    private readonly StoreFile store;

    protected AskingTests(StoreKind kind)
    {
        store = new StoreFile(kind);
        store.Run(
        Made.Full("early", "North Korea met us.", published: "2021-03-10", date: "2021-03-09"),
        Made.Full("late", "North Korea met us again.", published: "2021-03-20", date: "2021-03-19"),
        Made.Full("plan", "North Korea will meet us.", published: "2021-03-11", date: "2021-04-01", status: EventStatus.Planned),
        Made.Plain("undated", "North Korea met nobody.", published: null));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_surname_that_some_article_uses_as_a_place_still_finds_the_person()
    {
        store.Run(Made.Full("a", "We will talk."), Made.Plain("b") with { Entities = [new Readout.World.Entity { Id = "blinken", Kind = Readout.World.EntityKind.Place, Name = "Blinken", Mentions = [new Readout.World.Mention(new TextSpan(0, 3), Readout.World.MentionForm.Name)], Why = new Why("made") }] });
        Assert.Contains("a#s1", store.With(s => s.Ask(new SaidQuestion { Selection = new Selection { Actors = ["Blinken"] } })).Select(s => s.Id));
    }

    [Fact]
    public void Nothing_published_later_or_without_a_date_shines_through()
    {
        var before = Answers();
        store.Run(Made.Full("later", "North Korea met them.", published: "2021-03-19", date: "2021-03-01"), Made.Full("much-later", "North Korea will meet them.", published: "2022-01-01", date: "2021-04-01", status: EventStatus.Planned));
        Assert.Equal(before, Answers());
        Assert.DoesNotContain("undated", before, StringComparison.Ordinal);
        Assert.DoesNotContain("late#", before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRK")]
    [InlineData("prk")]
    [InlineData("North Korea")]
    [InlineData("antony-blinken")]
    [InlineData("Antony Blinken")]
    [InlineData("Blinken")]
    [InlineData("USA")]
    public void An_actor_is_found_by_code_id_and_name(string actor) =>
        Assert.Equal(3, store.With(s => s.Ask(new TimelineQuestion { Selection = new Selection { Actors = [actor] } })).Count);

    [Fact]
    public void An_actor_whom_nobody_names_is_told_so() =>
        Assert.Contains("no article in the store names 'Ruritania'", Assert.ThrowsAny<QuestionException>(() => store.With(s => s.Ask(new TimelineQuestion { Selection = new Selection { Actors = ["Ruritania"] } }))).Message, StringComparison.Ordinal);

    [Fact]
    public void Events_stand_in_the_order_of_their_days_with_evidence_from_the_text()
    {
        var events = store.With(s => s.Ask(new TimelineQuestion { Selection = new Selection { Actors = ["USA", "PRK"] } }));
        Assert.Equal(["early#e1", "late#e1", "plan#e1"], events.Select(e => e.Id));
        Assert.All(events, e => Assert.Equal(e.Evidence, e.Sentence.Substring(e.Citation.Span.Start - e.SentenceSpan.Start, e.Citation.Span.Length)));
    }

    [Fact]
    public void Coming_meetings_are_those_ahead_of_the_day()
    {
        Assert.Equal(["plan#e1"], store.With(s => s.Ask(new MeetingsQuestion { Today = Day })).Select(e => e.Id));
        Assert.Empty(store.With(s => s.Ask(new MeetingsQuestion { Today = new DateOnly(2021, 4, 2) })));
    }

    [Fact]
    public void The_first_actor_speaks_and_the_second_is_spoken_of()
    {
        Assert.Equal(3, store.With(s => s.Ask(new SaidQuestion { Selection = new Selection { Actors = ["USA", "PRK"] } })).Count);
        Assert.Empty(store.With(s => s.Ask(new SaidQuestion { Selection = new Selection { Actors = ["PRK"] } })));
    }

    [Fact]
    public void Relations_count_cooperation_by_month_and_direction()
    {
        var points = store.With(s => s.Ask(new RelationsQuestion { One = "USA", Other = "PRK" }));
        Assert.Equal([("2021-03", "USA", 2L), ("2021-03", "PRK", 2L)], points.Select(p => (p.Period, p.From, p.Cooperation)));
    }

    [Theory]
    [InlineData("met", "early,late,undated")]
    [InlineData("meets", "plan")]
    [InlineData("\"met us again\"", "late")]
    [InlineData("korea -again -nobody", "early,plan")]
    [InlineData("nob*", "undated")]
    [InlineData("nobody OR again", "late,undated")]
    [InlineData("korea seoul", "")]
    public void Search_words_phrases_beginnings_and_exclusions(string words, string articles) =>
        Assert.Equal(articles, string.Join(',', store.With(s => s.Ask(new SearchQuestion { Words = words, Kinds = [HitKind.Article] })).Select(h => h.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void No_search_words_are_ever_a_fault_of_the_program() => Gen.String[Gen.Char["ab\"'*-()^:{}+NEAROT;%_\u0000é한 \t"], 0, 20].Sample(words =>
    {
        try
        {
            store.With(s => s.Ask(new SearchQuestion { Words = words }));
        }
        catch (QuestionException)
        {
            // No word in it: the user is told.
        }
        return true;
    }, iter: 200);

    [Fact]
    public void Every_line_of_a_brief_is_cited_from_the_text()
    {
        store.Run(
            Made.Full("firm", "North Korea met American envoys in Pyongyang.", published: "2021-03-12", date: "2021-03-11") with { Positions = [] },
            Made.Full("firm-demand", "North Korea wants relief from all sanctions.", published: "2021-03-12") with { Events = [] },
            Made.Full("firm-plan", "North Korea will meet American envoys in Hanoi.", published: "2021-03-13", date: "2021-04-02", status: EventStatus.Planned) with { Positions = [] });
        var brief = store.With(s => s.Ask(new BriefQuestion { Today = Day, Selection = new Selection { Actors = ["PRK"] } }));
        Assert.Equal(["Who said what", "What changed"], brief.Sections.Select(s => s.Title));
        Assert.Contains(brief.Sections[^1].Lines, l => l.Text.Contains("North Korea will meet American envoys in Hanoi.", StringComparison.Ordinal));
        Assert.All(brief.Sections.SelectMany(s => s.Lines), l => Assert.NotEmpty(l.Citations));
        Assert.Equal("Antony Blinken, Secretary of State: “North Korea wants relief from all sanctions.”", Assert.Single(brief.Sections[0].Lines).Text);
    }

    [Fact]
    public void A_finding_is_explained_with_rule_words_and_names()
    {
        var explanation = store.With(s => s.Ask(new ExplainQuestion { Id = "early#e1" }));
        Assert.Equal("event", explanation.Kind);
        Assert.Equal("North Korea met us.", explanation.Evidence);
        Assert.Equal("made", explanation.Finding.GetProperty("rule").GetString());
        Assert.Equal(2, explanation.Names.Count);
        Assert.Equal("button", Assert.Single(store.With(s => s.Ask(new ExplainQuestion { Id = "early" })).Dropped).Reason);
        Assert.Throws<QuestionException>(() => store.With(s => s.Ask(new ExplainQuestion { Id = "early#e9" })));
        Assert.Throws<QuestionException>(() => store.With(s => s.Ask(new ExplainQuestion { Id = "late", AsOf = Day })));
    }

    private string Answers() => store.With(s =>
    {
        var selection = new Selection();
        var lines = s.Ask(new TimelineQuestion { AsOf = Day }).Select(e => e.Id)
            .Concat(s.Ask(new SaidQuestion { AsOf = Day }).Select(e => e.Id))
            .Concat(s.Ask(new PositionsQuestion { AsOf = Day }).Select(e => e.Id))
            .Concat(s.Ask(new MeetingsQuestion { AsOf = Day, Today = Day }).Select(e => e.Id))
            .Concat(s.Ask(new SearchQuestion { AsOf = Day, Words = "korea" }).Select(e => e.Id))
            .Concat(s.Ask(new OfficesQuestion { AsOf = Day }).Select(o => $"{o}"))
            .Concat(s.Ask(new RelationsQuestion { AsOf = Day, One = "USA", Other = "PRK" }).Select(p => $"{p}"))
            .Concat(s.Ask(new BriefQuestion { AsOf = Day, Today = Day, Selection = selection }).Sections.SelectMany(b => b.Lines).Select(l => l.Text))
            .Concat(s.Readings(Day, allVersions: false));
        return string.Join('\n', lines);
    });
}
