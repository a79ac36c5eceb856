using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Correcting;

/// <summary>The log in its table: appends, and says which corrections are in force.</summary>
internal sealed class CorrectionLog(DbConnection connection)
{
    /// <summary>Whether the log has it already.</summary>
    public bool Has(string id) => connection.Number("SELECT 1 FROM corrections WHERE id = @1", id) is not null;

    public void Append(Correction correction)
    {
        connection.Execute("INSERT INTO corrections (id, act, author, reason, made, actor, other, undoes, body) VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9)",
            correction.Id, CorrectionJson.Word(correction.Act), correction.Author, correction.Reason, correction.Made, correction.Actor, correction.As?.Id, correction.Undoes, CorrectionJson.Write(correction));
        foreach (var article in correction.Targets.Select(t => t.Article).Distinct(StringComparer.Ordinal))
            connection.Execute("INSERT INTO correction_articles (article, correction) VALUES (@1, @2)", article, correction.Id);
    }

    /// <summary>All entries in the order in which they were made.</summary>
    public List<Correction> All() => connection.Query("SELECT body FROM corrections ORDER BY made, id", [], r => CorrectionJson.Read(r.GetString(0)));

    /// <summary>Corrections in force that may concern a reading, in the order in which they were made.</summary>
    public IReadOnlyList<Correction> For(Reading reading)
    {
        if (connection.Number("SELECT 1 FROM corrections LIMIT 1") is null) return [];
        var named = connection.Query("SELECT c.body FROM corrections c JOIN correction_articles x ON x.correction = c.id WHERE x.article = @1", [reading.Article.Id], r => CorrectionJson.Read(r.GetString(0)));
        named.AddRange(connection.Query("SELECT body FROM corrections WHERE actor IS NOT NULL", [], r => CorrectionJson.Read(r.GetString(0))));
        var undone = Undone();
        return [.. named.Where(c => !undone.Contains(c.Id)).OrderBy(c => c.Made, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>Ids that are taken back; an undo that is itself taken back does not count.</summary>
    public HashSet<string> Undone()
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var undos = connection.Query("SELECT id, undoes FROM corrections WHERE undoes IS NOT NULL ORDER BY made DESC, id DESC", [], r => (Id: r.GetString(0), Undoes: r.GetString(1)));
        // Of an undo and the undo of it the second is the later; within one second their link tells.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (id, undoes) in undos)
                if (!undone.Contains(id) && undos.All(u => u.Undoes != id || undone.Contains(u.Id))) changed |= undone.Add(undoes);
        }
        return undone;
    }

    /// <summary>Versions whose rows a correction may change.</summary>
    public IReadOnlyList<long> Touched(Correction correction)
    {
        var versions = new SortedSet<long>();
        if (correction.Undoes is { } undoes)
        {
            versions.UnionWith(connection.Query("SELECT version FROM correction_uses WHERE correction = @1", [undoes], r => r.GetInt64(0)));
            if (All().FirstOrDefault(c => c.Id == undoes) is { } earlier) versions.UnionWith(Touched(earlier));
        }
        foreach (var article in correction.Targets.Select(t => t.Article).Distinct(StringComparer.Ordinal))
            versions.UnionWith(connection.Query("SELECT v.version FROM versions v JOIN articles a USING (article) WHERE a.id = @1", [article], r => r.GetInt64(0)));
        if (correction.Actor is { } actor)
            versions.UnionWith(connection.Query("SELECT version FROM entities WHERE id = @1 UNION SELECT e.version FROM event_sides s JOIN events e USING (event) WHERE s.entity = @1 UNION SELECT version FROM positions WHERE holder = @1", [actor], r => r.GetInt64(0)));
        return [.. versions];
    }
}
