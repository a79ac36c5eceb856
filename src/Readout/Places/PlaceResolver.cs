using Readout.World;

namespace Readout.Places;

/// <summary>
/// Says which place in the world each place name of an article means: by what contains it ("Springfield, Illinois"), by the
/// states and provinces that the article names, and by how many people live there. Without any of these it says nothing.
/// </summary>
internal sealed class PlaceResolver(PlaceKnowledge places, Containers containers, Casting casting)
{
    // Tuned on GeoVirus: what contains a name outweighs all, the article's states outweigh two orders of magnitude of people.
    private const double Contained = 6, OfArticle = 4, SameProvince = 1.5;

    // A town that neither its context nor its size speaks for is left unknown.
    private const int LeastAlone = 100_000;

    private readonly Dictionary<string, double> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> provinces = new(StringComparer.Ordinal);

    public void Resolve()
    {
        foreach (var role in casting.Roles.Where(r => r.Kind == EntityKind.State && r.Code is not null)) role.Place = places.Country(role.Code!, role.Name);
        var open = casting.Roles.Select((role, index) => (Role: role, Index: index)).Where(r => r.Role.Kind == EntityKind.Place)
            .Select(r => (r.Role, r.Index, Candidates: places.Find(Containers.Bare(r.Role.Name)))).ToList();
        foreach (var role in casting.Roles.Where(r => r.Kind is EntityKind.State or EntityKind.Place && r.Code is not null)) Count(role.Code!, role.Mentions.Count);
        // Names of one country only say most about where the article is.
        foreach (var (role, _, candidates) in open)
            if (role.Code is null && candidates.Count > 0 && candidates.Select(c => c.Place.Country).Distinct().Count() == 1 && candidates[0].Place.Country is { } sure) Count(sure, role.Mentions.Count);
        foreach (var (_, _, candidates) in open)
            if (candidates.Count == 1 && candidates[0].Place.Province is { } province) provinces.Add(province);
        foreach (var (role, index, candidates) in open)
            if (candidates.Count > 0) Settle(role, index, candidates);
    }

    private void Count(string code, int mentions) => countries[code] = countries.GetValueOrDefault(code) + Math.Max(1, mentions);

    private double Share(string? country) => country is null || countries.Count == 0 ? 0 : countries.GetValueOrDefault(country) / countries.Values.Sum();

    private void Settle(Role role, int index, List<PlaceCandidate> candidates)
    {
        var container = Container(role);
        // A part of a state that the knowledge names lies in that state.
        if (role.Actor is { Country: { } own } && candidates.Any(c => c.Place.Country == own)) candidates = [.. candidates.Where(c => c.Place.Country == own)];
        else if (role.Code is { } code && candidates.Any(c => c.Place.Country == code)) candidates = [.. candidates.Where(c => c.Place.Country == code)];
        else if (role.Actor is not null && role.Code is not null) return;
        var best = candidates.Select(c => (Candidate: c, Score: Score(c, container))).MaxBy(c => c.Score);
        if (!IsBelievable(best.Candidate, container, role)) return;
        role.Place = best.Candidate.Place with { Name = role.Name };
        role.Code ??= best.Candidate.Place.Country;
        if (!best.Candidate.IsGiven && candidates.MaxBy(c => c.Prior)!.Place.Country is { } usual && usual != best.Candidate.Place.Country && best.Candidate.Place.Country is { } country)
            casting.Rename(index, $"{role.Id}-{country.ToLowerInvariant()}");
    }

    private double Score(PlaceCandidate candidate, Place? container)
    {
        var score = candidate.Prior + OfArticle * Math.Sqrt(Share(candidate.Place.Country));
        if (candidate.Place.Province is { } province && provinces.Contains(province)) score += SameProvince;
        return container is null ? score : score + (Containers.Lies(candidate.Place, container) ? Contained : -Contained);
    }

    private bool IsBelievable(PlaceCandidate candidate, Place? container, Role role) =>
        candidate.IsGiven || role.Code is not null || candidate.Prior >= Math.Log10(LeastAlone)
        || (container is not null && Containers.Lies(candidate.Place, container)) || Share(candidate.Place.Country) > 0
        || (candidate.Place.Province is { } province && provinces.Contains(province));

    private Place? Container(Role role) => role.Mentions.Select(m => containers.After(m.Span)).FirstOrDefault(p => p is not null);
}
