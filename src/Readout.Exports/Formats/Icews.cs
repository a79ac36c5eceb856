using Readout.Exports.Tables;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Exports.Formats;

/// <summary>ICEWS: 20 columns, header, tabs, no quoting, NA for unknown; an act of two sides together gives two rows.</summary>
internal static class Icews
{
    private sealed record Row(FoundEvent Found, Party Source, Party Target, DateOnly Day);

    private static readonly Table<Row> Layout = new("icews",
    [
        new("Event ID", ColumnType.Whole, "the hash in the act's id as a number; both rows of a mutual act have it", r => Sides.Number(r.Found.Act)),
        new("Event Date", ColumnType.Text, "first day of the event, or day of its report, YYYY-MM-DD", r => r.Day),
        new("Source Name", ColumnType.Text, "who did it", r => r.Source.Name),
        new("Source Sectors", ColumnType.Text, "PLOVER sector", r => r.Source.Sector),
        new("Source Country", ColumnType.Text, "name of the state", r => States.Name(r.Source.Code)),
        new("Event Text", ColumnType.Text, "name of the CAMEO code", r => PloverCodes.CameoLabel(Code(r))),
        new("CAMEO Code", ColumnType.Text, "with leading zeros", r => Code(r)),
        new("Intensity", ColumnType.Real, "Goldstein score, -10 to 10", r => r.Found.Goldstein),
        new("Target Name", ColumnType.Text, "to whom it was done", r => r.Target.Name),
        new("Target Sectors", ColumnType.Text, "PLOVER sector", r => r.Target.Sector),
        new("Target Country", ColumnType.Text, "name of the state", r => States.Name(r.Target.Code)),
        new("Story ID", ColumnType.Whole, "forty bits of the hash of the article's id", r => Sides.Hash(r.Found.Citation.Article)),
        new("Sentence Number", ColumnType.Whole, "in the article, from 1", r => r.Found.SentenceNumber),
        new("Publisher", ColumnType.Text, "outlet", r => r.Found.Citation.Outlet),
        new("City", ColumnType.Text, "place that is no state", r => States.Name(r.Found.Country) == r.Found.Place ? null : r.Found.Place),
        Column.Left<Row>("District", "the record has no districts"),
        Column.Left<Row>("Province", "the record has no provinces"),
        new("Country", ColumnType.Text, "name of the state of the place", r => States.Name(r.Found.Country)),
        new("Latitude", ColumnType.Real, "degrees north", r => r.Found.Latitude),
        new("Longitude", ColumnType.Real, "degrees east", r => r.Found.Longitude),
    ]);

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var tsv = new Tsv(output, "NA");
        tsv.Row(Layout.Names);
        var (rows, left) = (0L, 0L);
        foreach (var found in request.Acts().Where(f => f.Status is "happened" or "ongoing"))
        {
            var (actors, recipients) = Sides.Of(found);
            if (actors.Count == 0 || recipients.Count == 0 || Sides.Day(found) is not { } day)
            {
                left++;
                continue;
            }
            tsv.Row(Layout.Row(new Row(found, actors[0], recipients[0], day)));
            rows++;
            if (!found.Mutual) continue;
            tsv.Row(Layout.Row(new Row(found, recipients[0], actors[0], day)));
            rows++;
        }
        return new ExportNote(rows, Layout.Notes, ["tab-separated, header, no quoting, NA for unknown", "only what happened or goes on", $"{left} acts left out that have no actor, no recipient or no day", "of several actors or recipients the first is given"]);
    }

    private static string? Code(Row row) => row.Found.Cameo ?? PloverCodes.Cameo(row.Found.Type);
}
