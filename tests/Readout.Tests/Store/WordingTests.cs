using Readout.Statements.Wording;
using Readout.Store.Asking;

namespace Readout.Tests.Store;

public abstract class WordingTests : IDisposable
{
    private readonly StoreFile store;

    protected WordingTests(StoreKind kind)
    {
        store = new StoreFile(kind);
        store.Run(
        Use("march", "denuclearization of North Korea", "of North Korea", "2021-03-18"),
        Use("april", "denuclearization of North Korea", "of North Korea", "2021-04-18"),
        Use("may", "denuclearization of the Korean Peninsula", "of the Korean Peninsula", "2021-05-21"));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Uses_tell_first_again_switched_and_last()
    {
        var found = Ask(new Selection { Actors = ["Blinken"], Words = "denuclearization" });
        Assert.Equal([WordingTurn.First, WordingTurn.Again, WordingTurn.Switched], found.Select(f => f.Turn));
        Assert.Equal([null, null, "of North Korea"], found.Select(f => f.Before));
        Assert.Equal([true, false, true], found.Select(f => f.OpensForm));
        Assert.Equal([false, false, true], found.Select(f => f.IsLast));
        Assert.Equal("may#s1", found[2].Said.Id);
        Assert.Equal("denuclearization of the Korean Peninsula", found[2].Words);
        Assert.Contains(found[2].Words, found[2].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_choose_families_and_forms_and_days_bound_them()
    {
        Assert.Single(Ask(new Selection { Words = "peninsula" }));
        Assert.Empty(Ask(new Selection { Words = "ironclad" }));
        Assert.Equal(2, store.With(s => s.Ask(new WordingQuestion { AsOf = new DateOnly(2021, 4, 30) })).Count);
    }

    private IReadOnlyList<FoundWording> Ask(Selection selection) => store.With(s => s.Ask(new WordingQuestion { Selection = selection }));

    private static Reading Use(string id, string words, string form, string day)
    {
        var reading = Made.Full(id, $"we want the {words}.", published: day, date: day);
        var start = reading.Article.Text.IndexOf(words, StringComparison.Ordinal);
        return reading with { Wording = [new WordingUse("denuclearization", form, new TextSpan(start, start + words.Length), "s1", new Why("made"))] };
    }
}
