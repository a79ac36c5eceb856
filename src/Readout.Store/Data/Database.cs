using System.Data.Common;
using Readout.Store.Asking;

namespace Readout.Store.Data;

/// <summary>What differs between the databases that can hold the record. All other SQL runs on both as it stands.</summary>
internal abstract class Database
{
    public static Database Named(string store) => PostgresAddress.Is(store) ? PostgresDatabase.Instance : SqliteDatabase.Instance;

    public static Database Of(DbConnection connection) => connection is Npgsql.NpgsqlConnection ? PostgresDatabase.Instance : SqliteDatabase.Instance;

    /// <summary>Opens the record and brings its tables up to date. Throws <see cref="StoreException"/> with the remedy.</summary>
    /// <param name="store">As the user named it.</param>
    /// <param name="make">Whether to make the record when there is none.</param>
    public abstract DbConnection Open(string store, bool make);

    /// <summary>Whether a connection answers one query at a time.</summary>
    public abstract bool IsOneAtATime { get; }

    /// <summary>A transaction that writes: one at a time, the others wait.</summary>
    public abstract DbTransaction Begin(DbConnection connection);

    /// <summary>Changes whenever another connection has written.</summary>
    public abstract long DataVersion(DbConnection connection);

    /// <summary>Looks at what the database itself keeps: the file, references, indexes of words. Each look gives what is wrong, if anything, and how that is mended, if it can be.</summary>
    public abstract IEnumerable<(string Part, string? Fault, Action? Cure)> Examine(DbConnection connection);

    /// <summary>Writes a copy of the whole record while others go on reading and writing. Throws <see cref="StoreException"/> where the database has its own means for that.</summary>
    public abstract void BackUp(DbConnection connection, string file);

    /// <summary>Many rows of one table.</summary>
    public abstract Inserter Inserter(DbConnection connection, string table, IReadOnlyList<string> columns);

    /// <summary>A condition that a row's text has the words of a query; one value.</summary>
    /// <param name="table">versions, statements or events.</param>
    /// <param name="alias">What the query calls the table.</param>
    public abstract string Has(string table, string alias);

    /// <summary>The value for <see cref="Has"/>.</summary>
    public abstract string Query(WordsQuery words);

    /// <summary>The rows that have the words of a query, the best first.</summary>
    public abstract List<(string? Finding, string Snippet, double Score, Citation Citation)> Search(DbConnection connection, SearchedTable table, WordsQuery words, Where where, int limit);
}

/// <summary>A table that is searched, and what a find of it is made of.</summary>
/// <param name="Name">versions, statements or events.</param>
/// <param name="Alias">What conditions call it.</param>
/// <param name="Key">Its number.</param>
/// <param name="Index">Its full-text index in SQLite.</param>
/// <param name="TextColumn">Number of the column in the index that snippets are cut from.</param>
/// <param name="Finding">SQL of the finding's id.</param>
/// <param name="Span">SQL of the find's place.</param>
internal sealed record SearchedTable(string Name, string Alias, string Key, string Index, int TextColumn, string Finding, string Span)
{
    public static readonly SearchedTable Articles = new("versions", "v", "version", "article_words", 1, "NULL", "0, v.length");
    public static readonly SearchedTable Statements = new("statements", "s", "statement", "statement_words", 0, "s.id", "s.start, s.end");
    public static readonly SearchedTable Events = new("events", "e", "event", "event_words", 0, "e.id", "e.start, e.end");

    public static SearchedTable Of(string name) => name switch { "versions" => Articles, "statements" => Statements, _ => Events };

    /// <summary>The table with its version and article, for a FROM clause.</summary>
    public string From => (Name == "versions" ? "versions v" : $"{Name} {Alias} JOIN versions v USING (version)") + " JOIN articles a USING (article)";
}
