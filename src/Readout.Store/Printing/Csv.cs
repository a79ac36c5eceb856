using System.Buffers;
using System.Text;

namespace Readout.Store.Printing;

/// <summary>
/// Writes RFC 4180 rows. A text that a spreadsheet would take for a formula - that begins with = + - @, a tab or a line end, after any apostrophes - gets one apostrophe more in front;
/// taking one apostrophe off such texts gives back what was written (<see cref="Unguarded"/>).
/// </summary>
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

    /// <summary>What a guarded text was.</summary>
    public static string Unguarded(string cell) => cell is ['\'', ..] && IsFormula(cell) ? cell[1..] : cell;

    private void Append(object? cell)
    {
        // Numbers are numbers, also below zero; only texts are guarded.
        var text = Cell.Of(cell);
        if (cell is string or IEnumerable<string> && IsFormula(text)) text = "'" + text;
        if (text.AsSpan().IndexOfAny(Special) < 0) row.Append(text);
        else row.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    // Excel, LibreOffice and Sheets run a cell that begins so (OWASP: CSV injection).
    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
