using Microsoft.Data.Sqlite;
using Readout.Store;

namespace Readout.Tests.Store;

public sealed class DoctorTests : IDisposable
{
    private readonly StoreFile store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_sound_store_is_well_in_every_part()
    {
        store.Run(Made.Full("a", "North Korea met us."), Made.Full("b", "North Korea met them."));
        var ailments = store.With(s => s.Examine(mend: false));
        Assert.All(ailments, a => Assert.Null(a.Fault));
        Assert.Subset(ailments.Select(a => a.Part).ToHashSet(), new HashSet<string> { "file", "references", "index event_words", "current versions", "readings", "rows of findings", "corrections", "watches" });
    }

    [Theory]
    [InlineData("rows of findings", "DELETE FROM events")]
    [InlineData("current versions", "UPDATE versions SET is_current = 0")]
    [InlineData("index article_words", "INSERT INTO article_words (article_words) VALUES ('delete-all')")]
    public void What_can_be_made_again_is_told_and_mended(string part, string damage)
    {
        store.Run(Made.Full("a", "North Korea met us."), Made.Full("b", "North Korea met them."));
        var (whole, found) = (store.Export(), Found());
        Sql(damage);
        var told = store.With(s => s.Examine(mend: false)).Where(a => !a.IsWell).ToList();
        Assert.Contains(told, a => a.Part == part && a.Remedy == "run readout doctor --mend");
        Assert.All(store.With(s => s.Examine(mend: true)), a => Assert.True(a.IsWell, a.Fault));
        Assert.All(store.With(s => s.Examine(mend: false)), a => Assert.Null(a.Fault));
        Assert.Equal(whole, store.Export());
        Assert.Equal(found, Found());
    }

    [Fact]
    public void A_damaged_reading_is_told_with_its_article_and_never_mended_in_silence()
    {
        store.Run(Made.Full("a", "North Korea met us."));
        Sql("UPDATE versions SET reading = zeroblob(20)");
        foreach (var mend in new[] { false, true })
        {
            var ailment = Assert.Single(store.With(s => s.Examine(mend)), a => a.Part == "readings");
            Assert.False(ailment.IsWell);
            Assert.Contains("the first of a", ailment.Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_backup_is_a_store_that_says_the_same_and_takes_no_name_that_is_taken()
    {
        store.Run(Made.Full("a", "North Korea met us."));
        using var copy = new StoreFile();
        store.With(s =>
        {
            s.BackUp(copy.Path);
            return 0;
        });
        store.Run(Made.Full("b", "North Korea met them."));
        Assert.Single(copy.Export().Split('\n'));
        Assert.Contains(copy.Export(), store.Export(), StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => store.With(s =>
        {
            s.BackUp(copy.Path);
            return 0;
        }));
    }

    private int Found() => store.With(s => s.Ask(new Readout.Store.Asking.TimelineQuestion())).Count + store.With(s => s.Ask(new Readout.Store.Asking.SearchQuestion { Words = "korea" })).Count;

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store.Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
