namespace Readout.Phrases;

/// <summary>A word form that the rules or the word lists know.</summary>
internal sealed class PhraseWord(string form)
{
    /// <summary>Lower case.</summary>
    public string Form { get; } = form;

    public List<PhraseSense> Senses { get; } = [];

    /// <summary>Rules that can begin with this word, by stage.</summary>
    public PhraseRule[][] Starts { get; set; } = [];

    public override string ToString() => Form;
}

/// <summary>A meaning of a word: its class ("month") with a value ("3").</summary>
internal sealed record PhraseSense(int Category, int Grain, string Value, bool NeedsCapital)
{
    /// <summary>The value as a number, or null when it is a code.</summary>
    public decimal? Number { get; } = decimal.TryParse(Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>All word forms of the rules and lists, and the small numbers that stand for names of classes and grains.</summary>
internal sealed class PhraseLexicon
{
    private readonly Dictionary<string, PhraseWord> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseWord>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public PhraseLexicon() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public IEnumerable<PhraseWord> Words => words.Values;

    public int Id(string name)
    {
        if (ids.TryGetValue(name, out var id)) return id;
        ids[name] = names.Count;
        names.Add(name);
        return names.Count - 1;
    }

    public string Name(int id) => names[id];

    public PhraseWord Add(string form)
    {
        var lower = form.ToLowerInvariant().Replace('’', '\'');
        if (!words.TryGetValue(lower, out var word)) words[lower] = word = new PhraseWord(lower);
        return word;
    }

    public PhraseWord? Find(ReadOnlySpan<char> form)
    {
        const int longest = 24; // longer words stand in no list
        if (form.Length > longest) return null;
        Span<char> lower = stackalloc char[longest];
        for (var i = 0; i < form.Length; i++) lower[i] = form[i] == '’' ? '\'' : char.ToLowerInvariant(form[i]);
        return lookup.TryGetValue(lower[..form.Length], out var word) ? word : null;
    }
}
