using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Output;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;

namespace Readout.Tests.Store;

public abstract class CorrectionTests : IDisposable
{
    private readonly StoreFile store;
    private int second;

    protected CorrectionTests(StoreKind kind)
    {
        store = new StoreFile(kind);
        store.Run(Made.Full("a", "North Korea met us."), Made.Full("b", "North Korea met them.", published: "2021-03-20", date: "2021-03-20"));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_is_wrong_no_longer_shows_and_comes_back_when_undone()
    {
        var id = Correct(CorrectionAct.Wrong, "a#e1");
        Assert.Equal(["b#e1"], Events().Select(e => e.Id));
        Assert.DoesNotContain("a#e1", store.With(s => s.Ask(new SearchQuestion { Words = "korea" })).Select(h => h.Id));
        Make(new Correction { Act = CorrectionAct.Undo, Undoes = id, Author = "x", Reason = "not so", Made = Now() });
        Assert.Equal(["a#e1", "b#e1"], Events().Select(e => e.Id));
        var log = store.With(s => s.Ask(new CorrectionsQuestion()));
        Assert.Equal([true, false], log.Select(c => c.IsUndone));
    }

    [Fact]
    public void An_undo_can_itself_be_undone()
    {
        var wrong = Correct(CorrectionAct.Wrong, "a#e1");
        var undo = Make(new Correction { Act = CorrectionAct.Undo, Undoes = wrong, Author = "x", Reason = "r", Made = Now() });
        Make(new Correction { Act = CorrectionAct.Undo, Undoes = undo, Author = "x", Reason = "r", Made = Now() });
        Assert.Equal(["b#e1"], Events().Select(e => e.Id));
    }

    [Fact]
    public void Fields_that_are_set_show_in_every_answer_and_mark_what_they_changed()
    {
        var id = Correct(CorrectionAct.Set, "a#e1", FieldValues.Parse("event", ["status=planned", "date=2021-04-02", "place=Seoul,kor", "recipients=CHN"]));
        var found = Events().Single(e => e.Id == "a#e1");
        Assert.Equal(("planned", "2021-04-02", "Seoul", "KOR", "CHN"), (found.Status, found.Date, found.Place, found.Country, found.Recipients.Single().Id));
        Assert.Equal([id], found.Corrected);
        Assert.Contains($"\"corrected\":[\"{id}\"]", store.Export(), StringComparison.Ordinal);
        Assert.Single(store.With(s => s.Ask(new MeetingsQuestion { Today = new DateOnly(2021, 3, 18) })));
    }

    [Theory]
    [InlineData("status=perhaps")]
    [InlineData("mutual=maybe")]
    [InlineData("colour=red")]
    public void What_makes_no_finding_is_refused_and_changes_nothing(string field)
    {
        var before = store.Export();
        Assert.Throws<CorrectionException>(() => Correct(CorrectionAct.Set, "a#e1", FieldValues.Parse("event", [field])));
        Assert.Equal(before, store.Export());
        Assert.Empty(store.With(s => s.Ask(new CorrectionsQuestion())));
    }

    [Fact]
    public void A_finding_that_was_missed_is_added_on_words_of_the_article()
    {
        var anchor = store.With(s => s.Ask(new QuoteQuestion { Article = "a", Kind = "event", Quote = "met us" }));
        Make(new Correction { Act = CorrectionAct.Add, Targets = [anchor], Fields = FieldValues.Whole("event", ["type=accuse", "status=happened", "actors=PRK"]), Author = "x", Reason = "missed", Made = Now() });
        var added = Events().Single(e => e.Type == "ACCUSE");
        Assert.Equal("met us", added.Evidence);
        Assert.Single(added.Corrected);
        Assert.Throws<QuestionException>(() => store.With(s => s.Ask(new QuoteQuestion { Article = "a", Kind = "event", Quote = "never said" })));
    }

    [Fact]
    public void An_entity_of_one_article_is_linked_to_somebody_else()
    {
        var anchor = store.With(s => s.Ask(new AnchorQuestion { Id = "a#antony-blinken", IsEntity = true }));
        Make(new Correction { Act = CorrectionAct.Link, Targets = [anchor], As = new Identity("tony-blinken", "Tony Blinken", "person", "GBR"), Author = "x", Reason = "namesake", Made = Now() });
        Assert.Equal("Tony Blinken", store.With(s => s.Ask(new SaidQuestion())).Single(s => s.Id == "a#s1").Speaker!.Name);
        Assert.Equal("antony-blinken", store.With(s => s.Ask(new SaidQuestion())).Single(s => s.Id == "b#s1").Speaker!.Id);
        Assert.Contains(Events().Single(e => e.Id == "a#e1").Actors, p => p.Code == "GBR");
    }

    [Fact]
    public void Actors_are_merged_renamed_and_split_also_in_articles_that_come_later()
    {
        Make(new Correction { Act = CorrectionAct.Merge, Actor = "antony-blinken", As = new Identity("tony-blinken", "Tony Blinken", "person", "USA"), Author = "x", Reason = "one man", Made = Now() });
        Make(new Correction { Act = CorrectionAct.Rename, Actor = "tony-blinken", As = new Identity("tony-blinken", "Antony J. Blinken", "person"), Author = "x", Reason = "full name", Made = Now() });
        store.Run(Made.Full("c", "North Korea met nobody.", published: "2021-03-25", date: "2021-03-25"));
        Assert.All(store.With(s => s.Ask(new SaidQuestion())), s => Assert.Equal(("tony-blinken", "Antony J. Blinken"), (s.Speaker!.Id, s.Speaker.Name)));
        Make(new Correction { Act = CorrectionAct.Split, Actor = "tony-blinken", As = new Identity("other-blinken", "Another Blinken", "person", "FRA"), Scope = new Scope([], From: "2021-03-22"), Author = "x", Reason = "two men", Made = Now() });
        Assert.Equal("other-blinken", store.With(s => s.Ask(new SaidQuestion())).Single(s => s.Id == "c#s1").Speaker!.Id);
        Assert.Equal("tony-blinken", store.With(s => s.Ask(new SaidQuestion())).Single(s => s.Id == "b#s1").Speaker!.Id);
    }

    [Fact]
    public void Corrections_hold_when_articles_are_read_anew_and_what_is_lost_is_reported()
    {
        Correct(CorrectionAct.Wrong, "a#e1");
        Correct(CorrectionAct.Set, "b#p1", FieldValues.Parse("position", ["stance=refuses"]));
        var lost = Correct(CorrectionAct.Wrong, "b#s1");
        // Other knowledge: other ids, a narrower piece of evidence, and no statement any more.
        store.Run(Anew("a", "North Korea met us.", "2021-03-18"), Anew("b", "North Korea met them.", "2021-03-20"));
        Assert.Equal(["b#e7"], Events().Select(e => e.Id));
        Assert.Equal("refuses", store.With(s => s.Ask(new PositionsQuestion())).Single(p => p.Id == "b#p1").Stance);
        var log = store.With(s => s.Ask(new CorrectionsQuestion()));
        Assert.Equal([("b", lost)], log.Where(c => c.Unattached.Count > 0).Select(c => (c.Unattached.Single(), c.Correction.Id)));
        // The older knowledge again: the lost one is back.
        store.Run(Made.Full("b", "North Korea met them.", published: "2021-03-20", date: "2021-03-20"));
        Assert.Empty(store.With(s => s.Ask(new CorrectionsQuestion())).SelectMany(c => c.Unattached));
        Assert.DoesNotContain("b#s1", store.With(s => s.Ask(new SaidQuestion())).Select(s => s.Id));
    }

    [Fact]
    public void A_log_that_is_imported_gives_the_same_record()
    {
        Correct(CorrectionAct.Wrong, "a#e1");
        Correct(CorrectionAct.Set, "b#e1", FieldValues.Parse("event", ["type=ACCUSE"]));
        var lines = store.With(s => s.Ask(new CorrectionsQuestion())).Select(c => CorrectionJson.Write(c.Correction)).ToList();
        using var other = new StoreFile(store.Kind);
        // Before the articles are there, twice, in another order: they wait and then hold.
        using (var made = ReadingStore.Open(other.Path)) made.Correct([.. lines.AsEnumerable().Reverse().Select(CorrectionJson.Read)]);
        other.Run(Made.Full("b", "North Korea met them.", published: "2021-03-20", date: "2021-03-20"), Made.Full("a", "North Korea met us."));
        Assert.Empty(other.With(s => s.Correct([.. lines.Select(CorrectionJson.Read)])));
        Assert.Equal(store.Export(), other.Export());
        Assert.Equal("ACCUSE", other.With(s => s.Ask(new TimelineQuestion())).Single().Type);
    }

    [Fact]
    public void Corrected_articles_come_out_as_gold()
    {
        Correct(CorrectionAct.Set, "a#e1", FieldValues.Parse("event", ["type=ACCUSE"]));
        var gold = JsonNode.Parse(Assert.Single(store.With(s => s.Ask(new GoldQuestion()))))!;
        Assert.Equal("a", gold["id"]!.GetValue<string>());
        Assert.Equal(("ACCUSE", "USA:GOV", "PRK"), (gold["events"]![0]!["type"]!.GetValue<string>(), gold["events"]![0]!["actors"]![0]!.GetValue<string>(), gold["events"]![0]!["recipients"]![0]!.GetValue<string>()));
        Assert.Equal("North Korea met us.", gold["statements"]![0]!["content"]![0]!.GetValue<string>());
    }

    [Fact]
    public void A_reading_comes_back_from_its_json_as_it_was()
    {
        var bytes = ReadingJson.Write(Made.Full("a", "We met. “Quotation” and 한국어."));
        using var json = JsonDocument.Parse(bytes);
        Assert.Equal(Encoding.UTF8.GetString(bytes.Span), Encoding.UTF8.GetString(ReadingJson.Write(ReadingParse.Of(json.RootElement)).Span));
    }

    private static Reading Anew(string id, string content, string day)
    {
        var reading = Made.Full(id, content, published: day, date: day);
        var found = reading.Events[0];
        return reading with { Version = "r2", Statements = [], Events = [found with { Id = "e7", Evidence = new TextSpan(found.Evidence.Start, found.Evidence.End - 1) }] };
    }

    private IReadOnlyList<FoundEvent> Events() => store.With(s => s.Ask(new TimelineQuestion()));

    private string Correct(CorrectionAct act, string id, string? fields = null) =>
        Make(new Correction { Act = act, Targets = [store.With(s => s.Ask(new AnchorQuestion { Id = id }))], Fields = fields, Author = "an analyst", Reason = "a reason", Made = Now() });

    private string Make(Correction correction) => store.With(s => s.Correct([CorrectionJson.Named(correction)])).Single().Id;

    private string Now() => $"2026-01-02T00:00:{second++:00}Z";
}
