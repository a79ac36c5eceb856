using System.Diagnostics;
using System.Text.Json;
using Readout.Loading;
using Readout.Pages;

namespace Readout.Benchmarks;

/// <summary>Page readers side by side on the same pages in one run: quality beside speed, since speed on wrong answers is nothing.</summary>
internal static class PageBench
{
    private const int Rounds = 3;

    public static int Run(string[] arguments)
    {
        var extractor = new ArticleExtractor(new PageKnowledge(new KnowledgeFolder(Path.Combine(AppContext.BaseDirectory, "knowledge"))));
        PagePeer[] peers = [PagePeer.Readout(extractor), PagePeer.SmartReader];
        switch (arguments)
        {
            case ["read", var folder, var output, .. var peer]:
                File.WriteAllLines(output, PageFile.All(folder).Select(f => peers[peer is ["smartreader"] ? 1 : 0].Read(f).Line(f.Name)));
                return 0;
            case ["compare", var folder, var truth]:
                Compare(peers, PageFile.All(folder), Bodies(truth));
                return 0;
            default:
                Console.Error.WriteLine("bench pages read FOLDER OUT.jsonl [smartreader]: readings for the scorer\nbench pages compare FOLDER GROUND-TRUTH.json: quality and speed of all readers");
                return 2;
        }
    }

    private static void Compare(PagePeer[] peers, IReadOnlyList<PageFile> files, Dictionary<string, string> truth)
    {
        Console.WriteLine($"{files.Count} pages, {files.Sum(f => (long)f.Bytes.Length) / 1000 / files.Count} kB each on average, one thread, best of {Rounds} rounds");
        foreach (var peer in peers)
        {
            var score = new ShingleScore();
            foreach (var file in files) score.Add(truth.GetValueOrDefault(file.Key, ""), peer.Read(file).Body);
            var best = Enumerable.Range(0, Rounds).Min(_ => Time(peer, files));
            Console.WriteLine(FormattableString.Invariant($"{peer.Name,-20} precision {score.Precision:0.0000} recall {score.Recall:0.0000} F1 {score.F1:0.0000}  {files.Count / best.TotalSeconds:0.0} pages/s"));
        }
    }

    private static TimeSpan Time(PagePeer peer, IReadOnlyList<PageFile> files)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var file in files) peer.Read(file);
        // Processor time, so that a busy machine does not blur the figures; it includes the collector's threads.
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static Dictionary<string, string> Bodies(string truth)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(truth));
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("articleBody").GetString() ?? "", StringComparer.Ordinal);
    }
}
