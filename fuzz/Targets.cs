using System.Text;
using Readout.App.Sources;
using Readout.App.Sources.Warc;
using Readout.Events;
using Readout.Loading;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Fuzz;

/// <summary>What is fuzzed: each target reads bytes as the program would. A refusal by name is well; any other exception is a find.</summary>
internal sealed class Targets(string knowledge, string models)
{
    private readonly Lazy<KnowledgeFolder> folder = new(() => new KnowledgeFolder(knowledge));
    private ArticleExtractor? extractor;
    private KnowledgeTrial? trial;
    private Reader? reader;

    public static IReadOnlyList<string> Names { get; } = ["page", "feed", "warc", "input", "conllu", "rules", "knowledge", "text"];

    public Action<byte[]> Of(string name) => name switch
    {
        "page" => Page,
        "feed" => bytes => Pages(failed => Feed.Read("feed", new MemoryStream(bytes), failed)),
        "warc" => bytes => Pages(failed => new WarcReader("warc", new MemoryStream(bytes), failed).Pages()),
        "input" => bytes => Pages(failed => Inputs.Sniffed("input", new HeadStream(new MemoryStream(bytes)), failed)),
        "conllu" => Trees,
        "rules" => Rules,
        "knowledge" => bytes => (trial ??= new KnowledgeTrial(folder.Value)).Load(bytes),
        "text" => Text,
        _ => throw new ArgumentException($"no target {name}; there are {string.Join(", ", Names)}"),
    };

    private void Page(byte[] bytes)
    {
        extractor ??= new ArticleExtractor(new PageKnowledge(folder.Value));
        try
        {
            SpanCheck.Of(extractor.Extract(new Page { Input = "page", Bytes = bytes }));
        }
        catch (PageException)
        {
            // Refused by name.
        }
    }

    private static void Pages(Func<Action<SourceException>, IEnumerable<Page>> read)
    {
        try
        {
            foreach (var page in read(_ => { })) ArgumentException.ThrowIfNullOrEmpty(page.Input);
        }
        catch (SourceException)
        {
            // Refused by name.
        }
    }

    private static void Trees(byte[] bytes)
    {
        try
        {
            foreach (var sentence in Conllu.Read(new StringReader(Encoding.UTF8.GetString(bytes)))) ArgumentNullException.ThrowIfNull(sentence.Words);
        }
        catch (FormatException)
        {
            // Refused with its line.
        }
    }

    private static void Rules(byte[] bytes)
    {
        try
        {
            RuleFile.Parse("events/fuzz.rules", Encoding.UTF8.GetString(bytes));
        }
        catch (KnowledgeException)
        {
            // Refused with file and line.
        }
    }

    private void Text(byte[] bytes)
    {
        reader ??= new Reader(Knowledge.Load(folder.Value), LanguageModel.Load(models));
        try
        {
            SpanCheck.Of(reader.Read(new Page { Input = "text", Bytes = bytes, Kind = PageKind.Given, Published = "2021-03-18" }));
        }
        catch (PageException)
        {
            // Refused by name.
        }
    }
}
