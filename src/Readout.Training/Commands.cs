using System.Globalization;
using Readout.Names;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The commands of the trainer; each takes --name value options.</summary>
internal static class Commands
{
    private const string Usage = """
        usage: Readout.Training COMMAND [--option value]
          train     fits a network to trees and names and writes a checkpoint
                    --data FOLDER --out FILE --epochs N --seed N --width N --dropout X --vectors N
          export    writes the shipped files from a checkpoint
                    --data FOLDER --from FILE --knowledge FOLDER --out FOLDER --with-vectors yes
          split     fits and scores words and sentences on running text
                    --data FOLDER --knowledge FOLDER --errors yes
        """;

    public static int Run(string[] args)
    {
        Action<Options>? command = args.FirstOrDefault() switch
        {
            "train" => Train,
            "export" => ExportModel,
            "split" => Split,
            _ => null,
        };
        if (command is null)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        command(new Options(args.AsSpan(1)));
        return 0;
    }

    private static void ExportModel(Options options)
    {
        var data = new TrainingData(options);
        var (network, vocabulary) = Checkpoint.Load(options.Required("from"), data.Vectors, data.Lists);
        var folder = options.Required("out");
        Export.Model(Path.Combine(folder, LanguageModel.FileName), network, vocabulary, data, options.Required("knowledge"));
        if (options.Text("with-vectors", "no") == "yes") Export.Vectors(Path.Combine(folder, LanguageModel.VectorsName), data.Vectors);
    }

    private static void Split(Options options)
    {
        var data = new TrainingData(options);
        var tokenizer = new Tokenizer(LanguageRules.Load(new Loading.KnowledgeFolder(options.Required("knowledge"))));
        var boundaries = new BoundaryModel(new BoundaryTrainer(tokenizer, seed: 1).Train(RawText.Documents(data.Trees)));
        Action<string>? error = options.Text("errors", "no") == "yes" ? Console.WriteLine : null;
        foreach (var (name, sentences) in data.DevelopmentTrees())
            Console.WriteLine($"{name} {SplitScores.Of(RawText.Documents(sentences), tokenizer, boundaries, error)}");
    }

    private static void Train(Options options)
    {
        var data = new TrainingData(options);
        var plan = new TrainingPlan
        {
            Epochs = options.Integer("epochs", 14),
            Seed = options.Integer("seed", 7),
            Dropout = options.Number("dropout", 0.25f),
            HeadDropout = options.Number("head-dropout", 0.15f),
            BatchWords = options.Integer("batch", 350),
        };
        var shape = data.Vocabulary.Shape with { Width = options.Integer("width", 192), Layers = options.Integer("layers", 4) };
        var network = new Network(shape, data.Vectors.Matrix, plan.Seed);
        var examples = data.TreeExamples.Concat(data.NameExamples).ToArray();
        Console.WriteLine($"{examples.Length} sentences, {network.Parameters.Sum(p => (long)p.Weight.Count) / 1e6:F2} M parameters, {data.Vocabulary.Tags.Length} tags");
        var predictor = new Predictor([network], data.Vocabulary);
        new Trainer(network, data.Vocabulary, plan, Console.WriteLine).Run(examples, () => data.Evaluate(predictor));
        Checkpoint.Save(options.Required("out"), network, data.Vocabulary);
    }
}

/// <summary>--name value pairs.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Options(ReadOnlySpan<string> args)
    {
        for (var i = 0; i + 1 < args.Length; i += 2) values[args[i].TrimStart('-')] = args[i + 1];
    }

    public string Required(string name) => values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"--{name} is missing");

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public int Integer(string name, int otherwise) => values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public float Number(string name, float otherwise) => values.TryGetValue(name, out var value) ? float.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}

/// <summary>The corpora of a training: trees and names, with the parts held out for measuring.</summary>
internal sealed class TrainingData
{
    private readonly string folder;
    private readonly Example[] ewt, gum;
    private readonly NamedSentence[] newswire;

