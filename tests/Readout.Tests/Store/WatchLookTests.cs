using Readout.Store.Asking;
using Readout.Store.Watching;

namespace Readout.Tests.Store;

/// <summary>What is new in a saved question since somebody last looked.</summary>
public abstract class WatchLookTests : IDisposable
{
    private static readonly DateOnly Today = new(2022, 1, 1);

    private static readonly Watch Korea = new() { Name = "korea", Kind = WatchKind.Statements, Actors = ["Blinken"], Output = WatchOutput.Page, Target = "" };

    private readonly StoreFile store;

    protected WatchLookTests(StoreKind kind) => store = new StoreFile(kind);

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_was_looked_at_is_news_no_longer_and_what_came_in_meanwhile_still_is()
    {
        store.Run(Made.Full("a", "We will talk."), Made.Full("b", "We will not wait.", "2021-03-19"));
        store.With(s =>
        {
            s.Save(Korea);
            return 0;
        });
        Assert.Equal(["b#s1", "a#s1"], Unseen());
        var shown = Unseen();
        store.Run(Made.Full("c", "The door is open.", "2021-03-20"));
        store.With(s =>
        {
            s.Looked("korea", shown);
            return 0;
        });
        Assert.Equal(["c#s1"], Unseen());
    }

    [Fact]
    public void What_a_file_was_told_nobody_has_looked_at()
    {
        store.Run(Made.Full("a", "We will talk."));
        store.With(s =>
        {
            s.Save(Korea);
            s.Reported("korea", ["a#s1"]);
            return 0;
        });
        Assert.Equal(["a#s1"], Unseen());
        Assert.Empty(store.With(s => s.Ask(new UnreportedQuestion { Watch = "korea", Entries = ["a#s1"] })));
    }

    private IReadOnlyList<string> Unseen() => store.With(s => s.Ask(new UnseenQuestion { Watch = "korea", Entries = [.. s.Ask(new WatchEntriesQuestion { Watch = Korea, Today = Today }).Select(e => e.Key)] }));
}
