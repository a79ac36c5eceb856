using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Loading;
using Readout.Places;

namespace Readout.Training;

/// <summary>Compiles GeoNames' cities500 and first-order divisions into the gazetteer that Readout ships.</summary>
internal sealed class GazetteerCompiler(IReadOnlyDictionary<string, string> alpha3, int leastPopulation)
{
    // Alternate names are kept for towns of this size; below it they are mostly other spellings of villages.
    private const int LeastForAlternates = 15_000, MostAlternates = 14;

    private readonly List<Entry> provinces = [];
    private readonly Dictionary<string, int> provinceIndex = new(StringComparer.Ordinal);
    private readonly List<Entry> towns = [];

    private sealed record Entry(int Id, string Name, string Country, int Province, int Population, GazetteerKind Kind, IReadOnlyList<string> Names)
    {
        public double Latitude { get; set; }

        public double Longitude { get; set; }

        public List<(double Latitude, double Longitude)> Towns { get; } = [];

        public int People { get; set; }
    }

    /// <summary>ISO alpha-2 to alpha-3 from the tables of states and territories.</summary>
    public static Dictionary<string, string> Countries(KnowledgeFolder folder)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in folder.Table("actors/states.tsv").Rows)
            if (row["iso2"].Length == 2 && row["to"].Length == 0) codes.TryAdd(row["iso2"], row["code"]);
        foreach (var row in folder.Table("places/countries.tsv").Rows)
            if (row["iso2"].Length == 2) codes.TryAdd(row["iso2"], row["code"]);
        return codes;
    }

    public void AddProvinces(string json)
    {
        foreach (var province in JsonDocument.Parse(json).RootElement.EnumerateArray())
        {
            var code = province.GetProperty("code").GetString()!;
            if (!alpha3.TryGetValue(code[..2], out var country)) continue;
            var name = province.GetProperty("name").GetString()!;
            provinceIndex[code] = provinces.Count;
            provinces.Add(new Entry(0, name, country, -1, 0, GazetteerKind.Province, ProvinceNames(name)));
        }
    }

    // "Maidan Wardak Province" is also written without its kind.
    private static string[] ProvinceNames(string name)
    {
        string[] kinds = [" Province", " Region", " Oblast", " Governorate", " Department", " District", " County", " Prefecture", " Krai", " State", " Canton", " Voivodeship", " Division", " Municipality", " Parish"];
        var bare = kinds.FirstOrDefault(k => name.EndsWith(k, StringComparison.Ordinal)) is { } kind ? name[..^kind.Length] : name;
        return [name, bare];
    }

    /// <summary>One line of GeoNames' table; all lines tell where a province lies, the larger towns are kept.</summary>
    public void AddTown(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length < 15 || !alpha3.TryGetValue(cells[8], out var country) || cells[7] is "PPLH" or "PPLQ" or "PPLW" or "PPLCH") return;
        var province = provinceIndex.GetValueOrDefault($"{cells[8]}.{cells[10]}", -1);
        var people = int.TryParse(cells[14], CultureInfo.InvariantCulture, out var n) ? n : 0;
        var town = new Entry(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], country, province, people, Kind(cells[7]), Names(cells, people))
        {
            Latitude = double.Parse(cells[4], CultureInfo.InvariantCulture),
            Longitude = double.Parse(cells[5], CultureInfo.InvariantCulture),
        };
        if (province >= 0) Locate(provinces[province], town);
        if (IsKept(cells[7], people)) towns.Add(town);
    }

    private bool IsKept(string code, int people) => code switch
    {
        "PPLX" => people >= 10 * leastPopulation,
        "PPLC" or "PPLA" => true,
        "PPLA2" => people >= leastPopulation / 2 || people == 0,
        "PPLA3" => people >= leastPopulation,
        _ => people >= leastPopulation,
    };

    private static void Locate(Entry province, Entry town)
    {
        province.Towns.Add((town.Latitude, town.Longitude));
        province.People += town.Population;
    }

    private static GazetteerKind Kind(string code) => code switch
    {
        "PPLC" => GazetteerKind.Capital,
        "PPLA" => GazetteerKind.ProvinceSeat,
        "PPLA2" => GazetteerKind.DistrictSeat,
        _ => GazetteerKind.Town,
    };

    private static string[] Names(string[] cells, int people)
    {
        var own = new[] { cells[1], cells[2] };
        if (people < LeastForAlternates) return own;
        var limit = people >= 500_000 ? 2 * MostAlternates : people >= 100_000 ? MostAlternates : MostAlternates / 2;
        return [.. own, .. cells[3].Split(',').Where(IsLatin).DistinctBy(n => Gazetteer.Key(n), StringComparer.Ordinal).Take(limit)];
    }

    // Four letters or more of Latin script; shorter ones are codes of airports.
    private static bool IsLatin(string name) =>
        name.Length is >= 4 and <= 40 && char.IsUpper(name[0]) && name.All(c => c < 0x250 && (char.IsLetter(c) || c is ' ' or '-' or '\'' or '.')) && name.Any(char.IsLower);

    public byte[] Compile()
    {
        foreach (var province in provinces.Where(p => p.Towns.Count > 0))
        {
            province.Latitude = Middle(province.Towns.Select(t => t.Latitude));
            province.Longitude = Middle(province.Towns.Select(t => t.Longitude));
        }
        var all = provinces.Concat(towns.OrderByDescending(t => t.Population).ThenBy(t => t.Id)).ToList();
        return Write(all);
    }

    // Between the outermost towns, without the few that are misplaced in the source.
    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var outliers = sorted.Count / 50;
        return (sorted[outliers] + sorted[^(outliers + 1)]) / 2;
    }

    private static byte[] Write(List<Entry> all)
    {
        var countries = all.Select(e => e.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = new MemoryStream();
        var places = new byte[all.Count * GazetteerLayout.PlaceSize];
        for (var i = 0; i < all.Count; i++)
        {
            Place(places.AsSpan(i * GazetteerLayout.PlaceSize, GazetteerLayout.PlaceSize), all[i], (int)names.Length, countries.IndexOf(all[i].Country));
            var name = Encoding.UTF8.GetBytes(all[i].Name);
            names.WriteByte((byte)name.Length);
            names.Write(name);
        }
        var (blocks, keys) = Keys(all);
        var layout = new GazetteerLayout(countries.Count, all.Count, (int)names.Length, blocks.Count);
        var file = new byte[layout.KeysStart + keys.Length];
        layout.Write(file);
        Encoding.ASCII.GetBytes(string.Concat(countries)).CopyTo(file, GazetteerLayout.CountryStart);
        places.CopyTo(file, layout.PlaceStart);
        names.ToArray().CopyTo(file, layout.NameStart);
        for (var b = 0; b < blocks.Count; b++) BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(layout.BlockStart + 4 * b), blocks[b]);
        keys.CopyTo(file, layout.KeysStart);
        return file;
    }

    private static void Place(Span<byte> to, Entry entry, int name, int country)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, entry.Id);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], (int)Math.Round(entry.Latitude * 1e5));
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], (int)Math.Round(entry.Longitude * 1e5));
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], entry.Kind == GazetteerKind.Province ? entry.People : entry.Population);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], name);
        BinaryPrimitives.WriteUInt16LittleEndian(to[20..], entry.Province < 0 ? ushort.MaxValue : (ushort)entry.Province);
        to[22] = (byte)country;
        to[23] = (byte)entry.Kind;
    }

    private static (List<int> Blocks, byte[] Keys) Keys(List<Entry> all)
    {
        var byKey = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
            foreach (var key in all[i].Names.Select(n => Gazetteer.Key(n)).Where(k => k.Length > 1 && Encoding.UTF8.GetByteCount(k) <= GazetteerLayout.LongestKey).Distinct(StringComparer.Ordinal))
                (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(i);
        var sorted = byKey.Select(k => (Key: Encoding.UTF8.GetBytes(k.Key), Places: k.Value)).ToList();
        sorted.Sort((a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var blocks = new List<int>();
        var keys = new MemoryStream();
        byte[] before = [];
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i % GazetteerLayout.BlockSize == 0)
            {
                blocks.Add((int)keys.Length);
                before = [];
            }
            var (key, places) = sorted[i];
            var shared = before.AsSpan().CommonPrefixLength(key);
            keys.WriteByte((byte)shared);
            keys.WriteByte((byte)(key.Length - shared));
            keys.Write(key.AsSpan(shared));
            Varint(keys, places.Count);
            foreach (var place in places.OrderByDescending(p => all[p].Kind == GazetteerKind.Province ? all[p].People : all[p].Population).ThenBy(p => p)) Varint(keys, place);
            before = key;
        }
        return (blocks, keys.ToArray());
    }

    private static void Varint(MemoryStream to, int value)
    {
        for (; value >= 0x80; value >>= 7) to.WriteByte((byte)(value & 0x7F | 0x80));
        to.WriteByte((byte)value);
    }
}
