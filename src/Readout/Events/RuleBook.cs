using Readout.Loading;

namespace Readout.Events;

/// <summary>All event rules, found by the lemma of their predicate; and the verbs that carry nouns or govern clauses.</summary>
internal sealed class RuleBook
{
    private static readonly List<(EventRule Rule, Pattern Pattern)> None = [];
    private readonly Dictionary<string, List<(EventRule Rule, Pattern Pattern)>> nouns = new(StringComparer.Ordinal), verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> support = new(StringComparer.Ordinal);
    private readonly HashSet<string> occurrence = new(StringComparer.Ordinal);
    private readonly HashSet<string> lasting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> issuers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> governors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> words = new(StringComparer.Ordinal);

    /// <summary>Reads <c>events/*.rules</c> and <c>events/governors.tsv</c>. Throws <see cref="KnowledgeException"/> with file and line.</summary>
    public RuleBook(KnowledgeFolder folder)
    {
        var examples = new List<RuleExample>();
        foreach (var name in folder.Names.Where(n => n.StartsWith("events/", StringComparison.Ordinal) && n.EndsWith(".rules", StringComparison.Ordinal)))
        {
            var file = RuleFile.Parse(name, folder.Text(name));
            foreach (var rule in file.Rules) Add(rule);
            examples.AddRange(file.Examples);
        }
        foreach (var row in folder.Table("events/governors.tsv").Rows) AddGovernor(row);
        foreach (var row in folder.Table("events/issuers.tsv").Rows) issuers[row["phrase"]] = row["code"];
        foreach (var row in folder.Table("events/words.tsv").Rows) words[row["use"]] = row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        Examples = examples;
        Codebook = new Codebook(folder.Table("events/codebook.tsv"));
        Weights = new Weights(folder.Table("events/weights.tsv"));
    }

    public IReadOnlyList<RuleExample> Examples { get; }

    public Codebook Codebook { get; }

    /// <summary>How far each sign of a draft speaks for it.</summary>
    internal Weights Weights { get; }

    /// <summary>Whether <c>events/words.tsv</c> lists a word (or a PLOVER type) for a use, such as <c>measure</c> or <c>spoken</c>.</summary>
    internal bool Is(string use, string word) => words.TryGetValue(use, out var listed) ? listed.Contains(word) : throw new InvalidOperationException($"events/words.tsv has no row '{use}'");

    /// <summary>A verb that only carries a noun ("hold", "launch"; "be_in" with its preposition).</summary>
    public bool IsSupport(string lemma) => support.Contains(lemma);

    /// <summary>A verb that says of its subject that it took place ("begin", "take_place").</summary>
    public bool IsOccurrence(string lemma) => occurrence.Contains(lemma);

    /// <summary>A noun for what goes on when nothing else is said ("war", "crackdown", "assistance").</summary>
    public bool IsLasting(string lemma) => lasting.Contains(lemma);

    /// <summary>What a governing word makes of the act below it: planned, possible, denied, happened, ongoing; null when it says nothing.</summary>
    public string? Governs(string lemma) => governors.GetValueOrDefault(lemma);

    internal List<(EventRule Rule, Pattern Pattern)> For(bool isNoun, string lemma) => (isNoun ? nouns : verbs).GetValueOrDefault(lemma) ?? None;

    /// <summary>A verb whose act is done by saying it: "condemn", "call on", "welcome".</summary>
    internal bool IsSpoken(string lemma) => For(false, lemma).Any(r => r.Rule.Type is "ACCUSE" or "REQUEST" or "SUPPORT" or "REJECT" or "AGREE");

    /// <summary>A word that opens a document: "statement", "communique", "attributable".</summary>
    internal bool IsDocument(string lemma) => issuers.ContainsKey(lemma) && issuers[lemma].Length == 0;

    /// <summary>Code of the state or body whose site or press office a document comes from; null when it is nobody's.</summary>
    internal string? IssuerOf(string? url, string? source)
    {
        foreach (var (phrase, code) in issuers)
            if (code.Length > 0 && ((url?.Contains("//" + phrase + "/", StringComparison.OrdinalIgnoreCase) ?? false) || (url?.Contains("." + phrase + "/", StringComparison.OrdinalIgnoreCase) ?? false) || (source?.Contains(phrase, StringComparison.OrdinalIgnoreCase) ?? false))) return code;
        return null;
    }

    /// <summary>Patterns of any verb (<c>verb *</c>), which stand on their tests alone.</summary>
    internal List<(EventRule Rule, Pattern Pattern)> ForAnyVerb => For(false, "*");

    private void Add(EventRule rule)
    {
        foreach (var pattern in rule.Patterns)
            foreach (var lemma in pattern.Lemmas)
            {
                var (patterns, key) = (pattern.IsNoun ? nouns : verbs, lemma.ToLowerInvariant());
                if (!patterns.TryGetValue(key, out var list)) patterns[key] = list = [];
                list.Add((rule, pattern));
            }
    }

    private void AddGovernor(KnowledgeRow row)
    {
        switch (row["effect"])
        {
            case "support": support.Add(row["lemma"]); break;
            case "occurrence": occurrence.Add(row["lemma"]); break;
            case "lasting": lasting.Add(row["lemma"]); break;
            case "planned" or "possible" or "denied" or "happened" or "ongoing" or "ends": governors[row["lemma"]] = row["effect"]; break;
            default: throw row.Wrong($"'{row["effect"]}' is no effect; expected support, occurrence, lasting, planned, possible, denied, happened, ongoing or ends");
        }
    }
}
