using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;
using Readout.Store.Data.Searching;

namespace Readout.Store.Data;

/// <summary>Collects rows and sends them in one COPY. Tables that are searched get their words beside.</summary>
internal sealed class CopyInserter(NpgsqlConnection connection, string table, IReadOnlyList<string> columns) : Inserter
{
    private readonly List<object?[]> rows = [];
    private readonly int[] searched = table is "versions" or "statements" or "events" ? [.. columns.Index().Where(c => c.Item is "title" or "text").Select(c => c.Index)] : [];

    public override void Insert(DbTransaction transaction, params ReadOnlySpan<object?> values)
    {
        if (values.Length != columns.Count) throw new ArgumentException($"{columns.Count} values expected", nameof(values));
        rows.Add(values.ToArray());
    }

    public override void Flush()
    {
        if (rows.Count == 0) return;
        var names = columns.Select(c => $"\"{c}\"").Concat(searched.Length > 0 ? ["words"] : []);
        using (var copy = connection.BeginTextImport($"COPY {table} ({string.Join(", ", names)}) FROM STDIN"))
            foreach (var row in rows) copy.Write(Line(row));
        rows.Clear();
    }

    public override void Dispose() => rows.Clear();

    private string Line(object?[] row)
    {
        var line = new StringBuilder();
        foreach (var value in row) Write(line, value).Append('\t');
        if (searched.Length > 0) Write(line, Lexemes.Vector(searched.Select(s => row[s] as string ?? ""))).Append('\t');
        line[^1] = '\n';
        return line.ToString();
    }

    private static StringBuilder Write(StringBuilder line, object? value) => value switch
    {
        null => line.Append("\\N"),
        string text => Escape(line, text),
        double number => line.Append(number.ToString("R", CultureInfo.InvariantCulture)),
        byte[] bytes => line.Append("\\\\x").Append(Convert.ToHexStringLower(bytes)),
        IFormattable number => line.Append(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"a {value.GetType().Name} cannot be kept", nameof(value)),
    };

    private static StringBuilder Escape(StringBuilder line, string text)
    {
        foreach (var rune in text.EnumerateRunes())
            _ = rune.Value switch
            {
                '\\' => line.Append("\\\\"),
                '\t' => line.Append("\\t"),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                // PostgreSQL keeps no NUL in a text, and half of a pair is no character.
                '\0' => line.Append('\uFFFD'),
                _ => line.Append(rune),
            };
        return line;
    }
}
