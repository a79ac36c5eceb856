using Readout.Events;
using Readout.Loading;

namespace Readout.Positions;

/// <summary>What words show a stance, by the lemma of their predicate; with the words that matter around them and the topics.</summary>
internal sealed class PositionBook
{
    /// <summary>Stands in a pattern for any verb.</summary>
    internal const string AnyVerb = "*";

    private readonly Dictionary<string, List<(EventRule Rule, Pattern Pattern)>> nouns = new(StringComparer.Ordinal), verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> words = new(StringComparer.Ordinal);

    /// <summary>Reads <c>positions/*.rules</c>, <c>words.tsv</c>, <c>topics.tsv</c> and <c>weights.tsv</c>. Throws <see cref="KnowledgeException"/> with file and line.</summary>
    public PositionBook(KnowledgeFolder folder)
    {
        var examples = new List<RuleExample>();
        foreach (var name in folder.Names.Where(n => n.StartsWith("positions/", StringComparison.Ordinal) && n.EndsWith(".rules", StringComparison.Ordinal)))
        {
            var file = RuleFile.Parse(name, folder.Text(name));
            foreach (var rule in file.Rules) Add(rule);
            examples.AddRange(file.Examples);
        }
        foreach (var row in folder.Table("positions/words.tsv").Rows)
        {
            if (!words.TryGetValue(row["use"], out var set)) words[row["use"]] = set = new(StringComparer.Ordinal);
            set.Add(row["word"]);
        }
        Topics = new Topics(folder.Table("positions/topics.tsv"));
        Weights = new Weights(folder.Table("positions/weights.tsv"));
        Examples = examples;
    }

    public IReadOnlyList<RuleExample> Examples { get; }

    internal Topics Topics { get; }

    internal Weights Weights { get; }

    /// <summary>Words of one use, such as <c>self</c> or <c>condition</c>.</summary>
    internal bool Is(string use, string word) => words.TryGetValue(use, out var set) && set.Contains(word);

    internal IEnumerable<string> Words(string use) => words.TryGetValue(use, out var set) ? set : [];

    /// <summary>The patterns of a lemma.</summary>
    internal List<(EventRule Rule, Pattern Pattern)> For(bool isNoun, string lemma) => (isNoun ? nouns : verbs).GetValueOrDefault(lemma) ?? None;

    internal static Stance? StanceOf(string? word) => Enum.TryParse<Stance>(word, true, out var stance) ? stance : null;

    private static readonly List<(EventRule Rule, Pattern Pattern)> None = [];

    private void Add(EventRule rule)
    {
        if (StanceOf(rule.Type) is null || (rule.Mode is not null && StanceOf(rule.Mode) is null))
            throw new KnowledgeException(rule.File, rule.Line, $"'{rule.Type}' or '{rule.Mode}' is no stance; expected {string.Join(", ", Enum.GetNames<Stance>()).ToLowerInvariant()}");
        foreach (var pattern in rule.Patterns)
            foreach (var lemma in pattern.Lemmas)
            {
                var patterns = pattern.IsNoun ? nouns : verbs;
                if (!patterns.TryGetValue(lemma, out var list)) patterns[lemma] = list = [];
                list.Add((rule, pattern));
            }
    }
}