    public TrainingData(Options options)
    {
        var folder = options.Required("data");
        Vectors = Vectors.Load(Path.Combine(folder, "embeddings", "glove6b-100d-top100k"), options.Integer("vectors", 100_000));
        this.folder = folder;
        Trees = [.. Conllu.ReadFile(Path.Combine(folder, "ud", "ewt-train.conllu.gz")).Concat(Conllu.ReadFile(Path.Combine(folder, "ud", "gum-open-train.conllu.gz")))];
        Vocabulary = Vocabulary.Count(Trees, Vectors.Index, Lists);
        TreeExamples = [.. Examples.OfTrees(Trees, Vocabulary)];
        NameExamples = [.. Examples.OfNames(ReadNames(Path.Combine(folder, "ner")), Vocabulary)];
        ewt = [.. Examples.OfTrees(Conllu.ReadFile(Path.Combine(folder, "ud", "ewt-dev.conllu.gz")), Vocabulary)];
        gum = [.. Examples.OfTrees(Conllu.ReadFile(Path.Combine(folder, "ud", "gum-open-dev.conllu.gz")), Vocabulary)];
        newswire = [.. NameFiles.Read(Path.Combine(folder, "ner", "worldwide_newswire", "dev.bio"))];
    }

    public Vectors Vectors { get; }

    public IReadOnlyDictionary<string, uint> Lists { get; } = new Dictionary<string, uint>(StringComparer.Ordinal);

    public IReadOnlyList<ConlluSentence> Trees { get; }

    public Vocabulary Vocabulary { get; }

    public Example[] TreeExamples { get; }

    public Example[] NameExamples { get; }

    public IEnumerable<(string Name, ConlluSentence[] Sentences)> DevelopmentTrees()
    {
        var gumTrees = Conllu.ReadFile(Path.Combine(folder, "ud", "gum-open-dev.conllu.gz")).ToArray();
        yield return ("ewt", [.. Conllu.ReadFile(Path.Combine(folder, "ud", "ewt-dev.conllu.gz"))]);
        yield return ("gum", gumTrees);
        yield return ("gum news and interviews", [.. gumTrees.Where(s => s.Comment("sent_id") is { } id && (id.Contains("_news_", StringComparison.Ordinal) || id.Contains("_interview_", StringComparison.Ordinal)))]);
    }

    public string Evaluate(Predictor predictor)
    {
        var names = NameScores.Of(Examples.OfNames(newswire, Vocabulary), predictor);
        return $"ewt {TreeScores.Of(predictor.Predict(ewt), Vocabulary)} gum {TreeScores.Of(predictor.Predict(gum), Vocabulary)} names {names}";
    }

    private static IEnumerable<NamedSentence> ReadNames(string folder)
    {
        var complete = new[] { "wikigold/all", "crossner_politics/train", "crossner_politics/dev", "crossner_politics/test" };
        return complete.SelectMany(f => NameFiles.Read(Path.Combine(folder, f + ".bio")))
            .Concat(NameFiles.Read(Path.Combine(folder, "uner_en_ewt", "dev.bio")).Select(NameFiles.WithoutMisc));
    }
}

/// <summary>Exact spans and kinds of persons, organisations and locations.</summary>
internal readonly record struct NameScores(int Right, int Found, int Gold)
{
    public static NameScores Of(IEnumerable<Example> examples, Predictor predictor)
    {
        var sum = default(NameScores);
        foreach (var (example, prediction) in predictor.Predict(examples))
        {
            var gold = Spans([.. Enumerable.Range(0, example.Count).Select(i => Math.Max(0, example.Names!.Best(i)))]);
            var found = Spans(NameDecoder.Decode(prediction.Names));
            sum = new NameScores(sum.Right + gold.Intersect(found).Count(), sum.Found + found.Count, sum.Gold + gold.Count);
        }
        return sum;
    }

    private static List<Name> Spans(int[] tags) => [.. NameDecoder.Names(tags).Where(n => n.Kind != NameKind.Misc)];

    public override string ToString() => $"{2.0 * Right / Math.Max(1, Found + Gold):F4} (p {(double)Right / Math.Max(1, Found):F3} r {(double)Right / Math.Max(1, Gold):F3})";
}
