using System.Globalization;

namespace Readout.Loading;

/// <summary>A row of a tab-separated knowledge file, with the line it stands on.</summary>
public readonly record struct KnowledgeRow(KnowledgeTable Table, string[] Cells, int Line)
{
    /// <summary>The cell of a column; empty when the row ends before it.</summary>
    public string this[string column] => Table.Column(column) is var i && i < Cells.Length ? Cells[i] : "";

    /// <summary>The values of a cell that holds several, separated by <c>|</c>.</summary>
    public string[] Values(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The cell, or null when it is empty (unknown).</summary>
    public string? OrNull(string column) => this[column] is { Length: > 0 } cell ? cell : null;

    public double? Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Why Why(string rule) => new(rule, Table.Name, Line);

    public KnowledgeException Wrong(string message) => new(Table.Name, Line, message);
}

/// <summary>A tab-separated knowledge file: comment lines that start with <c>#</c>, one line of column names, rows.</summary>
public sealed class KnowledgeTable
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private KnowledgeTable(string name) => Name = name;

    /// <summary>File name relative to the knowledge folder, with forward slashes.</summary>
    public string Name { get; }

    public IReadOnlyList<KnowledgeRow> Rows { get; private set; } = [];

    internal int Column(string name) =>
        columns.TryGetValue(name, out var index) ? index : throw new KnowledgeException(Name, 1, $"has no column '{name}'; its columns are {string.Join(", ", columns.Keys)}");

    /// <summary>Reads a table. Throws <see cref="KnowledgeException"/> with file and line when it is malformed.</summary>
    public static KnowledgeTable Parse(string name, string text)
    {
        var table = new KnowledgeTable(name);
        var rows = new List<KnowledgeRow>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsWhiteSpace() || raw[0] == '#') continue;
            var cells = raw.ToString().Split('\t');
            if (table.columns.Count == 0) table.ReadHeader(cells, number);
            else rows.Add(table.ReadRow(cells, number));
        }
        table.Rows = rows;
        return table;
    }

    private void ReadHeader(string[] cells, int line)
    {
        for (var i = 0; i < cells.Length; i++)
            if (!columns.TryAdd(cells[i].Trim(), i)) throw new KnowledgeException(Name, line, $"names the column '{cells[i]}' twice");
    }

    private KnowledgeRow ReadRow(string[] cells, int line)
    {
        if (cells.Length > columns.Count)
            throw new KnowledgeException(Name, line, $"has {cells.Length} cells, expected {columns.Count}; look for a stray tab");
        for (var i = 0; i < cells.Length; i++) cells[i] = cells[i].Trim();
        return new KnowledgeRow(this, cells, line);
    }
}
