using Readout.Loading;

namespace Readout.Phrases;

/// <summary>Word lists and rules, compiled. A rule file sees the lists and what the files before it give.</summary>
internal sealed class PhraseGrammar
{
    private readonly HashSet<int> known = [];
    private readonly List<PhraseRule> rules = [];

    private PhraseGrammar(IEnumerable<string> builtIn)
    {
        foreach (var name in builtIn) known.Add(Lexicon.Id(name));
        NoGrain = Lexicon.Id("");
    }

    public PhraseLexicon Lexicon { get; } = new();

    public IReadOnlyList<PhraseRule> Rules => rules;

    public int StageCount { get; private set; }

    /// <summary>Rules by the class or category they can begin with: [stage][category].</summary>
    public PhraseRule[][][] StartsByCategory { get; private set; } = [];

    public int NoGrain { get; }

    /// <param name="tables">Word lists with the columns class, form, value.</param>
    /// <param name="files">Rule files with their texts, one stage each, in order.</param>
    public static PhraseGrammar Build(IReadOnlyList<KnowledgeTable> tables, IReadOnlyList<(string Name, string Text)> files)
    {
        var grammar = new PhraseGrammar(NumberReader.Categories);
        foreach (var row in tables.SelectMany(t => t.Rows)) grammar.AddAbbreviation(row);
        foreach (var row in tables.SelectMany(t => t.Rows)) grammar.AddSense(row);
        var stage = 1; // stage 0 holds the lists' forms of several words
        foreach (var (name, text) in files)
            grammar.rules.AddRange(new PhraseRuleReader(grammar.Lexicon, grammar.known, name, stage++).Read(text, grammar.rules.Count));
        grammar.StageCount = stage;
        grammar.Index();
        return grammar;
    }

    // First, so that the tokenizer takes "Sept." as one word when it cuts the other forms.
    private void AddAbbreviation(KnowledgeRow row)
    {
        if (row["form"].EndsWith('.') && !row["form"].Contains(' ', StringComparison.Ordinal)) Lexicon.Add(row["form"]);
    }

    private void AddSense(KnowledgeRow row)
    {
        var form = row["form"];
        if (form.Length == 0 || row["class"].Length == 0) throw row.Wrong("needs a class and a form");
        var category = Lexicon.Id(row["class"]);
        var grain = Lexicon.Id(row["value"]);
        known.Add(category);
        var tokens = PhraseTokenizer.Tokenize(form, [], Lexicon);
        if (tokens.Count == 2) // the word and the border at the end
            Lexicon.Add(form).Senses.Add(new PhraseSense(category, grain, row["value"], char.IsUpper(form[0])));
        else
            AddPhrase(row, form, tokens, category, grain);
    }

    private void AddPhrase(KnowledgeRow row, string form, List<PhraseToken> tokens, int category, int grain)
    {
        var next = PhraseNode.End;
        foreach (var token in tokens.SkipLast(1).Reverse())
            next = new PhraseNode { Kind = NodeKind.Word, Word = Lexicon.Add(token.Span.In(form)), NeedsCapital = token.Capital, Next = next };
        rules.Add(new PhraseRule
        {
            Why = row.Why(row["class"]),
            Stage = 0,
            Order = rules.Count,
            Category = category,
            Grain = grain,
            GrainSlot = -1,
            SlotCount = 0,
            Formula = new PhraseFormula(PhraseFormula.Word, [new PhraseArgument(-1, row["value"])]),
            Patterns = [next],
        });
    }

    private void Index()
    {
        var byWord = new Dictionary<PhraseWord, List<PhraseRule>[]>();
        var byCategory = new Dictionary<int, List<PhraseRule>[]>();
        foreach (var rule in rules)
            foreach (var first in rule.Patterns.SelectMany(First).Distinct())
                if (first.Kind == NodeKind.Word) Slot(byWord, first.Word!)[rule.Stage].Add(rule);
                else if (first.Kind == NodeKind.Category) Slot(byCategory, first.Category)[rule.Stage].Add(rule);
                else throw new KnowledgeException(rule.Why.File!, rule.Why.Line, $"has the rule '{rule.Why.Rule}' that begins with anything or nothing; begin with a word or a class");
        foreach (var (word, lists) in byWord) word.Starts = [.. lists.Select(l => l.Distinct().ToArray())];
        StartsByCategory = [.. Enumerable.Range(0, StageCount).Select(stage => Enumerable.Range(0, known.Max() + 1)
            .Select(c => byCategory.TryGetValue(c, out var lists) ? lists[stage].Distinct().ToArray() : []).ToArray())];
    }

    private List<PhraseRule>[] Slot<T>(Dictionary<T, List<PhraseRule>[]> index, T key) where T : notnull
    {
        if (!index.TryGetValue(key, out var lists)) index[key] = lists = [.. Enumerable.Range(0, StageCount).Select(_ => new List<PhraseRule>())];
        return lists;
    }

    private static IEnumerable<PhraseNode> First(PhraseNode node) =>
        node.Kind == NodeKind.Branch ? node.Branches.SelectMany(First) : [node];
}
