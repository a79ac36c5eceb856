using Readout.Loading;
using Readout.Phrases;
using Readout.World;

namespace Readout.Figures;

/// <summary>Number words, rough words, currencies and verbs of counting, compiled from <c>knowledge/figures</c>.</summary>
internal sealed class FigureKnowledge
{
    private readonly HashSet<string> measures, lone, losses, hosts, unsaid;

    private readonly AliasTrie<string> states = new();

    private FigureKnowledge(PhraseGrammar grammar, KnowledgeTable words, KnowledgeTable stateTable)
    {
        foreach (var row in stateTable.Rows)
            foreach (var form in $"{row["name"]}|{row["aliases"]}|{row["adjectives"]}|{row["nationals"]}".Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct())
                states.Add(form, row["code"]);
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
        return new(PhraseGrammar.Build([folder.Table("time/numbers.tsv"), words], [(rules, folder.Text(rules))]), words, folder.Table("actors/states.tsv"));
    }

    /// <summary>The names of states, their adjectives and their people within a span, with the state; null where a name fits several states.</summary>
    internal List<(TextSpan Span, string? State)> States(Words words, TextSpan within)
    {
        var found = new List<(TextSpan, string?)>();
        for (var i = words.At(within.Start); i < words.Count && words[i].Start < within.End; i++)
        {
            if (states.Longest(words, i) is not { } match) continue;
            var codes = match.Targets.Distinct().ToArray();
            found.Add((match.Span, codes.Length == 1 ? codes[0] : null));
            while (i + 1 < words.Count && words[i + 1].Start < match.Span.End) i++;
        }
        return found;
    }

    internal bool IsMeasure(string lemma) => measures.Contains(lemma);

    internal bool IsLone(string lemma) => lone.Contains(lemma);

    internal bool IsLoss(string lemma) => losses.Contains(lemma);

    internal bool IsHost(string lemma) => hosts.Contains(lemma);

    internal bool IsUnsaid(string lemma) => unsaid.Contains(lemma);
}
