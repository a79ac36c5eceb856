using System.Data.Common;
using Readout.Pages;
using Readout.Store.Data;

namespace Readout.Store.Adding;

/// <summary>Links articles with nearly the same text: wire copies. All fingerprints are held in memory; comparing a million takes a millisecond.</summary>
internal sealed class Copies
{
    // A few words of their own make the fingerprints of notes this short alike by chance.
    private const int ShortestText = 250;
    private readonly DbConnection connection;
    private readonly List<(long Version, long Article, ulong Fingerprint)> known;
    private long lastVersion;

    public Copies(DbConnection connection)
    {
        this.connection = connection;
        known = [];
        Load();
    }

    public void Link(long version, long article, Article page)
    {
        // Another process may have added since.
        Load(before: version);
        lastVersion = version;
        if (page.Text.Length < ShortestText) return;
        var fingerprint = page.Fingerprint;
        foreach (var other in known)
            if (other.Article != article && TextFingerprint.AreNear(other.Fingerprint, fingerprint))
                connection.Execute("INSERT INTO copies (one, other) VALUES (@1, @2)", other.Version, version);
        known.Add((version, article, fingerprint));
    }

    /// <summary>Ids of the other articles that are linked with a version.</summary>
    public static IReadOnlyList<string> Of(DbConnection connection, long version) => connection.Query(
        """
        SELECT DISTINCT a.id FROM (SELECT other AS version FROM copies WHERE one = @1 UNION SELECT one FROM copies WHERE other = @1) c
        JOIN versions v USING (version) JOIN articles a USING (article) ORDER BY a.id
        """, [version], r => r.GetString(0));

    private void Load(long before = long.MaxValue)
    {
        var rows = connection.Query("SELECT version, article, fingerprint FROM versions WHERE version > @1 AND version < @2 AND length >= @3 ORDER BY version",
            [lastVersion, before, ShortestText], r => (r.GetInt64(0), r.GetInt64(1), (ulong)r.GetInt64(2)));
        known.AddRange(rows);
        if (rows.Count > 0) lastVersion = rows[^1].Item1;
    }
}
