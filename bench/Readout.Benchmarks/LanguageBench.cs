using System.Diagnostics;
using System.Text.Json;
using Readout.Loading;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Benchmarks;

/// <summary>Words a second for sentences, words, tags, trees, lemmas and names together, on one thread and on two, with the memory allocated
/// for each word and a sum over what was found: <c>bench language texts.jsonl</c>. <c>language-peers/peers.mjs</c> has the yardsticks beside it.</summary>
internal static class LanguageBench
{
    private const int Rounds = 5;

    public static int Run(string[] arguments)
    {
        if (arguments.Length != 1)
        {
            Console.Error.WriteLine("bench language TEXTS.jsonl: each line has text");
            return 2;
        }
        var texts = File.ReadLines(arguments[0]).Select(Read).ToArray();
        using var model = LanguageModel.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var parser = new Parser(model, LanguageRules.Load(new KnowledgeFolder(Path.Combine(AppContext.BaseDirectory, "knowledge"))));
        var answer = Measure(parser, texts, threads: 1);
        if (Measure(parser, texts, threads: 2) == answer) return 0;
        Console.Error.WriteLine("language: one thread and two disagree");
        return 1;
    }

    private static ulong Measure(Parser parser, (string Text, Block[] Blocks)[] texts, int threads)
    {
        var (best, least, words, answer, allocated) = (double.MaxValue, double.MaxValue, 0L, 0UL, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            (words, answer) = (0, 0);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var busy = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            Parallel.ForEach(texts, new ParallelOptions { MaxDegreeOfParallelism = threads }, text =>
            {
                var (count, sum) = Summary(parser.Read(text.Text, text.Blocks));
                Interlocked.Add(ref words, count);
                Interlocked.Add(ref answer, sum);
            });
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }
        Console.WriteLine($"language, {threads} thread(s): {words / best:0} words/s, {words / least:0} a second of processor time, {(double)allocated / words:0} bytes allocated a word, {words} words, answer {answer:x16}");
        return answer;
    }

    // A sum that no order of the texts changes.
    private static (long Words, ulong Sum) Summary(IReadOnlyList<Parse> parses)
    {
        var (words, sum) = (0L, 0UL);
        foreach (var parse in parses)
        {
            words += parse.Count;
            foreach (ref readonly var token in parse.Tokens)
                sum += (ulong)(token.Span.Start + 1) * 31 + (ulong)(token.Head + 2) * 1009 + (ulong)token.Upos * 7919 + (ulong)token.Deprel * 104729;
            foreach (var name in parse.Names) sum += (ulong)(name.Start * 17 + name.End * 19 + (int)name.Kind + 1) * 1_000_003;
        }
        return (words, sum);
    }

    private static (string Text, Block[] Blocks) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var blocks = new List<Block>();
        var at = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            if (paragraph.Length > 0) blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, at + paragraph.Length)));
            at += paragraph.Length + 2;
        }
        return (text, [.. blocks]);
    }
}
