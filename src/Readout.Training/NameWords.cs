using Readout.Loading;
using Readout.Names;

namespace Readout.Training;

/// <summary>What we know about names before any model: titles, calendar words, states, bodies. Corrects labels that models are trained on.</summary>
internal sealed class NameWords
{
    private readonly HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> calendar = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameKind> known = new(StringComparer.Ordinal);

    public NameWords(KnowledgeFolder folder)
    {
        foreach (var row in folder.Table("actors/states.tsv").Rows)
        {
            Add(row["name"], NameKind.Location);
            foreach (var alias in row.Values("aliases")) Add(alias, NameKind.Location);
            foreach (var adjective in row.Values("adjectives").Concat(row.Values("nationals"))) Add(adjective, NameKind.Misc);
        }
        foreach (var row in folder.Table("places/capitals.tsv").Rows) Add(row["capital"], NameKind.Location);
        foreach (var row in folder.Table("language/name-words.tsv").Rows) AddWord(row);
    }

    public IReadOnlyDictionary<string, NameKind> Known => known;

    private void AddWord(KnowledgeRow row)
    {
        switch (row["kind"])
        {
            case "title": titles.Add(row["form"]); break;
            case "calendar": calendar.Add(row["form"]); break;
            case "organisation": known[row["form"]] = NameKind.Organisation; break;
            case "location": known[row["form"]] = NameKind.Location; break;
            case "other": known[row["form"]] = NameKind.Misc; break;
            default: throw row.Wrong($"knows no kind '{row["kind"]}'");
        }
    }

    private void Add(string form, NameKind kind)
    {
        if (form.Length > 1 && char.IsUpper(form[0])) known.TryAdd(form, kind);
    }

    /// <summary>Takes titles off the front of persons and drops names that are days or months.</summary>
    public List<Name> Clean(IReadOnlyList<string> words, IEnumerable<Name> names)
    {
        var kept = new List<Name>();
        foreach (var name in names)
        {
            var start = name.Start;
            if (name.Kind == NameKind.Person)
                while (start < name.End && TitleLength(words, start, name.End) is > 0 and var length) start += length;
            while (start < name.End && words[start] is "the" or "The" or "of") start++;
            var end = name.End;
            while (end > start && calendar.Contains(words[end - 1])) end--;
            if (end > start && !(end == start + 1 && calendar.Contains(words[start]))) kept.Add(new Name(start, end, name.Kind));
        }
        return kept;
    }

    private int TitleLength(IReadOnlyList<string> words, int start, int end)
    {
        for (var length = Math.Min(2, end - start); length > 0; length--)
            if (titles.Contains(string.Join(' ', words.Skip(start).Take(length)))) return length;
        return 0;
    }

    /// <summary>The kind of a name that we know as a whole, or null.</summary>
    public NameKind? KindOf(IReadOnlyList<string> words, Name name)
    {
        var text = string.Join(' ', words.Skip(name.Start).Take(name.End - name.Start)).Replace(" - ", "-", StringComparison.Ordinal).Replace(" '", "'", StringComparison.Ordinal);
        return known.TryGetValue(text, out var kind) ? kind : null;
    }
}
