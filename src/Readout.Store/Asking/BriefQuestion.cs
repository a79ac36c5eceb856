using System.Data.Common;
using System.Globalization;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>What is new, who said what, what changed, what is open and what comes next for an actor, a pair or a topic in a period. No prose of ours: sentences of the sources with their places.</summary>
public sealed record BriefQuestion : Question<Brief>
{
    public Selection Selection { get; init; } = new();

    /// <summary>The day on which the brief is read; meetings after it are coming.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Lines in each section.</summary>
    public int Lines { get; init; } = 8;

    /// <summary>Also what the sides say when they are asked: their last words on what they are at odds about.</summary>
    public bool IfAsked { get; init; }

    internal override Brief Answer(DbConnection connection)
    {
        var asOf = AsOf ?? Today;
        var selection = Selection with { To = Selection.To ?? asOf, From = Selection.From ?? (Selection.To ?? asOf).AddDays(-30), Limit = 400 };
        var sections = new BriefSections(connection, selection, asOf, Lines);
        // What changed is the rarest and is chosen first; it stands where a reader looks for it.
        var changed = sections.Changed();
        BriefSection[] all = [sections.New(), sections.Said(), changed, sections.Open(), sections.Next(), .. IfAsked ? [sections.IfAsked()] : Array.Empty<BriefSection>()];
        var (articles, outlets) = Read(connection, selection, asOf);
        return new Brief(Title(selection, asOf), [.. all.Where(s => s.Lines.Count > 0)], articles, outlets);
    }

    private static (long Articles, long Outlets) Read(DbConnection connection, Selection selection, DateOnly asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To);
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And($"EXISTS (SELECT 1 FROM entities n WHERE n.version = v.version AND {sql})", values);
        }
        if (selection.Words is { } words) where.Words(connection, "versions", "v", words);
        return connection.Query($"SELECT count(*), count(DISTINCT coalesce(v.source, v.url, v.input)) FROM versions v {where}", where.Values, r => (r.GetInt64(0), r.GetInt64(1)))[0];
    }

    private static string Title(Selection selection, DateOnly asOf)
    {
        var about = selection.Actors.Count > 0 ? string.Join(" and ", selection.Actors) : selection.Words ?? "Everything";
        return string.Create(CultureInfo.InvariantCulture, $"{about}, {IsoPeriod.Text(selection.From!.Value)} to {IsoPeriod.Text(selection.To!.Value)}, as of {IsoPeriod.Text(asOf)}");
    }
}
