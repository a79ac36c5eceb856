using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Readout.Store.Data;

/// <summary>The plain SQL files under <c>Schema/</c>, each applied once, in the order of their numbers, in one transaction with the new version number.</summary>
internal static class Migrations
{
    /// <summary>"RDOT": tells our file from any other SQLite database.</summary>
    private const int ApplicationId = 0x52444F54;

    private static readonly List<(int Number, string Sql)> All = [.. Read(".Schema.").OrderBy(m => m.Number)];

    public static int Newest => All[^1].Number;

    public static void Apply(SqliteConnection connection, string path)
    {
        var version = (int)connection.Number("PRAGMA user_version")!.Value;
        var application = connection.Number("PRAGMA application_id");
        if (application != ApplicationId && (version != 0 || connection.Number("SELECT count(*) FROM sqlite_master") > 0))
            throw new StoreException(path, "is a database of another program; give another file with --store");
        if (version > Newest) throw new StoreException(path, $"was written by a newer Readout (schema {version}, this one knows {Newest}); install the newer one");
        foreach (var (number, sql) in All.Where(m => m.Number > version)) Apply(connection, number, sql);
    }

    private static void Apply(SqliteConnection connection, int number, string sql)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have done it while this one waited for the lock.
        if (connection.Number("PRAGMA user_version") >= number) return;
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"{sql}\n;PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {number}"));
        transaction.Commit();
    }

    // The driver passes over faults of a command that come after a statement which gives a row, and ADD COLUMN on a strict table is such a one; SQLite's own call stops at every fault.
    private static void Run(SqliteConnection connection, string script) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, script), connection.Handle);

    /// <summary>The scripts of a folder.</summary>
    public static IEnumerable<(int Number, string Sql)> Read(string folder)
    {
        var assembly = typeof(Migrations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var at = name.IndexOf(folder, StringComparison.Ordinal) + folder.Length;
            if (at < folder.Length || !char.IsAsciiDigit(name[at])) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(at, 3), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
