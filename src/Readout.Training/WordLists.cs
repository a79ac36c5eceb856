using Readout.Loading;
using Readout.Names;

namespace Readout.Training;

/// <summary>Lists of words that occur in names of one sort, as bits that the network sees: cities, states, peoples, office-holders, bodies.</summary>
internal static class WordLists
{
    private const uint City = 1, State = 2, People = 4, Person = 8, Known = 16;

    public static Dictionary<string, uint> Read(KnowledgeFolder folder, NameRules known, string citiesPath)
    {
        var lists = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var row in KnowledgeTable.Parse("cities.tsv", File.ReadAllText(citiesPath)).Rows) Add(lists, row["name"], City);
        foreach (var (form, kind) in known.Known)
            Add(lists, form, kind switch { NameKind.Location => State, NameKind.Misc => People, _ => Known });
        foreach (var row in folder.Tables("actors/offices").SelectMany(t => t.Rows))
            foreach (var name in row.Values("aliases").Append(row["person"])) Add(lists, name, Person);
        return lists;
    }

    private static void Add(Dictionary<string, uint> lists, string name, uint bit)
    {
        foreach (var word in name.Split(' ', '-', ','))
            if (word.Length > 1 && char.IsUpper(word[0])) lists[word] = lists.GetValueOrDefault(word) | bit;
        if (!name.Contains(' ', StringComparison.Ordinal) && name.Contains('-', StringComparison.Ordinal)) lists[name] = lists.GetValueOrDefault(name) | bit;
    }
}
