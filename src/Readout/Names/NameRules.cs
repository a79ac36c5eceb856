using Readout.Loading;

namespace Readout.Names;

/// <summary>
/// What we know about names without a model: titles that stand before persons, days and months, states, peoples and bodies. Mends what the
/// name tagger found, and the labels it is trained on.
/// </summary>
internal sealed class NameRules
{
    private const int LongestKnown = 6, ShortestAcronym = 3;
    private readonly HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> calendar = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameKind> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> disputed = new(StringComparer.Ordinal);

    public NameRules(KnowledgeFolder folder)
    {
        foreach (var row in folder.Table("language/name-words.tsv").Rows) AddWord(row);
        foreach (var row in folder.Table("actors/states.tsv").Rows.Concat(folder.Table("actors/subjects.tsv").Rows))
        {
            foreach (var name in row.Values("aliases").Append(row["name"])) Add(name, NameKind.Location);
            foreach (var adjective in row.Values("adjectives").Concat(row.Values("nationals"))) Add(adjective, NameKind.Misc);
        }
        foreach (var row in folder.Table("places/capitals.tsv").Rows) Add(row["capital"], NameKind.Location);
        foreach (var row in folder.Table("actors/organisations.tsv").Rows)
            foreach (var name in row.Values("aliases").Append(row["name"])) Add(name, NameKind.Organisation);
        foreach (var name in disputed) known.Remove(name);
    }

    /// <summary>Whole names with their kind, where it is always the same.</summary>
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
        if (form.Length < 2 || !char.IsUpper(form[0])) return;
        if (!known.TryAdd(form, kind) && known[form] != kind) disputed.Add(form);
    }

    /// <summary>The kind of a name that we know as a whole, or null.</summary>
    public NameKind? KindOf(ReadOnlySpan<char> name) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Takes titles, articles and dates off the ends; null when nothing is left or the name is an address of the web.</summary>
    public Name? Trimmed(string text, ReadOnlySpan<TextSpan> words, Name name)
    {
        var (start, end) = (name.Start, name.End);
        if (name.Kind == NameKind.Person)
            while (start < end && TitleLength(text, words, start, end) is > 0 and var length) start += length;
        while (start < end && words[start].Of(text) is "the" or "The" or "of") start++;
        while (end > start && calendar.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[end - 1].Of(text))) end--;
        for (var i = start; i < end; i++)
            if (words[i].Of(text) is var word && (word.Contains("://", StringComparison.Ordinal) || word.Contains('@'))) return null;
        return start < end ? name with { Start = start, End = end } : null;
    }

    // A title alone ("the President") is no name.
    private int TitleLength(string text, ReadOnlySpan<TextSpan> words, int start, int end)
    {
        var lookup = titles.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(2, end - start); length > 0; length--)
            if (lookup.Contains(text.AsSpan(words[start].Start, words[start + length - 1].End - words[start].Start))) return length;
        return 0;
    }

    /// <summary>Trims the names of a sentence, corrects kinds that we know, and adds known bodies and places that were missed.</summary>
    public void Mend(string text, ReadOnlySpan<TextSpan> words, List<Name> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (Trimmed(text, words, names[i]) is { } name) names[i] = name with { Kind = Corrected(text, words, name) };
            else names.RemoveAt(i);
        }
        AddMissed(text, words, names);
    }

    // Persons are left alone: many are called like places.
    private NameKind Corrected(string text, ReadOnlySpan<TextSpan> words, Name name) =>
        name.Kind != NameKind.Person && KindOf(Text(text, words, name.Start, name.End)) is { } kind ? kind : name.Kind;

    private static ReadOnlySpan<char> Text(string text, ReadOnlySpan<TextSpan> words, int start, int end) => text.AsSpan(words[start].Start, words[end - 1].End - words[start].Start);

    private void AddMissed(string text, ReadOnlySpan<TextSpan> words, List<Name> names)
    {
        var next = 0;
        for (var start = 0; start < words.Length; start++)
        {
            while (next < names.Count && names[next].End <= start) next++;
            if (next < names.Count && names[next].Start <= start) continue;
            if (!char.IsUpper(text[words[start].Start])) continue;
            var limit = Math.Min(Math.Min(words.Length, start + LongestKnown), next < names.Count ? names[next].Start : int.MaxValue);
            for (var end = limit; end > start; end--)
                if (KindOf(Text(text, words, start, end)) is { } kind && IsUnmistakable(Text(text, words, start, end), end - start, kind))
                {
                    names.Insert(next, new Name(start, end, kind));
                    break;
                }
        }
    }

    // Several words, or an acronym: single words ("Shell", "Diet") may mean something else.
    private static bool IsUnmistakable(ReadOnlySpan<char> name, int words, NameKind kind)
    {
        if (kind == NameKind.Misc) return false;
        if (words > 1) return true;
        if (name.Length < ShortestAcronym) return false;
        foreach (var character in name)
            if (!char.IsUpper(character)) return kind == NameKind.Location && name.Length > 4;
        return true;
    }
}
