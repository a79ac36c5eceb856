using System.Buffers;
using System.Globalization;
using System.Text;

namespace Readout.Store.Printing;

/// <summary>Writes RFC 4180 rows; a cell that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
public sealed class Csv(Stream output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private readonly StringBuilder row = new();

    public void Row(params IReadOnlyList<object?> cells)
    {
        row.Clear();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) row.Append(',');
            Append(cells[i]);
        }
        row.Append("\r\n");
        output.Write(Encoding.UTF8.GetBytes(row.ToString()));
    }

    private void Append(object? cell)
    {
        switch (cell)
        {
            case null: return;
            case string text: Append(text); return;
            case bool yes: row.Append(yes ? "true" : "false"); return;
            case DateOnly day: row.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); return;
            case IFormattable number: row.Append(number.ToString(null, CultureInfo.InvariantCulture)); return;
            case IEnumerable<string> list: Append(string.Join('|', list)); return;
            default: throw new ArgumentException($"a cell cannot hold a {cell.GetType().Name}", nameof(cell));
        }
    }

    private void Append(string text)
    {
        // Excel, LibreOffice and Sheets run a cell that begins so (OWASP: CSV injection).
        var guarded = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        if (guarded.AsSpan().IndexOfAny(Special) < 0) row.Append(guarded);
        else row.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
