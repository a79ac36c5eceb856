using Readout.Loading;
using Readout.Names;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The corpora of a training: trees and names, with the parts held out for measuring.</summary>
internal sealed class TrainingData
{
    private readonly string folder;
    private readonly Example[] ewt, gum;
    private readonly NamedSentence[] newswire;

    public TrainingData(Options options, bool withLists)
    {
        folder = options.Required("data");
        var knowledge = new KnowledgeFolder(options.Required("knowledge"));
        Tokenizer = new Tokenizer(LanguageRules.Load(knowledge));
        Known = new NameRules(knowledge);
        Lists = withLists ? WordLists.Read(knowledge, Known, options.Required("cities")) : new Dictionary<string, uint>(StringComparer.Ordinal);
        Vectors = Vectors.Load(Path.Combine(folder, "embeddings", "glove6b-100d-top100k"), options.Integer("vectors", 100_000));
        Trees = [.. Conllu.ReadFile(Ud("ewt-train")), .. Conllu.ReadFile(Ud("gum-open-train"))];
        Vocabulary = Vocabulary.Count(Trees, Vectors.Index, Lists);
        NameExamples = [.. Examples.OfNames(new NameCorpora(Tokenizer, Known).Read(folder), Vocabulary)];
        ewt = [.. Examples.OfTrees(Conllu.ReadFile(Ud("ewt-dev")), Vocabulary)];
        gum = [.. Examples.OfTrees(Conllu.ReadFile(Ud("gum-open-dev")), Vocabulary)];
        newswire = [.. NameFiles.Read(Path.Combine(folder, "ner", "worldwide_newswire", "dev.bio"))];
    }

    public Tokenizer Tokenizer { get; }

    public NameRules Known { get; }

    public IReadOnlyDictionary<string, uint> Lists { get; }

    public Vectors Vectors { get; }

    public IReadOnlyList<ConlluSentence> Trees { get; }

    public Vocabulary Vocabulary { get; }

    public IEnumerable<Example> TreeExamples => Examples.OfTrees(Trees, Vocabulary);

    public Example[] NameExamples { get; }

    public IEnumerable<string[][]> News(BoundaryModel boundaries, int seed) => NewsText.Documents(Path.Combine(folder, "news"), Tokenizer, boundaries, seed);

    public BoundaryModel Boundaries() => new(BoundaryTrainer.Train(Tokenizer, [.. RawText.Documents(Trees)], seed: 1));

    public IEnumerable<(string Name, ConlluSentence[] Sentences)> DevelopmentTrees()
    {
        var gumTrees = Conllu.ReadFile(Ud("gum-open-dev")).ToArray();
        yield return ("ewt", [.. Conllu.ReadFile(Ud("ewt-dev"))]);
        yield return ("gum", gumTrees);
        yield return ("gum news and interviews", [.. gumTrees.Where(s => s.Comment("sent_id") is { } id && (id.Contains("_news_", StringComparison.Ordinal) || id.Contains("_interview_", StringComparison.Ordinal)))]);
    }

    public string Evaluate(Predictor predictor)
    {
        var names = NameScores.Of(Examples.OfNames(newswire, Vocabulary), predictor);
        return $"ewt {TreeScores.Of(predictor.Predict(ewt), Vocabulary)} gum {TreeScores.Of(predictor.Predict(gum), Vocabulary)} names {names}";
    }

    private string Ud(string part) => Path.Combine(folder, "ud", part + ".conllu.gz");
}
