using System.Globalization;
using Readout.Loading;

namespace Readout.Phrases;

/// <summary>Reads a <c>.rules</c> file. Throws <see cref="KnowledgeException"/> with the line and what was expected.</summary>
internal sealed class PhraseRuleReader
{
    private readonly PhraseLexicon lexicon;
    private readonly HashSet<int> known;
    private readonly string file;
    private readonly int stage;
    private readonly Dictionary<string, string> phrases = new(StringComparer.Ordinal);
    private readonly PhrasePatternReader patterns;
    private readonly List<PhraseRule> rules = [];
    private readonly List<(string Word, string Content, int Line)> pending = [];
    private string? name;
    private int nameLine;

    public PhraseRuleReader(PhraseLexicon lexicon, HashSet<int> known, string file, int stage)
    {
        (this.lexicon, this.known, this.file, this.stage) = (lexicon, known, file, stage);
        patterns = new PhrasePatternReader(lexicon, phrases, known.Contains);
    }

    public List<PhraseRule> Read(string text, int firstOrder)
    {
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = raw.Trim().ToString();
            if (content.Length == 0 || content[0] == '#') continue;
            var cut = content.IndexOf(' ', StringComparison.Ordinal);
            var (word, rest) = cut < 0 ? (content, "") : (content[..cut], content[cut..].Trim());
            ReadLine(word, rest, number, firstOrder);
        }
        Finish(firstOrder);
        return rules;
    }

    private void ReadLine(string word, string rest, int number, int firstOrder)
    {
        switch (word)
        {
            case "phrase":
                Finish(firstOrder);
                AddPhrase(rest, number);
                break;
            case "rule":
                Finish(firstOrder);
                (name, nameLine) = (rest, number);
                if (rules.Any(r => r.Why.Rule == rest)) throw new KnowledgeException(file, number, $"names the rule '{rest}' twice");
                break;
            case "when" or "gives" or "yes" or "no" or "unless" or "only":
                if (name is null) throw new KnowledgeException(file, number, $"has '{word}' outside a rule; begin with 'rule NAME'");
                pending.Add((word, rest, number));
                break;
            default:
                throw new KnowledgeException(file, number, $"begins with '{word}'; expected phrase, rule, when, unless, only, gives, yes or no");
        }
    }

    private void AddPhrase(string rest, int number)
    {
        var parts = rest.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || parts[1].Length == 0) throw new KnowledgeException(file, number, "has a phrase without a pattern; write 'phrase NAME = pattern'");
        phrases[parts[0]] = parts[1];
    }

    private void Finish(int firstOrder)
    {
        if (name is null) return;
        patterns.Forget();
        var when = Patterns("when", "");
        if (when.Count == 0) throw new KnowledgeException(file, nameLine, $"has the rule '{name}' without a 'when' line");
        var slots = patterns.Slots.ToArray();
        if (pending.Where(p => p.Word == "gives").ToList() is not [var gives]) throw new KnowledgeException(file, nameLine, $"has the rule '{name}' without exactly one 'gives' line");
        var (category, grain, grainSlot, formula) = Gives(gives.Content, gives.Line, slots);
        rules.Add(new PhraseRule
        {
            Why = new Why(name, file, nameLine),
            Stage = stage,
            Order = firstOrder + rules.Count,
            Category = category,
            Grain = grain,
            GrainSlot = grainSlot,
            SlotCount = slots.Length,
            Formula = formula,
            Patterns = when,
            UnlessBefore = Patterns("unless", "before "),
            UnlessAfter = Patterns("unless", "after "),
            OnlyBefore = Patterns("only", "before "),
            OnlyAfter = Patterns("only", "after "),
            Examples = Examples(),
        });
        CheckConditions();
        known.Add(category);
        pending.Clear();
        name = null;
    }

    private List<PhraseNode> Patterns(string word, string start) =>
        [.. pending.Where(p => p.Word == word && p.Content.StartsWith(start, StringComparison.Ordinal)).Select(p => patterns.Read(p.Content[start.Length..], file, p.Line))];

    private void CheckConditions()
    {
        foreach (var (word, rest, line) in pending)
            if (word is "unless" or "only" && !rest.StartsWith("before ", StringComparison.Ordinal) && !rest.StartsWith("after ", StringComparison.Ordinal))
                throw new KnowledgeException(file, line, $"has '{word}' without 'before' or 'after'");
    }

    // date/day: day <year> <month> <ordinal>
    private (int Category, int Grain, int GrainSlot, PhraseFormula Formula) Gives(string rest, int line, string[] slots)
    {
        var parts = rest.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2) throw new KnowledgeException(file, line, "has 'gives' without a colon; write 'gives date/day: day <year> <month> <day>'");
        var head = parts[0].Split('/');
        var words = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new KnowledgeException(file, line, "has 'gives' without an operation");
        var arguments = words.Skip(1).Select(w => Argument(w, line, slots)).ToArray();
        var grain = head.Length > 1 ? Argument(head[1], line, slots) : new PhraseArgument(-1, "");
        return (lexicon.Id(head[0]), grain.Constant is { } fixedGrain ? lexicon.Id(fixedGrain) : -1, grain.Slot, new PhraseFormula(words[0], arguments));
    }

    private PhraseArgument Argument(string word, int line, string[] slots)
    {
        if (word[0] != '<') return new PhraseArgument(-1, word);
        if (word == "<none>") return new PhraseArgument(-1, null);
        var slot = Array.IndexOf(slots, word.Trim('<', '>'));
        return slot >= 0 ? new PhraseArgument(slot, null) : throw new KnowledgeException(file, line, $"gives {word}, which no 'when' line captures");
    }

    private List<PhraseExample> Examples() =>
        [.. pending.Where(p => p.Word is "yes" or "no").Select(p => p.Word == "yes" ? Yes(p.Content, p.Line) : No(p.Content, p.Line))];

    private static PhraseExample No(string rest, int line) => new(rest, null, null, null, line);

    private PhraseExample Yes(string rest, int line)
    {
        var arrow = rest.LastIndexOf("->", StringComparison.Ordinal);
        int open = rest.IndexOf('[', StringComparison.Ordinal), close = rest.IndexOf(']', StringComparison.Ordinal);
        if (arrow < 0 || open < 0 || close < open || arrow < close) throw new KnowledgeException(file, line, "has a 'yes' that is not 'text [phrase] text -> value'");
        var wanted = rest[(arrow + 2)..].Split('@', StringSplitOptions.TrimEntries);
        DateOnly? published = wanted.Length < 2 ? null
            : DateOnly.TryParseExact(wanted[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new KnowledgeException(file, line, $"has the date '{wanted[1]}'; expected 2021-03-18");
        var text = rest[..open] + rest[(open + 1)..close] + rest[(close + 1)..arrow].TrimEnd();
        return new PhraseExample(text, new TextSpan(open, close - 1), wanted[0], published, line);
    }
}
