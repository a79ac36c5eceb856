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
        var knowledge = new PageKnowledge(new KnowledgeFolder(Path.Combine(AppContext.BaseDirectory, "knowledge")));
        var extractor = new ArticleExtractor(knowledge);
        PagePeer[] peers = [PagePeer.Readout(extractor), PagePeer.SmartReader];
        switch (arguments)
        {
            case ["read", var folder, var output, .. var peer]:
                File.WriteAllLines(output, PageFile.All(folder).Select(f => peers[peer is ["smartreader"] ? 1 : 0].Read(f).Line(f.Name)));
                return 0;
            case ["compare", var folder, var truth]:
                Compare(peers, folder, PageFile.All(folder), Bodies(truth));
                return 0;
            case ["trees", var folder]:
                return TreeComparison.Run(PageFile.All(folder), knowledge);
            default:
                Console.Error.WriteLine("bench pages read FOLDER OUT.jsonl [smartreader]: readings for the scorer\nbench pages compare FOLDER GROUND-TRUTH.json: quality and speed of all readers\nbench pages trees FOLDER: pages on which our tree and that of AngleSharp differ, and both speeds");
                return 2;
        }
    }

    private static void Compare(PagePeer[] peers, string folder, IReadOnlyList<PageFile> files, Dictionary<string, string> truth)
    {
        Console.WriteLine($"{files.Count} pages, {files.Sum(f => (long)f.Bytes.Length) / 1000 / files.Count} kB each on average; processor time of one thread, best of {Rounds} rounds");
        foreach (var peer in peers)
        {
            var bodies = files.ToDictionary(f => Path.GetFileName(f.Name), f => peer.Read(f).Body, StringComparer.Ordinal);
            Print(peer.Name, files, truth, bodies, Enumerable.Range(0, Rounds).Min(_ => Time(peer, files)));
        }
        if (NodeReader.Missing is { } missing) Console.WriteLine($"{NodeReader.Name,-20} {missing}");
        else if (NodeReader.Run(folder, Rounds) is var (found, best)) Print(NodeReader.Name, files, truth, found, best);
    }

    private static void Print(string name, IReadOnlyList<PageFile> files, Dictionary<string, string> truth, Dictionary<string, string> bodies, TimeSpan best)
    {
        var score = new ShingleScore();
        foreach (var file in files) score.Add(truth.GetValueOrDefault(file.Key, ""), bodies.GetValueOrDefault(Path.GetFileName(file.Name), ""));
        Console.WriteLine(FormattableString.Invariant($"{name,-20} precision {score.Precision:0.0000} recall {score.Recall:0.0000} F1 {score.F1:0.0000}  {files.Count / best.TotalSeconds:0.0} pages/s"));
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
