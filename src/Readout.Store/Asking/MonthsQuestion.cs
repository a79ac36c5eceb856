using System.Data.Common;

namespace Readout.Store.Asking;

/// <summary>Reports of events published in one month, by the sign of their Goldstein score.</summary>
public sealed record EventMonth(string Month, long Cooperation, long Conflict, long Unscored);

/// <summary>How many reports of the selected events each month has.</summary>
public sealed record MonthsQuestion : Question<IReadOnlyList<EventMonth>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Such as <c>planned</c>; empty means all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    internal override IReadOnlyList<EventMonth> Answer(DbConnection connection)
    {
        var where = new EventRows(connection).Of(Selection, AsOf).And("v.published IS NOT NULL");
        if (Statuses.Count > 0) where.And($"e.status IN ({string.Join(", ", Statuses.Select(_ => "?"))})", [.. Statuses]);
        return Data.Rows.Query(connection,
            $"""
            SELECT substr(v.published, 1, 7) AS month, count(*) FILTER (WHERE e.goldstein > 0), count(*) FILTER (WHERE e.goldstein < 0), count(*) FILTER (WHERE coalesce(e.goldstein, 0) = 0)
            FROM events e JOIN versions v USING (version) {where} GROUP BY month ORDER BY month
            """, where.Values, r => new EventMonth(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)));
    }
}
