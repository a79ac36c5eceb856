using Microsoft.Data.Sqlite;
using Readout.Store;

namespace Readout.Tests.Store;

/// <summary>Files that are no store of ours.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly StoreFile store = new(StoreKind.Sqlite);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        using (var connection = new SqliteConnection($"Data Source={store.Path};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE bookmarks (url TEXT)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("another program", Assert.Throws<StoreException>(() => ReadingStore.Open(store.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_newer_Readout_is_refused()
    {
        store.Run(Made.Plain("a"));
        using (var connection = new SqliteConnection($"Data Source={store.Path};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }
        Assert.Contains("newer Readout", Assert.Throws<StoreException>(() => ReadingStore.Open(store.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_database_is_refused()
    {
        File.WriteAllText(store.Path, new string('x', 5000));
        Assert.Contains("cannot be opened", Assert.Throws<StoreException>(() => ReadingStore.Open(store.Path)).Message, StringComparison.Ordinal);
    }
}
