using Npgsql;

namespace Readout.Store.Data;

/// <summary>The plain SQL files under <c>Schema/postgres/</c>, each applied once, in the order of their numbers, in one transaction with the new version number.</summary>
internal static class PostgresMigrations
{
    private static readonly List<(int Number, string Sql)> All = [.. Migrations.Read(".Schema.postgres.").OrderBy(m => m.Number)];

    public static void Apply(NpgsqlConnection connection, string schema, string store, bool make)
    {
        var version = Version(connection, schema);
        if (version == All[^1].Number) return;
        if (version == 0 && !make) throw new StoreException(store, "has no record yet; add articles with 'readout add' first, or name another with --store");
        if (version > All[^1].Number) throw new StoreException(store, $"was written by a newer Readout (schema {version}, this one knows {All[^1].Number}); install the newer one");
        using var transaction = connection.BeginTransaction();
        PostgresDatabase.Lock(connection, schema);
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS \"{schema}\"");
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_versions (number bigint NOT NULL)");
        // Another process may have done it while this one waited for the lock.
        version = Version(connection, schema);
        foreach (var (number, sql) in All.Where(m => m.Number > version))
        {
            connection.Execute(sql);
            connection.Execute("INSERT INTO schema_versions (number) VALUES (@1)", number);
        }
        transaction.Commit();
    }

    private static int Version(NpgsqlConnection connection, string schema)
    {
        if (connection.Number("SELECT 1 FROM information_schema.tables WHERE table_schema = @1 AND table_name = 'schema_versions'", schema) is null) return 0;
        return (int)(connection.Number("SELECT max(number) FROM schema_versions") ?? 0);
    }
}
