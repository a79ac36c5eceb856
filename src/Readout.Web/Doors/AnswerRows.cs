using Readout.Store.Printing;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>An answer as CSV, with the columns asked for.</summary>
internal static class AnswerRows
{
    public static string ContentType(string format) => format switch
    {
        "json" => "application/json",
        "jsonl" => "application/x-ndjson",
        "csv" => "text/csv; charset=utf-8; header=present",
        "ics" => "text/calendar; charset=utf-8",
        _ => "application/atom+xml; charset=utf-8",
    };

    public static void Write<T>(Stream body, Asked asked, IReadOnlyList<T> items, RecordShape<T> shape)
    {
        List<int> chosen = [.. shape.Columns.Index().Where(c => asked.Fields.Count == 0 || asked.Fields.Contains(c.Item)).Select(c => c.Index)];
        if (chosen.Count == 0) throw new WrongQuestionException("fields", $"names no column; there are {string.Join(", ", shape.Columns)}");
        var csv = new Csv(body);
        csv.Row([.. chosen.Select(c => shape.Columns[c])]);
        foreach (var item in items)
        {
            var cells = shape.Row(item);
            csv.Row([.. chosen.Select(c => cells[c])]);
        }
    }
}
