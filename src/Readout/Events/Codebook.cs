using Readout.Loading;

namespace Readout.Events;

/// <summary>PLOVER types with their default CAMEO codes, and the Goldstein score of each CAMEO code (ICEWS table).</summary>
internal sealed class Codebook
{
    private readonly Dictionary<string, double> goldstein = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> cameoOf = new(StringComparer.Ordinal);

    public Codebook(KnowledgeTable table)
    {
        foreach (var row in table.Rows)
        {
            if (row["kind"] == "cameo" && row.Number("goldstein") is { } score) goldstein[row["code"]] = score;
            if (row["kind"] == "type") cameoOf[row["code"]] = row["cameo"];
        }
    }

    public double? Goldstein(string? cameo) =>
        cameo is null ? null : goldstein.TryGetValue(cameo, out var score) ? score : cameo.Length > 2 ? Goldstein(cameo[..^1]) : null;

    /// <summary>The general CAMEO code of a PLOVER type; null when the type is unknown.</summary>
    public string? CameoOf(string type) => cameoOf.GetValueOrDefault(type);

    public bool IsType(string type) => cameoOf.ContainsKey(type);
}
