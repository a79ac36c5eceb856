using Readout.Loading;

namespace Readout.World;

/// <summary>Given names that are borne by women only or by men only (knowledge/actors/given-names.tsv).</summary>
internal sealed class GivenNames
{
    private readonly Dictionary<string, char> genders = new(StringComparer.Ordinal);

    public GivenNames(KnowledgeTable table)
    {
        foreach (var row in table.Rows)
            foreach (var name in row.Values("names")) genders[Fold.Text(name)] = row["gender"] == "f" ? 'f' : 'm';
    }

    /// <summary>'m' or 'f' by the first word of a name of several words; '?' when it does not tell.</summary>
    public char Of(string name)
    {
        var space = name.IndexOf(' ');
        return space > 0 && genders.TryGetValue(Fold.Text(name.AsSpan(0, space)), out var gender) ? gender : '?';
    }
}
