using Readout.Events;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.World;

namespace Readout.Tests.Store;

/// <summary>One event, many reports.</summary>
public abstract class ActTests : IDisposable
{
    private static readonly Why Why = new("made");
    private readonly StoreFile store;

    protected ActTests(StoreKind kind) => store = new StoreFile(kind);

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Three_hundred_and_sixty_six_reports_of_one_kidnapping_are_one_event()
    {
        var readings = Enumerable.Range(0, 366).Select(i => Kidnapping(i)).ToList();
        store.Run(readings);
        var found = Assert.Single(store.With(s => s.Ask(new TimelineQuestion())));
        Assert.Equal((366, 366), (found.Reports, found.Sources));
        Assert.Equal(366, store.With(s => s.Ask(new TimelineQuestion { Reports = true, Selection = new Selection { Limit = 1000 } })).Count);
    }

    [Fact]
    public void The_id_of_an_event_depends_on_no_order()
    {
        List<Reading> readings = [.. Enumerable.Range(0, 30).Select(i => Kidnapping(i * 12)), .. Enumerable.Range(0, 10).Select(i => Meeting($"m{i}", i % 2 == 0 ? "antony-blinken" : "lloyd-austin", "2021-03-18"))];
        store.Run(readings);
        using var other = new StoreFile(store.Kind);
        other.Run([.. readings.AsEnumerable().Reverse()]);
        using var third = new StoreFile(store.Kind);
        third.Run([.. readings.OrderBy(r => r.Article.Id.GetHashCode(StringComparison.Ordinal) % 7).ThenBy(r => r.Article.Text.Length)]);
        var expected = Answer(store);
        Assert.Equal(3, expected.Count);
        Assert.Equal(expected, Answer(other));
        Assert.Equal(expected, Answer(third));
    }

    [Fact]
    public void Copies_of_one_wire_are_one_independent_source()
    {
        store.Run(Wire("wire", "The Wire"), Wire("paper", "The Paper"), Meeting("own", "antony-blinken", "2021-03-18"));
        var found = Assert.Single(store.With(s => s.Ask(new TimelineQuestion())));
        Assert.Equal((3, 2), (found.Reports, found.Sources));
    }

    [Fact]
    public void Other_people_another_day_or_another_place_are_other_events()
    {
        store.Run(Meeting("a", "antony-blinken", "2021-03-18"), Meeting("b", "lloyd-austin", "2021-03-18"), Meeting("c", "antony-blinken", "2021-06-18"), Meeting("d", "antony-blinken", "2021-03-18", country: "JPN"));
        Assert.Equal(4, store.With(s => s.Ask(new TimelineQuestion())).Count);
    }

    [Fact]
    public void Later_reports_neither_count_nor_hold_others_together_as_of_an_earlier_day()
    {
        store.Run(Kidnapping(0), Kidnapping(5));
        var asOf = new DateOnly(2014, 4, 30);
        var before = Answer(store, asOf);
        store.Run(Kidnapping(60), Kidnapping(61), Kidnapping(62));
        Assert.Equal(before, Answer(store, asOf));
        Assert.Equal(5, store.With(s => s.Ask(new TimelineQuestion())).Single().Reports);
    }

    [Fact]
    public void Why_reports_are_one_is_told_and_a_correction_parts_and_joins_them()
    {
        store.Run(Kidnapping(0), Kidnapping(1), Kidnapping(2), Meeting("m", "antony-blinken", "2014-04-15"));
        var id = store.With(s => s.Ask(new TimelineQuestion())).First(e => e.Type == "ASSAULT").Act;
        var act = store.With(s => s.Ask(new ActQuestion { Id = id }));
        Assert.Equal(2, act.Links.Count);
        Assert.All(act.Links, l => Assert.Contains("the same day", l.Reasons));
        Correct(CorrectionAct.Part, "k002#e1");
        Assert.Equal([2L, 1L], store.With(s => s.Ask(new TimelineQuestion())).Where(e => e.Type == "ASSAULT").Select(e => e.Reports));
        Correct(CorrectionAct.Join, "k002#e1", "m#e1");
        var joined = store.With(s => s.Ask(new ActQuestion { Id = "m#e1" }));
        Assert.Equal(2, joined.Reports.Count);
        Assert.StartsWith("joined by correction", joined.Links.Single().Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_page_leaves_the_event_that_it_no_longer_reports()
    {
        store.Run(Kidnapping(0), Kidnapping(1));
        store.Run(Made.Plain("k001", "Nothing happened."));
        Assert.Equal(1, store.With(s => s.Ask(new TimelineQuestion())).Single().Reports);
    }

    private static List<string> Answer(StoreFile file, DateOnly? asOf = null) => [.. file.With(s => s.Ask(new TimelineQuestion { AsOf = asOf })).Select(e => $"{e.Act} {e.Id} {e.Reports} {e.Sources}")];

    private void Correct(CorrectionAct act, params string[] ids) => store.With(s => s.Correct([CorrectionJson.Named(new Correction
    {
        Act = act,
        Targets = [.. ids.Select(i => s.Ask(new AnchorQuestion { Id = i }))],
        Author = "x",
        Reason = "r",
        Made = "2026-01-01T00:00:00Z",
    })]));

    private static Reading Kidnapping(int day)
    {
        // The words of each report are its own, as are the outlets.
        string[] words = ["seized", "took away", "abducted", "kidnapped"];
        var text = $"Militants of Boko Haram {words[day % 4]} 276 schoolgirls from their dormitory in Chibok. {Outlet(day)}";
        return Of($"k{day:000}", text, new DateOnly(2014, 4, 15).AddDays(day), Outlet(day), "ASSAULT", "abduct", ["boko-haram"], ["NGA"], "2014-04-14", new Place("Chibok", "NGA"));
    }

    private static string Outlet(int day) => $"Outlet {string.Concat(day.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('A' + d - '0')))}";

    private static Reading Meeting(string id, string who, string date, string country = "KOR", string source = "The Paper") =>
        Of(id, $"{who} of the ministry sat down with the South Korean side for consultations. Report {id}.", DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), source + id, "CONSULT", "visit", [who], ["KOR"], date, new Place(country, country));

    private static Reading Wire(string id, string source) =>
        Of(id, "antony-blinken sat down with the South Korean side. " + Made.Prose, new DateOnly(2021, 3, 18), source, "CONSULT", "visit", ["antony-blinken"], ["KOR"], "2021-03-18", new Place("KOR", "KOR"));

    private static Reading Of(string id, string text, DateOnly day, string source, string type, string mode, IReadOnlyList<string> actors, IReadOnlyList<string> recipients, string date, Place place)
    {
        var reading = Made.Plain(id, text, published: day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), source: source);
        var end = text.IndexOf('.', StringComparison.Ordinal) + 1;
        return reading with
        {
            Sentences = [new TextSpan(0, end)],
            Entities = [.. actors.Concat(recipients).Select(a => new Entity { Id = a, Kind = a.Length == 3 ? EntityKind.State : EntityKind.Person, Name = a, Code = a.Length == 3 ? a : a == "boko-haram" ? null : "USA", Mentions = [new Mention(new TextSpan(0, 4), MentionForm.Name)], Why = Why })],
            Events = [new Event { Id = "e1", Type = type, Mode = mode, Actors = actors, Recipients = recipients, Mutual = type == "CONSULT", Date = date, Place = place, Status = EventStatus.Happened, Confidence = 0.9, Evidence = new TextSpan(0, end), Why = Why }],
        };
    }
}
