using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Readout.Pages;
using Readout.Store;
using Readout.Syntax;

namespace Readout.Benchmarks;

/// <summary>What one article costs to read and to keep: <c>bench writes TEXTS.jsonl COUNT STORE</c>, STORE a new file or a postgres:// address. Writers take turns, so the second figure is the ceiling of a shared store.</summary>
internal static class WriteBench
{
    private const int ArticlesPerTransaction = 16;

    public static int Run(string[] args)
    {
        if (args.Length != 3 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("bench writes TEXTS.jsonl COUNT STORE");
            return 2;
        }
        using var model = LanguageModel.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var reader = new Reader(Knowledge.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")), model);
        var pages = File.ReadLines(args[0]).Take(int.Parse(args[1], CultureInfo.InvariantCulture)).Select(Page).ToList();
        // Twice, since the first time compiles.
        foreach (var page in pages) reader.Read(page);
        var (busy, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var readings = pages.ConvertAll(p => reader.Read(p));
        Print("read", pages.Count, watch, Environment.CpuUsage.TotalTime - busy);
        using var store = ReadingStore.Open(args[2]);
        (busy, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        foreach (var some in readings.Chunk(ArticlesPerTransaction)) store.Add(some, DateTimeOffset.UnixEpoch);
        Print("keep", pages.Count, watch, Environment.CpuUsage.TotalTime - busy);
        return 0;
    }

    private static void Print(string what, int count, Stopwatch watch, TimeSpan busy) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{count} articles\t{watch.Elapsed.TotalMilliseconds / count:0.00} ms each by the clock\t{busy.TotalMilliseconds / count:0.00} ms of processor time"));

    private static Page Page(string line)
    {
        using var json = JsonDocument.Parse(line);
        string? Value(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new Page { Input = "bench", Kind = PageKind.Given, Id = Value("id"), Published = Value("published"), Source = Value("source"), Title = Value("title"), Bytes = Encoding.UTF8.GetBytes(Value("text")!) };
    }
}
