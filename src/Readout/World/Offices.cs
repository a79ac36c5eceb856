using Readout.Loading;

namespace Readout.World;

/// <summary>A kind of office (knowledge/actors/roles.tsv).</summary>
/// <param name="Rank">Of several offices held on one day the one of lowest rank is printed.</param>
/// <param name="Sector">PLOVER sector of who holds it.</param>
/// <param name="Leads">A bare surname may mean the holder.</param>
/// <param name="HasOneHolder">Two holders at once are an error of the tables.</param>
/// <param name="Titles">Roles of sectors.tsv, besides its own, whose titles may name it.</param>
internal sealed record OfficeKind(string Role, int Rank, string Sector, bool Leads, bool HasOneHolder, IReadOnlyList<string> Titles);

/// <summary>The kinds of office by role.</summary>
internal sealed class OfficeKinds
{
    private readonly Dictionary<string, OfficeKind> kinds;

    public OfficeKinds(KnowledgeFolder folder) =>
        kinds = folder.Table("actors/roles.tsv").By("role",
            r => new OfficeKind(r["role"], (int)(r.Number("rank") ?? throw r.Wrong("has no rank; give a whole number")), r["sector"], r["leads"] == "yes", r["holders"] == "one", r.Values("titles")), StringComparer.Ordinal);

    /// <summary>The kind of an office row. Throws <see cref="KnowledgeException"/> when roles.tsv lacks it.</summary>
    public OfficeKind Of(KnowledgeRow row) =>
        kinds.TryGetValue(row["role"], out var kind) ? kind : throw row.Wrong($"has the role '{row["role"]}', which stands not in actors/roles.tsv; use one of those or add it there");
}
