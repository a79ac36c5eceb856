using System.Data.Common;
using System.Globalization;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Articles that came into the record at a time or later. What is put together from many reports is asked whole and then chosen by whether one of them is new: since when a demand stands must not depend on when somebody last looked.</summary>
internal sealed class AddedSince
{
    private readonly HashSet<string>? articles;

    public AddedSince(DbConnection connection, DateTimeOffset? since)
    {
        if (since is { } time)
            articles = connection.Query("SELECT a.id FROM versions v JOIN articles a USING (article) JOIN runs r ON r.run = v.seen WHERE v.is_current = 1 AND r.started >= @1", [Text(time)], r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
    }

    public bool Has(IEnumerable<string> reports) => articles is null || reports.Any(articles.Contains);

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
