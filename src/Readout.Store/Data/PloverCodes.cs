using System.Collections.Frozen;
using System.Globalization;

namespace Readout.Store.Data;

/// <summary>Scores, quad classes and labels of PLOVER and CAMEO codes, from <c>knowledge/events/codebook.tsv</c> as it was when the program was built.</summary>
public static class PloverCodes
{
    private sealed record Entry(string Kind, string Code, string Parent, string Cameo, string Plover, double? Score, double? Goldstein, int? Quad, string Label);

    private static readonly FrozenDictionary<(string Kind, string Code, string Parent), Entry> Entries = Read();

    /// <summary>PLOVER score of a mode, or of its type when the mode has none; null for a type that is none.</summary>
    public static double? Score(string type, string? mode) => Find("mode", mode, type)?.Score ?? Find("type", type, "")?.Score;

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int? Quad(string type) => Find("type", type, "")?.Quad;

    /// <summary>The name of a CAMEO code, or of the nearest code above it.</summary>
    public static string? CameoLabel(string? cameo)
    {
        for (var code = cameo; code is { Length: >= 2 }; code = code[..^1])
            if (Find("cameo", code, null)?.Label is { Length: > 0 } label) return label;
        return null;
    }

    /// <summary>The general CAMEO code of a type, such as <c>040</c>.</summary>
    public static string? Cameo(string type) => Find("type", type, "")?.Cameo;

    private static Entry? Find(string kind, string? code, string? parent)
    {
        if (code is null) return null;
        return parent is null ? Entries.Values.FirstOrDefault(e => e.Kind == kind && e.Code == code) : Entries.GetValueOrDefault((kind, code, parent));
    }

    private static FrozenDictionary<(string Kind, string Code, string Parent), Entry> Read()
    {
        using var reader = new StreamReader(typeof(PloverCodes).Assembly.GetManifestResourceStream("codebook.tsv")!);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        var columns = lines[0].Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        string Cell(string[] line, string column) => columns[column] < line.Length ? line[columns[column]] : "";
        return lines.Skip(1)
            .Select(l => new Entry(Cell(l, "kind"), Cell(l, "code"), Cell(l, "parent"), Cell(l, "cameo"), Cell(l, "plover"), Real(Cell(l, "score")), Real(Cell(l, "goldstein")), (int?)Real(Cell(l, "quad")), Cell(l, "label")))
            .DistinctBy(e => (e.Kind, e.Code, e.Parent)).ToFrozenDictionary(e => (e.Kind, e.Code, e.Parent));
    }

    private static double? Real(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
