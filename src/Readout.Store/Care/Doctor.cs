using System.Data.Common;
using System.Text.Json;
using Readout.Output;
using Readout.Store.Adding;
using Readout.Store.Correcting;
using Readout.Store.Data;
using Readout.Store.Watching;

namespace Readout.Store.Care;

/// <summary>Looks at every part of a store. What can be made again from the readings (rows, indexes, which version is current) it mends when asked; a reading itself it never touches.</summary>
internal sealed class Doctor(DbConnection connection, bool mend)
{
    private const string Again = "run readout doctor --mend";
    private readonly Database database = Database.Of(connection);

    public IEnumerable<Ailment> Examine()
    {
        foreach (var (part, fault, cure) in database.Examine(connection))
        {
            if (fault is not null && mend) cure?.Invoke();
            yield return fault is null ? new Ailment(part) : new Ailment(part, fault, cure is null ? "restore a backup, or add the articles to a new store" : Again, mend && cure is not null);
        }
        yield return Currents();
        foreach (var ailment in Readings()) yield return ailment;
        yield return Parsed("corrections", "SELECT id, body FROM corrections", body => CorrectionJson.Read(body));
        yield return Parsed("watches", "SELECT name, body FROM watches", body => WatchJson.Read(body));
    }

    /// <summary>Every article has one current version.</summary>
    private Ailment Currents()
    {
        var articles = connection.Query("SELECT a.article, a.id FROM articles a LEFT JOIN versions v ON v.article = a.article AND v.is_current = 1 GROUP BY a.article, a.id HAVING count(v.version) <> 1 ORDER BY a.id", [], r => (Key: r.GetInt64(0), Id: r.GetString(1)));
        if (articles.Count == 0) return new Ailment("current versions");
        if (mend) Change(rows => articles.ForEach(a => Choose(rows, a.Key)));
        return new Ailment("current versions", $"{articles.Count} articles have none or several, the first is {articles[0].Id}", Again, mend);
    }

    // As adding does: the version seen last, of two the greater hash.
    private void Choose((DbTransaction Transaction, ArticleRows Rows) writing, long article)
    {
        var versions = connection.Query("SELECT version FROM versions WHERE article = @1 ORDER BY seen DESC, hash DESC", [article], r => r.GetInt64(0));
        if (versions.Count == 0) connection.Execute("DELETE FROM articles WHERE article = @1", article);
        foreach (var version in versions)
        {
            connection.Execute("UPDATE versions SET is_current = @1 WHERE version = @2", version == versions[0] ? 1 : 0, version);
            writing.Rows.Renew(writing.Transaction, version);
        }
    }

    /// <summary>Every reading can be unpacked, is of the text that is kept, and has its rows.</summary>
    private IEnumerable<Ailment> Readings()
    {
        var (broken, short_) = (new List<string>(), new List<(long Version, string Id)>());
        var kept = new KeptReading(connection);
        foreach (var version in connection.Query("SELECT version FROM versions ORDER BY version", [], r => r.GetInt64(0)))
        {
            var (id, hash, line, events, statements) = connection.Query(
                """
                SELECT a.id, v.hash, v.reading, v.input, (SELECT count(*) FROM events e WHERE e.version = v.version), (SELECT count(*) FROM statements s WHERE s.version = v.version)
                FROM versions v JOIN articles a USING (article) WHERE v.version = @1
                """, [version], r => (r.GetString(0), r.GetString(1), Line(kept, version, r.Bytes(2), r.GetString(3)), r.GetInt64(4), r.GetInt64(5)))[0];
            if (Parse(line) is not { } reading || VersionHash.Of(reading.Article) != hash) broken.Add(id);
            else if (reading.Events.Count != events || reading.Statements.Count != statements) short_.Add((version, id));
        }
        yield return broken.Count == 0 ? new Ailment("readings") : new Ailment("readings", $"{broken.Count} are damaged, the first of {broken[0]}", "read these articles again with readout add, or restore a backup");
        if (mend && short_.Count > 0) Change(writing => short_.ForEach(s => writing.Rows.Renew(writing.Transaction, s.Version)));
        yield return short_.Count == 0 ? new Ailment("rows of findings") : new Ailment("rows of findings", $"{short_.Count} versions have other rows than findings, the first is of {short_[0].Id}", Again, mend);
    }

    private static string? Line(KeptReading kept, long version, byte[] packed, string input)
    {
        try
        {
            return kept.Line(version, packed, input);
        }
        catch (Exception problem) when (problem is InvalidDataException or ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    private static Reading? Parse(string? line)
    {
        if (line is null) return null;
        try
        {
            using var json = JsonDocument.Parse(line);
            return ReadingParse.Of(json.RootElement);
        }
        catch (Exception problem) when (problem is FormatException or KeyNotFoundException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    private Ailment Parsed(string part, string sql, Action<string> parse)
    {
        foreach (var (name, body) in connection.Query(sql, [], r => (r.GetString(0), r.GetString(1))))
        {
            try
            {
                parse(body);
            }
            catch (Exception problem) when (problem is JsonException or CorrectionException or NotSupportedException)
            {
                return new Ailment(part, $"{name} cannot be read: {problem.Message}", "restore a backup");
            }
        }
        return new Ailment(part);
    }

    private void Change(Action<(DbTransaction Transaction, ArticleRows Rows)> change)
    {
        using var transaction = database.Begin(connection);
        using var rows = new ArticleRows(connection);
        change((transaction, rows));
        transaction.Commit();
    }
}
