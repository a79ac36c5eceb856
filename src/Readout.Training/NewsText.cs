using System.IO.Compression;
using System.Text.Json;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Training;

/// <summary>Free news text, cut into sentences of words; one list for each document.</summary>
internal static class NewsText
{
    // GUM's Wikinews is left out: parts of it are development text.
    private static readonly (string File, int Take)[] Sources = [("whitehouse", 1), ("wikinews_2019_2020", 1), ("voa_lafand", 1), ("kremlin", 2), ("state", 4)];
    private const int ShortestSentence = 4, LongestSentence = 80;

    /// <param name="folder">The folder of the news files; of the larger ones every second or fourth document is taken.</param>
    /// <param name="seed">Says which of them.</param>
    public static IEnumerable<string[][]> Documents(string folder, Tokenizer tokenizer, BoundaryModel boundaries, int seed)
    {
        var splitter = new SentenceSplitter(tokenizer, boundaries);
        foreach (var (file, take) in Sources)
            foreach (var text in Texts(Path.Combine(folder, file + ".jsonl.gz")).Where((_, i) => i % take == seed % take))
                yield return Sentences(text, tokenizer, splitter);
    }

    private static string[][] Sentences(string text, Tokenizer tokenizer, SentenceSplitter splitter)
    {
        var blocks = new List<Block>();
        var at = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            if (paragraph.Trim().Length > 0) blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, at + paragraph.Length)));
            at += paragraph.Length + 2;
        }
        return [.. splitter.Split(text, blocks)
            .Select(s => tokenizer.Tokens(text, s).Select(w => w.In(text)).ToArray())
            .Where(w => w.Length is >= ShortestSentence and <= LongestSentence)];
    }

    private static IEnumerable<string> Texts(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString()!;
        }
    }
}
