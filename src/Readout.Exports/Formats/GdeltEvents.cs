using System.Globalization;
using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Exports.Formats;

/// <summary>GDELT 2.0 event table: 61 columns, tabs, no header, one row for each act.</summary>
internal static class GdeltEvents
{
    private const int LeadLength = 500;

    private sealed record Row(FoundEvent Found, CameoActor One, CameoActor Other, DateOnly Day, int Articles);

    private static readonly Table<Row> Layout = new("gdelt events", [.. Columns()]);

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var articles = request.Reports().GroupBy(r => r.Act, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.Citation.Article).Distinct().Count(), StringComparer.Ordinal);
        var tsv = new Tsv(output, "");
        var (rows, undated) = (0L, 0L);
        foreach (var found in request.Acts())
        {
            if (Sides.Day(found) is not { } day)
            {
                undated++;
                continue;
            }
            var (actors, recipients) = Sides.Of(found);
            tsv.Row(Layout.Row(new Row(found, CameoActor.Of(actors.Count > 0 ? actors[0] : null), CameoActor.Of(recipients.Count > 0 ? recipients[0] : null), day, articles.GetValueOrDefault(found.Act, 1))));
            rows++;
        }
        return new ExportNote(rows, Layout.Notes,
        [
            "tab-separated, no header, no quoting; tabs and line ends in cells are blanks; not guarded against formulas: open it as text",
            "of several actors or recipients the first is given; plans, threats and denials are left in, GDELT would code many of them by other codes",
            $"{undated} acts left out because neither they nor their reports have a day",
        ]);
    }

    private static IEnumerable<Column<Row>> Columns() =>
    [
        new("GLOBALEVENTID", ColumnType.Whole, "the hash in the act's id (ev-...) as a number", r => Sides.Number(r.Found.Act)),
        new("SQLDATE", ColumnType.Text, "first day of the event, or day of its report, YYYYMMDD", r => Text(r.Day, "yyyyMMdd")),
        new("MonthYear", ColumnType.Text, "YYYYMM", r => Text(r.Day, "yyyyMM")),
        new("Year", ColumnType.Text, "YYYY", r => Text(r.Day, "yyyy")),
        new("FractionDate", ColumnType.Text, "year and (month * 30 + day) / 365", r => (r.Day.Year + (r.Day.Month * 30 + r.Day.Day) / 365.0).ToString("0.0000", CultureInfo.InvariantCulture)),
        .. Actor("Actor1", r => r.One), .. Actor("Actor2", r => r.Other),
        new("IsRootEvent", ColumnType.Whole, $"1 when the evidence begins in the first {LeadLength} characters of the article", r => r.Found.Citation.Span.Start < LeadLength ? 1 : 0),
        new("EventCode", ColumnType.Text, "CAMEO code, a text with leading zeros; where the finding has none, the general code of its PLOVER type", r => Code(r)),
        new("EventBaseCode", ColumnType.Text, "its first three digits", r => Code(r) is { } code ? code[..Math.Min(3, code.Length)] : null),
        new("EventRootCode", ColumnType.Text, "its first two digits", r => Code(r)?[..2]),
        new("QuadClass", ColumnType.Whole, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by the PLOVER type", r => PloverCodes.Quad(r.Found.Type)),
        new("GoldsteinScale", ColumnType.Real, "-10 to 10 (ICEWS table)", r => r.Found.Goldstein),
        new("NumMentions", ColumnType.Whole, "passages that report the act", r => r.Found.Reports),
        new("NumSources", ColumnType.Whole, "independent sources: outlets, those with copies of one text counted once", r => r.Found.Sources),
        new("NumArticles", ColumnType.Whole, "articles that report the act", r => r.Articles),
        Column.Left<Row>("AvgTone", "Readout measures no tone"),
        .. NoPlace("Actor1Geo"), .. NoPlace("Actor2Geo"),
        new("ActionGeo_Type", ColumnType.Whole, "1 country, 3 city in the United States, 4 other city; 0 when no place is given", r => PlaceType(r.Found)),
        new("ActionGeo_FullName", ColumnType.Text, "name of the place, with its country", r => FullName(r.Found)),
        new("ActionGeo_CountryCode", ColumnType.Text, "FIPS 10-4", r => States.Fips(r.Found.Country)),
        Column.Left<Row>("ActionGeo_ADM1Code", "the record has no provinces"),
        Column.Left<Row>("ActionGeo_ADM2Code", "the record has no districts"),
        new("ActionGeo_Lat", ColumnType.Real, "degrees north", r => r.Found.Latitude),
        new("ActionGeo_Long", ColumnType.Real, "degrees east", r => r.Found.Longitude),
        Column.Left<Row>("ActionGeo_FeatureID", "the record has no numbers of GNS or GNIS"),
        new("DATEADDED", ColumnType.Text, "midnight UTC of the day of publication, YYYYMMDDHHMMSS; not the time of the run, so that the same store gives the same bytes", r => r.Found.Citation.Published?.Replace("-", "", StringComparison.Ordinal) + "000000"),
        new("SOURCEURL", ColumnType.Text, "address of the report that tells most; the article's id when it has none", r => r.Found.Citation.Url ?? "urn:readout:" + r.Found.Citation.Article),
    ];

    private static IEnumerable<Column<Row>> Actor(string prefix, Func<Row, CameoActor> actor) =>
    [
        new(prefix + "Code", ColumnType.Text, "CAMEO: country or body and role", r => actor(r).Code),
        new(prefix + "Name", ColumnType.Text, "name in capitals", r => actor(r).Name?.ToUpperInvariant()),
        new(prefix + "CountryCode", ColumnType.Text, "CAMEO code of the state", r => actor(r).Country),
        new(prefix + "KnownGroupCode", ColumnType.Text, "code of the body or group", r => actor(r).KnownGroup),
        Column.Left<Row>(prefix + "EthnicCode", "Readout codes no ethnicity"),
        Column.Left<Row>(prefix + "Religion1Code", "Readout codes no religion"),
        Column.Left<Row>(prefix + "Religion2Code", "Readout codes no religion"),
        new(prefix + "Type1Code", ColumnType.Text, "role", r => actor(r).Type),
        Column.Left<Row>(prefix + "Type2Code", "Readout gives an actor one role"),
        Column.Left<Row>(prefix + "Type3Code", "Readout gives an actor one role"),
    ];

    private static IEnumerable<Column<Row>> NoPlace(string prefix) =>
        new[] { "_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code", "_Lat", "_Long", "_FeatureID" }.Select(n => Column.Left<Row>(prefix + n, "Readout places the event, not its actors"));

    private static string? Code(Row row) => row.Found.Cameo ?? PloverCodes.Cameo(row.Found.Type);

    private static int PlaceType(FoundEvent found)
    {
        if (found.Place is null) return 0;
        if (States.Name(found.Country) == found.Place) return 1;
        return found.Country == "USA" ? 3 : 4;
    }

    private static string? FullName(FoundEvent found) => found.Place is null || States.Name(found.Country) is not { } state || state == found.Place ? found.Place : $"{found.Place}, {state}";

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
