using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>One value by which an answer can be narrowed.</summary>
/// <param name="Name">What it narrows: speaker, state, act, outlet or year.</param>
/// <param name="Value">What to ask for.</param>
/// <param name="Label">What to show.</param>
public sealed record Facet(string Name, string Value, string Label, long Count);

/// <summary>By what the statements of a selection can be narrowed, each with its count.</summary>
public sealed record SaidFacetsQuestion : Question<IReadOnlyList<Facet>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>As in <see cref="SaidQuestion"/>.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>Values of each facet.</summary>
    public int Most { get; init; } = 8;

    internal override IReadOnlyList<Facet> Answer(DbConnection connection)
    {
        var rows = new StatementRows(connection);
        const string Speaker = "JOIN statement_parts q ON q.statement = s.statement AND q.part = 'speaker'";
        return
        [
            .. Count(connection, rows, "speaker", "q.entity", "(SELECT n.name FROM entities n WHERE n.version = s.version AND n.id = q.entity)", Speaker),
            .. Count(connection, rows, "state", "q.code", "q.code", Speaker),
            .. Count(connection, rows, "act", "s.act", "s.act", ""),
            .. Count(connection, rows, "outlet", "v.source", "v.source", ""),
            .. Count(connection, rows, "year", "substr(v.published, 1, 4)", "substr(v.published, 1, 4)", ""),
        ];
    }

    private List<Facet> Count(DbConnection connection, StatementRows rows, string name, string value, string label, string join)
    {
        var where = rows.Of(Selection, AsOf).And($"{value} IS NOT NULL");
        if (Acts.Count > 0) where.And($"s.act IN ({string.Join(", ", Acts.Select(_ => "?"))})", [.. Acts]);
        return connection.Query(
            $"SELECT {value} AS value, max({label}), count(*) AS findings FROM statements s JOIN versions v USING (version) {join} {where} GROUP BY value ORDER BY findings DESC, value {where.Limit(Most)}",
            where.Values, r => new Facet(name, r.GetString(0), r.Text(1) ?? r.GetString(0), r.GetInt64(2)));
    }
}
