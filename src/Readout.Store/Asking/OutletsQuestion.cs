using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>An outlet with what the record has of it.</summary>
public sealed record FoundOutlet(string Outlet, long Articles, string? First, string? Last, long Statements, long Events, string Added);

/// <summary>The sources of the record, the busiest first.</summary>
public sealed record OutletsQuestion : Question<IReadOnlyList<FoundOutlet>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundOutlet> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection);
        var found = connection.Query(
            $"""
            SELECT v.published, r.started, (SELECT count(*) FROM statements f WHERE f.version = v.version), (SELECT count(*) FROM events f WHERE f.version = v.version), v.length, {Citation.Columns}
            FROM versions v JOIN articles a USING (article) JOIN runs r ON r.run = v.seen {where}
            """, where.Values, r => (Published: r.Text(0), Added: r.GetString(1), Statements: r.GetInt64(2), Events: r.GetInt64(3), Citation.Read(r, 5, new TextSpan(0, r.GetInt32(4))).Outlet));
        return [.. found.GroupBy(f => f.Outlet, StringComparer.Ordinal).Select(g => new FoundOutlet(g.Key, g.LongCount(), g.Min(f => f.Published), g.Max(f => f.Published), g.Sum(f => f.Statements), g.Sum(f => f.Events), g.Max(f => f.Added)!))
            .OrderByDescending(o => o.Articles).ThenBy(o => o.Outlet, StringComparer.Ordinal).Take(Selection.Limit)];
    }
}
