using Readout.Loading;

namespace Readout.Phrases;

/// <summary>Compiles a pattern: words, <c>&lt;class&gt;</c>, <c>a|b</c>, <c>(a b | c d)</c>, <c>x?</c>, <c>\\(</c> for a bracket of the text, <c>_</c> for any word, and names of phrases that the file declares.</summary>
internal sealed class PhrasePatternReader(PhraseLexicon lexicon, IReadOnlyDictionary<string, string> phrases, Func<int, bool> isKnown)
{
    public const int MaximumSlots = 24;

    private readonly List<string> slots = [];
    private string file = "";
    private int line;
    private string[] symbols = [];
    private int at;

    /// <summary>Names of the captures of all patterns read since <see cref="Forget"/>.</summary>
    public IReadOnlyList<string> Slots => slots;

    public void Forget() => slots.Clear();

    public PhraseNode Read(string pattern, string inFile, int onLine)
    {
        (file, line, symbols, at) = (inFile, onLine, Split(Expand(pattern)), 0);
        var tree = ReadSequence();
        if (at < symbols.Length) throw Wrong($"has '{symbols[at]}' without its opening bracket");
        return tree(PhraseNode.End);
    }

    private KnowledgeException Wrong(string problem) => new(file, line, problem);

    // A declared phrase is put in its place before anything else is read; phrases may use earlier phrases.
    private string Expand(string pattern)
    {
        foreach (var (name, body) in phrases.Reverse())
            pattern = pattern.Replace($"<{name}>", $"({body})", StringComparison.Ordinal);
        return pattern;
    }

    private static string[] Split(string pattern)
    {
        var spaced = pattern.Replace("\\(", "\u0001", StringComparison.Ordinal).Replace("\\)", "\u0002", StringComparison.Ordinal)
            .Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal);
        return spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Each reader gives a function that links what was read to what follows.
    private Func<PhraseNode, PhraseNode> ReadSequence()
    {
        var parts = new List<Func<PhraseNode, PhraseNode>>();
        while (at < symbols.Length && symbols[at] is not (")" or "|")) parts.Add(ReadItem());
        if (parts.Count == 0) throw Wrong("has an empty pattern");
        return next => parts.AsEnumerable().Reverse().Aggregate(next, (following, part) => part(following));
    }

    private Func<PhraseNode, PhraseNode> ReadItem()
    {
        var symbol = symbols[at++];
        Func<PhraseNode, PhraseNode> item;
        var optional = false;
        if (symbol == "(")
        {
            item = ReadGroup();
            if (at < symbols.Length && symbols[at] == "?") (optional, at) = (true, at + 1);
        }
        else
        {
            optional = symbol.Length > 1 && symbol[^1] == '?';
            item = ReadChoice(optional ? symbol[..^1] : symbol);
        }
        return optional ? next => Branch([item(next), next]) : item;
    }

    private Func<PhraseNode, PhraseNode> ReadGroup()
    {
        var choices = new List<Func<PhraseNode, PhraseNode>> { ReadSequence() };
        while (at < symbols.Length && symbols[at] == "|")
        {
            at++;
            choices.Add(ReadSequence());
        }
        if (at >= symbols.Length) throw Wrong("has a bracket that is not closed");
        at++;
        return next => Branch([.. choices.Select(c => c(next))]);
    }

    private Func<PhraseNode, PhraseNode> ReadChoice(string symbol)
    {
        var atoms = symbol.Split('|').Select(ReadAtom).ToArray();
        return atoms.Length == 1 ? atoms[0] : next => Branch([.. atoms.Select(a => a(next))]);
    }

    private static PhraseNode Branch(PhraseNode[] branches) => new() { Kind = NodeKind.Branch, Branches = branches };

    private Func<PhraseNode, PhraseNode> ReadAtom(string atom)
    {
        if (atom.Length == 0) throw Wrong("has an empty choice; write a|b");
        if (atom == "_") return next => new PhraseNode { Kind = NodeKind.Any, Next = next };
        if (atom[0] != '<') return ReadWord(atom);
        if (atom[^1] != '>') throw Wrong($"has '{atom}'; expected <class>, <class/grain> or <class:name>");
        var parts = atom[1..^1].Split(':');
        var kind = parts[0].Split('/');
        var category = lexicon.Id(kind[0]);
        if (!isKnown(category)) throw Wrong($"uses <{kind[0]}>, which no word list and no earlier rule gives");
        int[] grains = kind.Length > 1 ? [.. kind[1].Split('+').Select(lexicon.Id)] : [];
        var slot = Slot(parts.Length > 1 ? parts[1] : kind[0]);
        return next => new PhraseNode { Kind = NodeKind.Category, Category = category, Grains = grains, Slot = slot, Next = next };
    }

    private Func<PhraseNode, PhraseNode> ReadWord(string atom)
    {
        var word = lexicon.Add(atom switch { "\u0001" => "(", "\u0002" => ")", _ => atom });
        var capital = char.IsUpper(atom[0]);
        return next => new PhraseNode { Kind = NodeKind.Word, Word = word, NeedsCapital = capital, Next = next };
    }

    private int Slot(string name)
    {
        if (!slots.Contains(name)) slots.Add(name);
        if (slots.Count > MaximumSlots) throw Wrong($"captures more than {MaximumSlots} parts in one rule");
        return slots.IndexOf(name);
    }
}
