using Readout.Exports.Formats;

namespace Readout.Exports;

/// <summary>All formats, by name.</summary>
public static class ExportFormats
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("jsonl", ".jsonl", "application/x-ndjson", "one reading for each article, as read prints it", Readings.Write),
        new("csv", ".csv", "text/csv", "a table: events, statements, positions or agreements", Records.AsCsv),
        new("parquet", ".parquet", "application/vnd.apache.parquet", "the same table as Parquet", Records.AsParquet),
        new("gdelt", ".export.CSV", "text/tab-separated-values", "GDELT 2.0 events, 61 columns, one row for each act", GdeltEvents.Write),
        new("gdelt-mentions", ".mentions.CSV", "text/tab-separated-values", "GDELT 2.0 mentions, 16 columns, one row for each report", GdeltMentions.Write),
        new("icews", ".icews.tab", "text/tab-separated-values", "ICEWS, 20 columns", Icews.Write),
        new("polecat", ".polecat.txt", "text/tab-separated-values", "POLECAT, 40 columns", Polecat.Write),
        new("plover", ".plover.jsonl", "application/x-ndjson", "PLOVER JSON, one event on a line", PloverJson.Write),
        new("ical", ".ics", "text/calendar", "meetings as iCalendar", ICalendar.Write),
        new("atom", ".atom", "application/atom+xml", "acts as an Atom feed", AtomFeed.Write),
        new("graphml", ".graphml", "application/graphml+xml", "who dealt with whom, as a directed graph", GraphMl.Write),
        new("annotations", ".annotations.jsonld", "application/ld+json", "findings as W3C Web Annotations", WebAnnotations.Write),
        new("ftm", ".ftm.jsonl", "application/x-ndjson", "FollowTheMoney entities", FollowTheMoney.Write),
    ];

    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
