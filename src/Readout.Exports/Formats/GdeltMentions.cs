using System.Globalization;
using Readout.Exports.Tables;
using Readout.Store.Asking;

namespace Readout.Exports.Formats;

/// <summary>GDELT 2.0 mentions table: 16 columns, tabs, no header, one row for each report.</summary>
internal static class GdeltMentions
{
    private static readonly Table<FoundEvent> Layout = new("gdelt mentions",
    [
        new("GLOBALEVENTID", ColumnType.Whole, "as in the events table", r => Sides.Number(r.Act)),
        new("EventTimeDate", ColumnType.Text, "day of the event, YYYYMMDD000000", r => Stamp(Sides.Day(r))),
        new("MentionTimeDate", ColumnType.Text, "day of publication, YYYYMMDD000000", r => Stamp(Published(r) ?? Sides.Day(r))),
        new("MentionType", ColumnType.Whole, "1 the web, when the article has an address; 4 a text without one", r => r.Citation.Url is null ? 4 : 1),
        new("MentionSourceName", ColumnType.Text, "outlet", r => r.Citation.Outlet),
        new("MentionIdentifier", ColumnType.Text, "address of the article, or its id", r => r.Citation.Url ?? "urn:readout:" + r.Citation.Article),
        new("SentenceID", ColumnType.Whole, "number of the sentence in the article, from 1", r => r.SentenceNumber),
        Column.Left<FoundEvent>("Actor1CharOffset", "the record keeps the place of the evidence; see ActionCharOffset"),
        Column.Left<FoundEvent>("Actor2CharOffset", "the record keeps the place of the evidence; see ActionCharOffset"),
        new("ActionCharOffset", ColumnType.Whole, "first UTF-16 code unit of the evidence in the article's text", r => r.Citation.Span.Start),
        new("InRawText", ColumnType.Whole, "1: the evidence stands in the text as it was read", _ => 1),
        new("Confidence", ColumnType.Whole, "0 to 100, in tens", r => (int)Math.Round(r.Confidence * 10, MidpointRounding.AwayFromZero) * 10),
        new("MentionDocLen", ColumnType.Whole, "UTF-16 code units of the article's text", r => r.ArticleLength),
        Column.Left<FoundEvent>("MentionDocTone", "Readout measures no tone"),
        Column.Left<FoundEvent>("MentionDocTranslationInfo", "Readout reads English as it stands and translates nothing"),
        Column.Left<FoundEvent>("Extras", "reserved by GDELT"),
    ]);

    public static ExportNote Write(ExportRequest request, Stream output)
    {
        var reports = request.Reports().Where(r => Sides.Day(r) is not null).ToList();
        var tsv = new Tsv(output, "");
        foreach (var report in reports) tsv.Row(Layout.Row(report));
        return new ExportNote(reports.Count, Layout.Notes, ["tab-separated, no header, no quoting"]);
    }

    private static DateOnly? Published(FoundEvent report) => DateOnly.TryParse(report.Citation.Published, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static string? Stamp(DateOnly? day) => day?.ToString("yyyyMMdd'000000'", CultureInfo.InvariantCulture);
}
