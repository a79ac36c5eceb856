using Readout.Output;
using Readout.Store.Adding;
using Readout.Store.Asking;

namespace Readout.Tests.Store;

public abstract class AddingTests : IDisposable
{
    private readonly StoreFile store;

    protected AddingTests(StoreKind kind) => store = new StoreFile(kind);

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_goes_in_comes_out_as_read_prints_it()
    {
        var reading = Made.Full("a", "We met. “Quotation” and 한국어 \u0001.");
        store.Run(reading);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(ReadingJson.Write(reading).Span), store.Export());
    }

    [Fact]
    public void A_second_time_adds_nothing()
    {
        Assert.Equal([AddResult.Added, AddResult.Added], store.Run(Made.Full("a", "We met."), Made.Full("b", "They met.")));
        var before = store.Export();
        Assert.Equal([AddResult.Known, AddResult.Known], store.Run(Made.Full("b", "They met."), Made.Full("a", "We met.")));
        Assert.Equal(before, store.Export());
        Assert.Equal(2, store.With(s => s.Ask(new SaidQuestion())).Count);
    }

    [Fact]
    public void A_changed_page_becomes_a_version_and_the_older_one_is_kept()
    {
        store.Run(Made.Full("a", "We met on Monday."));
        Assert.Equal([AddResult.Changed], store.Run(Made.Full("a", "We met on Tuesday.")));
        Assert.Equal("We met on Tuesday.", Assert.Single(store.With(s => s.Ask(new SaidQuestion()))).Text);
        Assert.DoesNotContain("Monday", store.Export(), StringComparison.Ordinal);
        Assert.Contains("Monday", store.Export(allVersions: true), StringComparison.Ordinal);
        Assert.Equal(2, store.With(s => s.Ask(new ExplainQuestion { Id = "a" })).Versions.Count);
        Assert.Equal([AddResult.Changed], store.Run(Made.Full("a", "We met on Monday.")));
        Assert.Equal("We met on Monday.", Assert.Single(store.With(s => s.Ask(new SaidQuestion()))).Text);
        Assert.Empty(store.With(s => s.Ask(new SearchQuestion { Words = "Tuesday" })));
    }

    [Fact]
    public void Other_knowledge_reads_the_same_text_anew()
    {
        store.Run(Made.Full("a", "We met."));
        Assert.Equal([AddResult.Reread], store.Run(Made.Full("a", "We met.") with { Version = "r2", Statements = [] }));
        Assert.Empty(store.With(s => s.Ask(new SaidQuestion())));
        Assert.Single(store.With(s => s.Ask(new TimelineQuestion())));
    }

    [Fact]
    public void The_order_of_adding_changes_no_byte_of_an_export()
    {
        Reading[] readings =
        [
            Made.Plain("copy-1"), Made.Plain("copy-2", Made.Prose + " (AP)"), Made.Full("a", "We met."), Made.Full("b", "They met."),
            Made.Full("twice", "One version."), Made.Full("twice", "Another version."), Made.Plain("named", "Text.", input: "z.html"), Made.Plain("named", "Text.", input: "b.html"),
        ];
        store.Run(readings);
        using var other = new StoreFile(store.Kind);
        other.Run([.. readings.Reverse()]);
        Assert.Equal(store.Export(), other.Export());
        Assert.Equal(store.Export(allVersions: true), other.Export(allVersions: true));
        Assert.Contains("\"input\":\"b.html\"", store.Export(), StringComparison.Ordinal);
        foreach (var id in new[] { "copy-1", "copy-2" })
            Assert.Equal(store.With(s => s.Ask(new ExplainQuestion { Id = id })).Copies, other.With(s => s.Ask(new ExplainQuestion { Id = id })).Copies);
        other.Run(readings);
        Assert.Equal(store.Export(), other.Export());
    }

    [Fact]
    public void Near_copies_are_linked_and_both_are_kept()
    {
        store.Run(Made.Plain("wire"), Made.Plain("paper", "SEOUL (AP) " + Made.Prose), Made.Plain("other", string.Join(' ', Made.Prose.Split(' ').Reverse())));
        Assert.Equal(["paper"], store.With(s => s.Ask(new ExplainQuestion { Id = "wire" })).Copies);
        Assert.Equal(["wire"], store.With(s => s.Ask(new ExplainQuestion { Id = "paper" })).Copies);
        Assert.Empty(store.With(s => s.Ask(new ExplainQuestion { Id = "other" })).Copies);
    }
}
