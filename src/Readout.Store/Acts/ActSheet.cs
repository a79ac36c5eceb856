using System.Data.Common;
using System.Globalization;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Acts;

/// <summary>What the record has of one act as of a day.</summary>
/// <param name="Id">Of its first report; depends on nothing but that report.</param>
/// <param name="Reports">How many passages report it.</param>
/// <param name="Sources">Outlets that report it, those that carry copies of one text counted once.</param>
/// <param name="Events">Numbers of the reports, the first report first.</param>
internal sealed record ActSummary(string Id, long Reports, long Sources, IReadOnlyList<long> Events);

/// <summary>Which reports are of one act as of a day. What was published later neither counts nor holds others together.</summary>
internal sealed class ActSheet
{
    private readonly DbConnection connection;
    private readonly string? asOf;
    private readonly Dictionary<long, (long Group, long Act)> regrouped = [];
    private readonly Dictionary<long, List<long>> members = [];

    public ActSheet(DbConnection connection, DateOnly? asOf)
    {
        this.connection = connection;
        this.asOf = asOf is { } day ? IsoPeriod.Text(day) : null;
        if (this.asOf is null) return;
        // Only acts that also have later reports can have held together by them.
        var acts = connection.Query(
            """
            SELECT e.act FROM events e JOIN versions v USING (version)
            WHERE v.is_current = 1 AND e.act IN (SELECT m.act FROM events m WHERE m.act <> m.event)
            GROUP BY e.act HAVING min(coalesce(v.published, '9999')) <= @1 AND max(coalesce(v.published, '9999')) > @1
            """, [this.asOf], r => r.GetInt64(0));
        foreach (var reports in ActRows.Of(connection, acts, this.asOf).GroupBy(r => r.Act))
            foreach (var group in ActGroups.Of([.. reports]))
            {
                var key = group.Min(r => r.Event);
                members[key] = [.. group.Select(r => r.Event)];
                foreach (var report in group) regrouped[report.Event] = (key, reports.Key);
            }
    }

    /// <summary>The same number for all reports of one act.</summary>
    public long GroupOf(long found, long act) => regrouped.TryGetValue(found, out var group) ? group.Group : act;

    /// <summary>By the numbers that <see cref="GroupOf"/> gives.</summary>
    public Dictionary<long, ActSummary> Summaries(IReadOnlyCollection<long> groups)
    {
        var acts = groups.Select(g => regrouped.TryGetValue(g, out var known) ? known.Act : g).Distinct().ToList();
        var rows = new List<Told>();
        foreach (var some in acts.Chunk(500))
            rows.AddRange(connection.Query(
                $"""
                SELECT e.event, e.act, e.version, e.name, e.start, {Citation.Columns} FROM events e JOIN versions v ON v.version = e.version JOIN articles a ON a.article = v.article
                WHERE e.act IN ({Numbers(some)}) AND v.is_current = 1 AND (@1 IS NULL OR v.published <= @1)
                """, [asOf], Read));
        var byGroup = rows.GroupBy(r => GroupOf(r.Event, r.Act)).Where(g => groups.Contains(g.Key)).ToList();
        var copies = Copies([.. byGroup.Where(g => g.Count() > 1).SelectMany(g => g.Select(r => r.Version)).Distinct()]);
        return byGroup.ToDictionary(g => g.Key, g => Summary(g, copies));
    }

    /// <summary>The same with the reports themselves in full.</summary>
    public List<ActReport> Reports(long group)
    {
        var act = regrouped.TryGetValue(group, out var known) ? known.Act : group;
        var reports = ActRows.Of(connection, [act], asOf).Where(r => GroupOf(r.Event, r.Act) == group).ToList();
        reports.Sort(ActReport.Compare);
        return reports;
    }

    private static ActSummary Summary(IEnumerable<Told> rows, ILookup<long, long> copies)
    {
        List<Told> sorted = [.. rows.OrderBy(r => r.Citation.Published ?? "9999", StringComparer.Ordinal).ThenBy(r => r.Citation.Article, StringComparer.Ordinal).ThenBy(r => r.Start).ThenBy(r => r.Name, StringComparer.Ordinal)];
        return new ActSummary(sorted[0].Name, sorted.Count, Sources(sorted, copies), [.. sorted.Select(r => r.Event)]);
    }

    private static int Sources(List<Told> rows, ILookup<long, long> copies)
    {
        var versions = rows.DistinctBy(r => r.Version).ToList();
        var left = versions.ToDictionary(r => r.Version, r => r.Citation.Outlet);
        var sources = 0;
        while (left.Count > 0)
        {
            sources++;
            var open = new Queue<long>([left.Keys.Min()]);
            while (open.TryDequeue(out var version))
            {
                if (!left.Remove(version, out var outlet)) continue;
                foreach (var other in copies[version].Concat(left.Where(l => l.Value == outlet).Select(l => l.Key).ToList())) open.Enqueue(other);
            }
        }
        return sources;
    }

    private ILookup<long, long> Copies(IReadOnlyList<long> versions)
    {
        var pairs = new List<(long One, long Other)>();
        foreach (var some in versions.Chunk(500))
            pairs.AddRange(connection.Query($"SELECT one, other FROM copies WHERE one IN ({Numbers(some)}) OR other IN ({Numbers(some)})", [], r => (r.GetInt64(0), r.GetInt64(1))));
        return pairs.Concat(pairs.Select(p => (One: p.Other, Other: p.One))).Distinct().ToLookup(p => p.One, p => p.Other);
    }

    private static string Numbers(IEnumerable<long> numbers) => string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static Told Read(Row row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), Citation.Read(row, 5, default));

    private sealed record Told(long Event, long Act, long Version, string Name, int Start, Citation Citation);
}
