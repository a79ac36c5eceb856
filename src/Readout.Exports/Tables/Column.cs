namespace Readout.Exports.Tables;

/// <summary>What a column holds; lists are texts parted by <c>|</c>.</summary>
public enum ColumnType
{
    Text,
    Whole,
    Real,
    Flag,
    List,
}

/// <summary>One column of a table.</summary>
/// <param name="Meaning">One line, with unit and range where there is one.</param>
/// <param name="Empty">Why it is always left empty; null when it is filled.</param>
public sealed record Column<T>(string Name, ColumnType Type, string Meaning, Func<T, object?> Value, string? Empty = null);

/// <summary>Columns that formats ask for and Readout cannot fill.</summary>
public static class Column
{
    public static Column<T> Left<T>(string name, string why) => new(name, ColumnType.Text, "", _ => null, why);
}

/// <summary>A table: how rows of one kind are written as cells.</summary>
public sealed record Table<T>(string Name, IReadOnlyList<Column<T>> Columns)
{
    public IReadOnlyList<string> Names { get; } = [.. Columns.Select(c => c.Name)];

    public IReadOnlyList<object?> Row(T record) => [.. Columns.Select(c => c.Value(record))];

    public IReadOnlyList<ColumnNote> Notes => [.. Columns.Select(c => new ColumnNote(c.Name, c.Meaning, c.Empty))];
}

/// <summary>What the sidecar says of a column.</summary>
public sealed record ColumnNote(string Name, string Meaning, string? Empty = null);
