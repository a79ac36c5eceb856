namespace Readout.World;

/// <summary>The names of more than one word that an article gives persons, by each of their words, in the order of the text.</summary>
internal sealed class FullNames
{
    private readonly Dictionary<string, List<(NameUse Use, string Name)>> byWord = new(StringComparer.Ordinal);

    public FullNames(IEnumerable<NameUse> people, Words words)
    {
        foreach (var use in people)
        {
            var name = use.Span.In(words.Text);
            var parts = PersonName.Parts(name);
            if (parts.Length < 2) continue;
            foreach (var part in parts.Distinct(StringComparer.Ordinal)) (byWord.TryGetValue(part, out var list) ? list : byWord[part] = []).Add((use, name));
        }
    }

    /// <summary>The first full name after a position to which a name of one word may be short.</summary>
    public (NameUse Use, string Name)? After(int position, string word)
    {
        if (!byWord.TryGetValue(word, out var list)) return null;
        foreach (var full in list)
            if (full.Use.Span.Start > position && PersonName.Agrees(word, full.Name)) return full;
        return null;
    }
}
