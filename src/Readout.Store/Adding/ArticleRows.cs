using System.Data.Common;
using System.Text.Json;
using Readout.Pages;
using Readout.Store.Acts;
using Readout.Store.Data;

namespace Readout.Store.Adding;

/// <summary>Writes articles with their versions, inside a transaction of its caller.</summary>
internal sealed class ArticleRows : IDisposable
{
    private readonly DbConnection connection;
    private readonly FindingRows findings;
    private readonly Copies copies;
    private readonly Inserter versions;
    private readonly ActRows acts;
    private readonly DerivedRows derived;

    public ArticleRows(DbConnection connection)
    {
        this.connection = connection;
        findings = new FindingRows(connection);
        copies = new Copies(connection);
        acts = new ActRows(connection);
        derived = new DerivedRows(connection, findings, acts);
        versions = Database.Of(connection).Inserter(connection, "versions", [
            "article", "hash", "seen", "is_current", "input", "url", "title", "published", "source", "language", "text", "length", "fingerprint", "reader", "reading", "dropped", "derived"]);
    }

    /// <param name="run">Number of the run; of two versions seen in one run the greater hash counts, so that their order does not matter.</param>
    public Added Add(DbTransaction transaction, long run, Reading reading)
    {
        var article = reading.Article;
        var key = KeyOf(article.Id);
        var hash = VersionHash.Of(article);
        if (Find(key, hash) is { } known) return Again(transaction, run, reading, key, known);
        var current = Current(key);
        var isCurrent = current is null || current.Value.Seen < run || string.CompareOrdinal(hash, current.Value.Hash) > 0;
        if (isCurrent && current is { } old) Retire(old.Version);
        versions.Insert(transaction, key, hash, run, isCurrent ? 1 : 0, article.Input, article.Url, article.Title, article.Published is { } day ? IsoPeriod.Text(day) : null, article.Source, article.Language,
            article.Text, article.Text.Length, (long)article.Fingerprint, reading.Version, PackedReading.Pack(reading), Dropped(article), DerivedRows.Number);
        versions.Flush();
        var version = connection.Number("SELECT version FROM versions WHERE article = @1 AND hash = @2", key, hash)!.Value;
        copies.Link(version, key, article);
        derived.Write(transaction, version, reading, isCurrent);
        return Result(article, current is null ? AddResult.Added : AddResult.Changed, version);
    }

    /// <summary>Derives the rows of a version anew from its reading, after its corrections changed.</summary>
    public void Renew(DbTransaction transaction, long version) => derived.Renew(transaction, version);

    public void Dispose()
    {
        findings.Dispose();
        versions.Dispose();
    }

    private Added Again(DbTransaction transaction, long run, Reading reading, long key, Version known)
    {
        var result = AddResult.Known;
        if (known.Reader != reading.Version)
        {
            connection.Execute("UPDATE versions SET reader = @1, reading = @2, derived = @3 WHERE version = @4", reading.Version, PackedReading.Pack(reading), DerivedRows.Number, known.Key);
            derived.Remove(known.Key);
            derived.Write(transaction, known.Key, reading, known.IsCurrent);
            result = AddResult.Reread;
        }
        if (string.CompareOrdinal(reading.Article.Input, known.Input) < 0) connection.Execute("UPDATE versions SET input = @1 WHERE version = @2", reading.Article.Input, known.Key);
        if (known.IsCurrent) connection.Execute("UPDATE versions SET seen = @1 WHERE version = @2 AND seen < @1 AND (SELECT count(*) FROM versions WHERE article = @3) > 1", run, known.Key, key);
        else if (MakeCurrent(run, key, known)) result = AddResult.Changed;
        return Result(reading.Article, result, known.Key);
    }

    private void Retire(long version)
    {
        acts.Leave(version);
        connection.Execute("UPDATE versions SET is_current = 0 WHERE version = @1", version);
    }

    // The page says again what it said before an edit.
    private bool MakeCurrent(long run, long key, Version known)
    {
        var current = Current(key)!.Value;
        if (current.Seen == run && string.CompareOrdinal(known.Hash, current.Hash) < 0) return false;
        Retire(current.Version);
        connection.Execute("UPDATE versions SET is_current = 1, seen = @1 WHERE version = @2", run, known.Key);
        acts.Enter(known.Key);
        return true;
    }

    private Added Result(Article article, AddResult result, long version) => new(article.Id, article.Input, article.Title, result, Copies.Of(connection, version));

    private long KeyOf(string id)
    {
        if (connection.Number("SELECT article FROM articles WHERE id = @1", id) is { } known) return known;
        return connection.Number("INSERT INTO articles (id) VALUES (@1) RETURNING article", id)!.Value;
    }

    private Version? Find(long article, string hash) => connection.Query(
        "SELECT version, hash, reader, input, is_current FROM versions WHERE article = @1 AND hash = @2", [article, hash],
        r => new Version(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4) == 1)).SingleOrDefault();

    private (long Version, string Hash, long Seen)? Current(long article)
    {
        var rows = connection.Query("SELECT version, hash, seen FROM versions WHERE article = @1 AND is_current = 1", [article], r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2)));
        return rows is [var row] ? row : null;
    }

    private static byte[] Dropped(Article article) =>
        JsonSerializer.SerializeToUtf8Bytes(article.Dropped.Select(d => new[] { d.Reason, d.Text }).ToArray());

    private sealed record Version(long Key, string Hash, string Reader, string Input, bool IsCurrent);
}
