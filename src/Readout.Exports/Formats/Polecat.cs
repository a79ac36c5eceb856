using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Exports.Formats;

/// <summary>POLECAT: 40 columns, header, tabs, None for unknown, several values parted by "; ", one row for each report.</summary>
internal static class Polecat
{
    private static readonly string[] Quads = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

    private sealed record Row(FoundEvent Found, IReadOnlyList<Party> Actors, IReadOnlyList<Party> Recipients, ILookup<string, Party> Story);

    private static readonly Table<Row> Layout = new("polecat",
    [
        new("Event ID", ColumnType.Text, "article id, _, number of the event in it", r => r.Found.Id.Replace("#", "_", StringComparison.Ordinal)),
        new("Event Date", ColumnType.Text, "first day of the event, or day of its report, YYYY-MM-DD", r => Sides.Day(r.Found)),
        new("Event Type", ColumnType.Text, "PLOVER type", r => r.Found.Type),
        new("Event Mode", ColumnType.Text, "PLOVER mode", r => r.Found.Mode),
        new("Intensity", ColumnType.Real, "PLOVER score, -10 to 10", r => r.Found.Score),
        new("Quad Code", ColumnType.Text, "in words", r => PloverCodes.Quad(r.Found.Type) is { } quad ? Quads[quad] : null),
        new("Contexts", ColumnType.Text, "PLOVER contexts", r => Many(r.Found.Contexts)),
        .. Side("Actor", "Wikipedia Actor ID", r => r.Actors), .. Side("Recipient", "Wikipedia Recipient ID", r => r.Recipients),
        new("Placename", ColumnType.Text, "name of the place", r => r.Found.Place),
        new("City", ColumnType.Text, "place that is no state", r => States.Name(r.Found.Country) == r.Found.Place ? null : r.Found.Place),
        Column.Left<Row>("District", "the record has no districts"),
        Column.Left<Row>("Province", "the record has no provinces"),
        new("Country", ColumnType.Text, "ISO 3166-1 alpha-3", r => r.Found.Country),
        new("Latitude", ColumnType.Real, "degrees north", r => r.Found.Latitude),
        new("Longitude", ColumnType.Real, "degrees east", r => r.Found.Longitude),
        Column.Left<Row>("GeoNames ID", "the record has no GeoNames numbers"),
        Column.Left<Row>("Raw Placename", "the record keeps the place's name, not the words that gave it"),
        Column.Left<Row>("Feature Type", "the record has no kinds of places"),
        new("Source", ColumnType.Text, "outlet", r => r.Found.Citation.Outlet),
        new("Publication Date", ColumnType.Text, "YYYY-MM-DD", r => r.Found.Citation.Published),
        new("Story People", ColumnType.Text, "people whom the article names", r => Story(r, "person")),
        new("Story Organizations", ColumnType.Text, "organisations and groups that it names", r => Story(r, "organisation", "group")),
        new("Story Locations", ColumnType.Text, "states and places that it names", r => Story(r, "state", "place")),
        new("Language", ColumnType.Text, "language of the article; Readout reads English", _ => "eng"),
        new("Version", ColumnType.Text, "Readout and its version", _ => "readout-" + Versions.Program),
    ]);

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var story = request.Store.Ask(new CastQuestion { AsOf = request.AsOf });
        var tsv = new Tsv(output, "None");
        tsv.Row(Layout.Names);
        var reports = request.Reports();
        foreach (var found in reports)
        {
            // POLECAT puts all who meet into the actors; so do we.
            tsv.Row(Layout.Row(new Row(found, found.Actors, found.Recipients, story)));
        }
        return new ExportNote(reports.Count, Layout.Notes, ["tab-separated, header, no quoting, None for unknown, several values parted by '; '", "status is not a column of POLECAT: plans, threats and denials stand with the rest; take csv or plover to tell them apart"]);
    }

    private static IEnumerable<Column<Row>> Side(string prefix, string wikipedia, Func<Row, IReadOnlyList<Party>> parties) =>
    [
        new($"{prefix} Name", ColumnType.Text, "names", r => Many(parties(r).Select(p => p.Name))),
        new($"{prefix} Country", ColumnType.Text, "ISO 3166-1 alpha-3", r => Many(parties(r).Select(p => p.Code).OfType<string>().Distinct())),
        new($"{prefix} COW", ColumnType.Text, "Correlates of War numbers", r => Many(parties(r).Select(p => States.Cow(p.Code)).OfType<string>().Distinct())),
        new($"Primary {prefix} Sector", ColumnType.Text, "PLOVER sector of the first", r => parties(r).Select(p => p.Sector).FirstOrDefault()),
        new($"{prefix} Sectors", ColumnType.Text, "PLOVER sectors", r => Many(parties(r).Select(p => p.Sector).OfType<string>().Distinct())),
        new($"{prefix} Title", ColumnType.Text, "offices held on the day", r => Many(parties(r).Select(p => p.Office).OfType<string>())),
        Column.Left<Row>($"{prefix} Name Raw", "the record keeps who is meant, not the words that named them"),
        Column.Left<Row>(wikipedia, "the record has no Wikipedia numbers"),
    ];

    private static string? Story(Row row, params IReadOnlyList<string> kinds) =>
        Many(row.Story[row.Found.Citation.Article].Where(p => kinds.Contains(p.Kind)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal));

    private static string? Many(IEnumerable<string> values) => string.Join("; ", values.Select(v => v.Replace(';', ','))) is { Length: > 0 } all ? all : null;
}
