using System.Data.Common;
using System.Globalization;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>What is new, who said what, what is open and what comes next for an actor, a pair or a topic in a period. No prose of ours: sentences of the sources with their places.</summary>
public sealed record BriefQuestion : Question<Brief>
{
    public Selection Selection { get; init; } = new();

    /// <summary>The day on which the brief is read; meetings after it are coming.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Lines in each section.</summary>
    public int Lines { get; init; } = 8;

    internal override Brief Answer(DbConnection connection)
    {
        var asOf = AsOf ?? Today;
        var selection = Selection with { To = Selection.To ?? asOf, From = Selection.From ?? (Selection.To ?? asOf).AddDays(-30), Limit = 400 };
        BriefSection[] sections =
        [
            new("What is new", BriefWords.Events(New(connection, selection, asOf), Lines)),
            new("Who said what", new BriefWords(connection).Statements(Said(connection, selection, asOf), Lines)),
            new("Where they stand", BriefWords.Positions(Stands(connection, selection, asOf, ["commits", "supports", "opposes", "offers", "refuses", "warns"]), Lines)),
            new("What is demanded", BriefWords.Positions(Stands(connection, selection, asOf, ["demands"]), Lines)),
            new("What comes next", BriefWords.Events(Coming(connection, selection, asOf), Lines)),
        ];
        var (articles, outlets) = Read(connection, selection, asOf);
        return new Brief(Title(selection, asOf), [.. sections.Where(s => s.Lines.Count > 0)], articles, outlets);
    }

    private static List<FoundEvent> New(DbConnection connection, Selection selection, DateOnly asOf)
    {
        var rows = new EventRows(connection);
        return rows.Acts(rows.Of(selection, asOf).And("e.status IN ('happened', 'ongoing')"), selection.Limit, asOf, newestFirst: true);
    }

    private static List<FoundStatement> Said(DbConnection connection, Selection selection, DateOnly asOf)
    {
        var rows = new StatementRows(connection);
        var where = rows.Of(selection, asOf).And("s.speaker IS NOT NULL").And("s.form <> 'indirect'");
        return rows.Find(where, "v.published DESC", selection.Limit);
    }

    private static IReadOnlyList<FoundPosition> Stands(DbConnection connection, Selection selection, DateOnly asOf, IReadOnlyList<string> stances) =>
        new PositionsQuestion { Selection = selection, AsOf = asOf, Stances = stances }.Answer(connection);

    private IReadOnlyList<FoundEvent> Coming(DbConnection connection, Selection selection, DateOnly asOf) =>
        new MeetingsQuestion { Selection = selection with { From = null }, AsOf = asOf, Today = asOf < Today ? asOf : Today }.Answer(connection);

    private static (long Articles, long Outlets) Read(DbConnection connection, Selection selection, DateOnly asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To);
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("n.id", "n.code");
            where.And($"EXISTS (SELECT 1 FROM entities n WHERE n.version = v.version AND {sql})", values);
        }
        if (selection.Words is { } words) where.And("v.version IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", WordsQuery.Of(words));
        return connection.Query($"SELECT count(*), count(DISTINCT coalesce(v.source, v.url, v.input)) FROM versions v {where}", where.Values, r => (r.GetInt64(0), r.GetInt64(1)))[0];
    }

    private static string Title(Selection selection, DateOnly asOf)
    {
        var about = selection.Actors.Count > 0 ? string.Join(" and ", selection.Actors) : selection.Words ?? "Everything";
        return string.Create(CultureInfo.InvariantCulture, $"{about}, {IsoPeriod.Text(selection.From!.Value)} to {IsoPeriod.Text(selection.To!.Value)}, as of {IsoPeriod.Text(asOf)}");
    }
}
