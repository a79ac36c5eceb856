using Readout.Loading;
using Readout.World;

namespace Readout.Places;

/// <summary>A meaning of a place name, with how likely it is where nothing else tells.</summary>
/// <param name="Prior">About the logarithm of the people it concerns.</param>
/// <param name="IsGiven">From our own tables, which name one meaning each: no context is needed.</param>
internal sealed record PlaceCandidate(Place Place, double Prior, bool IsGiven);

/// <summary>Where places lie: our tables of countries, regions, seas and disputed areas, and the gazetteer of towns and provinces.</summary>
internal sealed class PlaceKnowledge
{
    // A name in our tables is at least as well known as a city of ten millions.
    private const double TablePrior = 7;

    private readonly Lazy<Gazetteer> gazetteer;
    private readonly Dictionary<string, Place> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string Country)> shortNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> provinceNouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> noTowns = new(StringComparer.Ordinal);

    public PlaceKnowledge(KnowledgeFolder folder)
    {
        gazetteer = new Lazy<Gazetteer>(() => Gazetteer.Load(folder));
        foreach (var row in folder.Table("places/countries.tsv").Rows)
            countries[row["code"]] = new Place(row["code"], row["code"], row.Number("latitude"), row.Number("longitude")) { Precision = PlacePrecision.Country };
        foreach (var row in folder.Table("places/capitals.tsv").Rows.Where(r => r["kind"] == "capital" && r["to"].Length == 0)) capitals.TryAdd(row["state"], row["capital"]);
        foreach (var row in folder.Table("places/regions.tsv").Rows) Add(row, Region(row));
        foreach (var row in folder.Table("places/disputed.tsv").Rows) Dispute(row);
        foreach (var row in folder.Table("places/words.tsv").Rows) Word(row);
    }

    internal Gazetteer Gazetteer => gazetteer.Value;

    /// <summary>The middle of a state or territory.</summary>
    internal Place? Country(string code, string name) => countries.TryGetValue(code, out var place) ? place with { Name = name } : null;

    /// <summary>The name of a state's capital of today.</summary>
    internal string? Capital(string state) => capitals.GetValueOrDefault(state);

    /// <summary>The division that a short form means: "Ill." in "Springfield, Ill.".</summary>
    internal (string Name, string Country)? ShortName(string name) => shortNames.TryGetValue(name, out var found) ? found : null;

    internal bool IsProvinceNoun(string word) => provinceNouns.Contains(word);

    internal bool Knows(string name) => tables.ContainsKey(Gazetteer.Key(name)) || Towns(name).Count > 0;

    internal List<PlaceCandidate> Find(string name)
    {
        if (tables.TryGetValue(Gazetteer.Key(name), out var given)) return [new PlaceCandidate(given, TablePrior, IsGiven: true)];
        var found = Towns(name);
        if (found.Count == 0 && WithoutProvinceNoun(name) is { } bare) found = [.. Gazetteer.Find(bare).Where(e => e.Kind == GazetteerKind.Province)];
        return [.. found.Select(e => Candidate(e, found))];
    }

    // "East" alone is a side of the compass before it is a province of Cameroon.
    private IReadOnlyList<GazetteerEntry> Towns(string name) => noTowns.Contains(name) ? [] : Gazetteer.Find(name);

    // "Helmand province", "the Aleppo governorate".
    private string? WithoutProvinceNoun(string name)
    {
        var space = name.LastIndexOf(' ');
        return space > 0 && IsProvinceNoun(name[(space + 1)..].ToLowerInvariant()) ? name[..space] : null;
    }

    private PlaceCandidate Candidate(GazetteerEntry entry, IReadOnlyList<GazetteerEntry> all)
    {
        var isProvince = entry.Kind == GazetteerKind.Province;
        var hasSeat = isProvince && all.Any(o => o.Province == entry.Index && o.Population >= 50_000);
        var bonus = entry.Kind switch { GazetteerKind.Capital => 1.5, GazetteerKind.ProvinceSeat => 0.5, GazetteerKind.Province => hasSeat ? -1.5 : 0.3, _ => 0 };
        var place = new Place(entry.Name, entry.Country, Math.Round(entry.Latitude, 4), Math.Round(entry.Longitude, 4))
        {
            Province = isProvince ? entry.Name : entry.Province >= 0 ? Gazetteer[entry.Province].Name : null,
            Precision = isProvince ? PlacePrecision.Province : PlacePrecision.City,
            GeoNamesId = entry.GeoNamesId > 0 ? entry.GeoNamesId : null,
        };
        return new PlaceCandidate(place, Math.Log10(Math.Max(1000, entry.Population)) + bonus, IsGiven: false);
    }

    private static Place Region(KnowledgeRow row) => new(row["name"], row.Values("countries") is [var only] ? only : null, row.Number("latitude"), row.Number("longitude"))
    {
        Precision = row["kind"] is "site" or "base" or "zone" ? PlacePrecision.City : PlacePrecision.Region,
    };

    // The policy stands in disputed.tsv: `code` says whose ground it is called. Where no coordinates are given, the gazetteer's province has them.
    private void Dispute(KnowledgeRow row)
    {
        foreach (var name in row.Values("aliases").Prepend(row["name"]))
            if (tables.TryGetValue(Gazetteer.Key(name), out var known)) tables[Gazetteer.Key(name)] = known with { Country = row.OrNull("code") };
    }

    private void Add(KnowledgeRow row, Place place)
    {
        foreach (var name in row.Values("aliases").Prepend(row["name"])) tables.TryAdd(Gazetteer.Key(name), place);
    }

    private void Word(KnowledgeRow row)
    {
        if (row["class"] == "province") provinceNouns.Add(row["form"]);
        if (row["class"] == "never") noTowns.Add(row["form"]);
        if (row["class"] == "short") shortNames[row["form"]] = (row["name"], row["country"]);
    }
}
