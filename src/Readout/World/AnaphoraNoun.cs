using Readout.Loading;

namespace Readout.World;

/// <summary>A noun that takes up who was named before (knowledge/actors/anaphora.tsv).</summary>
internal sealed record AnaphoraNoun(string Sort, IReadOnlyList<string> Kinds, IReadOnlyList<string> Words, int Number)
{
    public static Dictionary<string, List<AnaphoraNoun>> Read(KnowledgeFolder folder) =>
        folder.Table("actors/anaphora.tsv").Rows.GroupBy(r => r["noun"]).ToDictionary(g => g.Key, g => g.Select(Of).ToList(), StringComparer.Ordinal);

    /// <summary>May it mean this body: by its kind in the tables, or by a word of its name?</summary>
    public bool Fits(Role body) =>
        (body.Actor?.BodyKind is { } kind && Kinds.Contains(kind)) || PersonName.Parts(body.Name).Any(p => Words.Any(w => w.Equals(p, StringComparison.OrdinalIgnoreCase)));

    public bool Fits(string? office) => Words.Count == 0 || (office is not null && Words.Any(w => office.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private static AnaphoraNoun Of(KnowledgeRow row) => row["sort"] is "body" or "state" or "capital" or "persons" or "states"
        ? new(row["sort"], row.Values("kinds"), row.Values("words"), (int)(row.Number("number") ?? 0))
        : throw row.Wrong($"has the sort '{row["sort"]}'; give body, state, capital, persons or states");
}
