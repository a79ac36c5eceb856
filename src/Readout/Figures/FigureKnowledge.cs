using Readout.Loading;
using Readout.Phrases;

namespace Readout.Figures;

/// <summary>Number words, rough words, currencies and verbs of counting, compiled from <c>knowledge/figures</c>.</summary>
public sealed class FigureKnowledge
{
    private readonly HashSet<string> measures, lone, losses, hosts, unsaid;

    private FigureKnowledge(PhraseGrammar grammar, KnowledgeTable words)
    {
        Grammar = grammar;
        Numbers = new NumberReader(grammar.Lexicon);
        (measures, lone, losses) = (Forms(words, "measure"), Forms(words, "lone"), Forms(words, "loss"));
        (hosts, unsaid) = (Forms(words, "host"), Forms(words, "unsaid"));
    }

    internal PhraseGrammar Grammar { get; }

    internal NumberReader Numbers { get; }

    private static HashSet<string> Forms(KnowledgeTable table, string name) =>
        table.Rows.Where(r => r["class"] == name).Select(r => r["form"]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads and checks the files. Throws <see cref="KnowledgeException"/> that names file, line and remedy.</summary>
    public static FigureKnowledge Load(KnowledgeFolder folder)
    {
        const string rules = "figures/10-quantities.rules";
        var words = folder.Table("figures/words.tsv");
        return new(PhraseGrammar.Build([folder.Table("time/numbers.tsv"), words], [(rules, folder.Text(rules))]), words);
    }

    internal bool IsMeasure(string lemma) => measures.Contains(lemma);

    internal bool IsLone(string lemma) => lone.Contains(lemma);

    internal bool IsLoss(string lemma) => losses.Contains(lemma);

    internal bool IsHost(string lemma) => hosts.Contains(lemma);

    internal bool IsUnsaid(string lemma) => unsaid.Contains(lemma);
}
