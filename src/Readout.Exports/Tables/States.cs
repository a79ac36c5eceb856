using System.Collections.Frozen;

namespace Readout.Exports.Tables;

/// <summary>Codes of states in other lists, from <c>knowledge/actors/states.tsv</c> as it was when the program was built.</summary>
internal static class States
{
    private sealed record Entry(string Cameo, string Cow, string Fips, string Name);

    private static readonly FrozenDictionary<string, Entry> Entries = Read();

    public static bool Has(string? code) => code is not null && Entries.ContainsKey(code);

    public static string? Cameo(string? code) => Of(code)?.Cameo is { Length: > 0 } cameo ? cameo : null;

    /// <summary>Number in the Correlates of War list.</summary>
    public static string? Cow(string? code) => Of(code)?.Cow is { Length: > 0 } cow ? cow : null;

    /// <summary>FIPS 10-4, as GDELT codes places.</summary>
    public static string? Fips(string? code) => Of(code)?.Fips is { Length: > 0 } fips ? fips : null;

    public static string? Name(string? code) => Of(code)?.Name;

    private static Entry? Of(string? code) => code is null ? null : Entries.GetValueOrDefault(code);

    private static FrozenDictionary<string, Entry> Read()
    {
        using var reader = new StreamReader(typeof(States).Assembly.GetManifestResourceStream("states.tsv")!);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        var columns = lines[0].Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        // A code that was used twice (a former and a present state) means the present one, which stands first or has no end.
        return lines.Skip(1).GroupBy(l => l[columns["code"]], StringComparer.Ordinal).Select(g => g.FirstOrDefault(l => l.Length <= columns["to"] || l[columns["to"]].Length == 0) ?? g.First())
            .ToFrozenDictionary(l => l[columns["code"]], l => new Entry(l[columns["cameo"]], l[columns["cow"]], l[columns["fips"]], l[columns["name"]]), StringComparer.Ordinal);
    }
}
