using System.Globalization;

namespace Readout.Loading;

/// <summary>A row of a tab-separated knowledge file, with the line it stands on.</summary>
internal readonly record struct KnowledgeRow(KnowledgeTable Table, int Index, int Line)
{
    /// <summary>The cell of a column; empty when the row ends before it.</summary>
    public string this[string column] => Table.Cell(Index, Table.Column(column)).ToString();

    /// <summary>The same without making a string.</summary>
    public ReadOnlySpan<char> Cell(string column) => Table.Cell(Index, Table.Column(column));

    /// <summary>The values of a cell that holds several, separated by <c>|</c>.</summary>
    public string[] Values(string column) => Table.Cell(Index, Table.Column(column)) is { IsEmpty: false } cell ? cell.ToString().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    /// <summary>The cell, or null when it is empty (unknown).</summary>
    public string? OrNull(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    public double? Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public Why Why(string rule) => new(rule, Table.Name, Line);

    public KnowledgeException Wrong(string message) => new(Table.Name, Line, message);
}

/// <summary>A tab-separated knowledge file: comment lines that start with <c>#</c>, one line of column names, rows.</summary>
internal sealed class KnowledgeTable
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private readonly string text;

    // Where the cells of all rows begin, row by row, and behind those of each row its end.
    private readonly List<int> cells = [];

    private KnowledgeTable(string name, string text) => (Name, this.text) = (name, text);

    /// <summary>File name relative to the knowledge folder, with forward slashes.</summary>
    public string Name { get; }

    public IReadOnlyList<KnowledgeRow> Rows { get; private set; } = [];

    public bool HasColumn(string name) => columns.ContainsKey(name);

    internal int Column(string name) =>
        columns.TryGetValue(name, out var index) ? index : throw new KnowledgeException(Name, 1, $"has no column '{name}'; its columns are {string.Join(", ", columns.Keys)}");

    /// <summary>The cell of a row; empty when the row ends before it. Most cells of most rows are never asked for, so none is kept.</summary>
    internal ReadOnlySpan<char> Cell(int row, int column)
    {
        var at = row * (columns.Count + 1) + column;
        var (start, end) = (cells[at], cells[at + 1] - 1);
        return end <= start ? default : text.AsSpan(start..end).Trim();
    }

    /// <summary>The rows by the cells of one column. Throws <see cref="KnowledgeException"/> where two rows have the same.</summary>
    public Dictionary<string, T> By<T>(string column, Func<KnowledgeRow, T> value, StringComparer comparer)
    {
        var all = new Dictionary<string, T>(Rows.Count, comparer);
        foreach (var row in Rows)
            if (!all.TryAdd(row[column], value(row))) throw row.Wrong($"has the {column} '{row[column]}' a second time; join the two rows");
        return all;
    }

    /// <summary>Reads a table. Throws <see cref="KnowledgeException"/> with file and line when it is malformed.</summary>
    public static KnowledgeTable Parse(string name, string text)
    {
        var table = new KnowledgeTable(name, text);
        var rows = new List<KnowledgeRow>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsWhiteSpace() || raw[0] == '#') continue;
            if (table.columns.Count == 0) table.ReadHeader(raw.ToString().Split('\t'), number);
            else rows.Add(table.ReadRow(raw, rows.Count, number));
        }
        table.Rows = rows;
        return table;
    }

    private void ReadHeader(string[] cells, int line)
    {
        for (var i = 0; i < cells.Length; i++)
            if (!columns.TryAdd(cells[i].Trim(), i)) throw new KnowledgeException(Name, line, $"names the column '{cells[i]}' twice");
    }

    private KnowledgeRow ReadRow(ReadOnlySpan<char> row, int index, int line)
    {
        if (row.Count('\t') + 1 is var count && count > columns.Count)
            throw new KnowledgeException(Name, line, $"has {count} cells, expected {columns.Count}; look for a stray tab");
        text.AsSpan().Overlaps(row, out var start);
        var end = start + row.Length;
        for (var column = 0; column < columns.Count; column++)
        {
            cells.Add(start);
            var tab = start < end ? text.AsSpan(start..end).IndexOf('\t') : -1;
            start = tab < 0 ? end + 1 : start + tab + 1;
        }
        cells.Add(end + 1);
        return new KnowledgeRow(this, index, line);
    }
}
