using System.Text;
using Readout.Store.Printing;

namespace Readout.Exports.Tables;

/// <summary>Tab-separated rows without quoting, as GDELT, ICEWS and POLECAT have them: tabs and line ends inside a cell become blanks.</summary>
internal sealed class Tsv(Stream output, string unknown)
{
    public void Row(IReadOnlyList<object?> cells) =>
        output.Write(Encoding.UTF8.GetBytes(string.Join('\t', cells.Select(c => Plain(Cell.Of(c)))) + "\n"));

    private string Plain(string cell)
    {
        if (cell.Length == 0) return unknown;
        return string.Create(cell.Length, cell, (span, text) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i];
        });
    }
}
