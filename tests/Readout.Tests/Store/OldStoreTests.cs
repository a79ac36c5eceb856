using Microsoft.Data.Sqlite;
using Readout.Store;
using Readout.Store.Data;

namespace Readout.Tests.Store;

/// <summary>Stores of every earlier version: they are brought up to date with all that they hold, or left as they are.</summary>
public sealed class OldStoreTests : IDisposable
{
    private const string Columns = "version, article, hash, seen, is_current, input, url, title, published, source, language, text, length, fingerprint, reader, reading, dropped";
    private readonly StoreFile old = new();
    private readonly StoreFile today = new();

    public void Dispose()
    {
        old.Dispose();
        today.Dispose();
    }

    public static TheoryData<int> Earlier => [.. Enumerable.Range(1, Migrations.Newest - 1)];

    [Theory]
    [MemberData(nameof(Earlier))]
    public void An_older_store_is_brought_up_to_date_and_answers_as_one_of_today(int version)
    {
        Make(version);
        using var store = ReadingStore.OpenExisting(old.Path);
        Assert.Equal(today.Export(), string.Join('\n', store.Readings(null, false)));
        Assert.Equal(Answers(today.Path), Answers(store));
        Assert.All(store.Examine(mend: false), a => Assert.True(a.IsWell, a.Fault));
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public void A_step_that_fails_leaves_the_store_at_the_step_before(int version)
    {
        Make(version);
        // Something of the step's is there already, so that it fails at its end or in its middle.
        var next = Migrations.Read(".Schema.").Single(m => m.Number == version + 1).Sql;
        var obstacle = Obstacle(next);
        Run(obstacle);
        var before = Shape();
        Assert.Throws<StoreException>(() => ReadingStore.OpenExisting(old.Path));
        Assert.Equal(before, Shape());
    }

    private void Make(int version)
    {
        today.Run(Made.Full("a", "North Korea met us.", "2021-03-17"), Made.Full("b", "North Korea met them."));
        var steps = Migrations.Read(".Schema.").Where(m => m.Number <= version).OrderBy(m => m.Number).Select(m => m.Sql);
        Run(string.Join('\n', [.. steps, $"PRAGMA application_id = {0x52444F54}; PRAGMA user_version = {version}",
            $"; ATTACH '{today.Path}' AS today; INSERT INTO runs SELECT * FROM today.runs; INSERT INTO articles (article, id) SELECT article, id FROM today.articles; INSERT INTO versions ({Columns}) SELECT {Columns} FROM today.versions;"]));
    }

    /// <summary>Makes the last table, index or column of a script, so that the script cannot.</summary>
    private static string Obstacle(string sql)
    {
        var lines = sql.Split('\n').Where(l => !l.StartsWith("--", StringComparison.Ordinal));
        foreach (var words in lines.Reverse().Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (words is ["CREATE", "TABLE", var table, ..]) return $"CREATE TABLE {table} (x)";
            if (words is ["CREATE", "INDEX", var index, ..]) return $"CREATE INDEX {index} ON articles (id)";
            if (words is ["ALTER", "TABLE", var altered, "ADD", "COLUMN", var column, ..]) return $"ALTER TABLE {altered} ADD COLUMN {column} TEXT";
        }
        throw new InvalidOperationException("the step makes nothing that could be in its way: " + sql);
    }

    private static string Answers(string path)
    {
        using var store = ReadingStore.OpenExisting(path);
        return Answers(store);
    }

    private static string Answers(ReadingStore store) => string.Join('\n',
        [.. store.Ask(new Readout.Store.Asking.TimelineQuestion()).Select(e => $"{e.Id} {e.Type} {e.Date}"), .. store.Ask(new Readout.Store.Asking.SearchQuestion { Words = "korea" }).Select(h => h.Snippet)]);

    private string Shape()
    {
        using var connection = Open();
        return string.Join('\n', ((System.Data.Common.DbConnection)connection).Query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL UNION ALL SELECT 'version ' || user_version FROM pragma_user_version UNION ALL SELECT 'articles ' || count(*) FROM versions ORDER BY 1", [], r => r.GetString(0)));
    }

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={old.Path};Pooling=false");
        connection.Open();
        return connection;
    }
}
