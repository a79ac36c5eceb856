using System.Data.Common;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>Where people were on a day by what the record tells of their meetings: the place of a meeting whose own reports tell none.</summary>
internal sealed class Whereabouts(DbConnection connection, DateOnly asOf)
{
    private readonly Dictionary<(string Person, string Day), List<Stop>> stops = [];

    private sealed record Stop(long Event, string? Place, string Country);

    /// <summary>Reads the days of many people at once.</summary>
    public void Load(IReadOnlyList<(string Person, string Day)> wanted)
    {
        foreach (var some in wanted.Distinct().Chunk(200))
        {
            var (people, days) = (some.Select(w => w.Person).Distinct(StringComparer.Ordinal).ToList(), some.Select(w => w.Day).Distinct(StringComparer.Ordinal).ToList());
            var where = new Where().Published(asOf).And("m.status = 'held'").And("m.way <> 'phone'").And("e.country IS NOT NULL").And("e.first_day = e.last_day")
                .And($"e.first_day IN ({Marks(days.Count)})", [.. days]).And($"s.entity IN ({Marks(people.Count)})", [.. people]);
            foreach (var (person, day, stop) in connection.Query(
                $"""
                SELECT s.entity, e.first_day, e.event, e.place, e.country FROM events e JOIN meetings m ON m.event = e.event JOIN event_sides s ON s.event = e.event JOIN versions v ON v.version = e.version JOIN articles a ON a.article = v.article
                {where} ORDER BY v.published, a.id, e.start, e.id, s.entity
                """, where.Values, r => (r.GetString(0), r.GetString(1), new Stop(r.GetInt64(2), r.Text(3), r.GetString(4)))))
            {
                if (!stops.TryGetValue((person, day), out var list)) stops[(person, day)] = list = [];
                list.Add(stop);
            }
        }
    }

    /// <summary>The one state, and where all say so the one place, in which meetings of these people were on that day; null when nothing tells, or not all tell the same.</summary>
    public (long Event, string? Place, string Country)? Of(IEnumerable<string> people, string day)
    {
        var all = people.SelectMany(p => stops.GetValueOrDefault((p, day)) ?? []).ToList();
        if (all.Count == 0 || all.Exists(s => s.Country != all[0].Country)) return null;
        var places = all.Where(s => s.Place is not null).DistinctBy(s => s.Place, StringComparer.OrdinalIgnoreCase).ToList();
        return places is [var one] ? (one.Event, one.Place, one.Country) : (all[0].Event, null, all[0].Country);
    }

    private static string Marks(int count) => string.Join(", ", Enumerable.Repeat("?", count));
}
