using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Readout.Agreements;
using Readout.Events;
using Readout.Figures;
using Readout.Meetings;
using Readout.Output;
using Readout.Pages;
using Readout.Positions;
using Readout.Store;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Benchmarks;

/// <summary>Where the time of an article goes: <c>bench stages TEXTS.jsonl ROUNDS</c>. Processor time of the one thread that reads and bytes allocated, by stage, in the last of several rounds; then those of the whole process, with compiling and collecting.</summary>
internal sealed partial class StageBench
{
    private readonly SortedDictionary<string, (long Nanoseconds, long Bytes)> stages = new(StringComparer.Ordinal);
    private readonly Knowledge knowledge;
    private readonly Reader reader;
    private readonly Parser parser;
    private readonly TimeFinder times;
    private readonly FigureFinder figures;

    private StageBench(Knowledge knowledge, LanguageModel model)
    {
        this.knowledge = knowledge;
        reader = new Reader(knowledge, model);
        parser = new Parser(model, knowledge.Language);
        times = new TimeFinder(knowledge.Time);
        figures = new FigureFinder(knowledge.Figures);
    }

    public static int Run(string[] args)
    {
        if (args.Length != 2 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("bench stages TEXTS.jsonl ROUNDS: each line has text or html");
            return 2;
        }
        using var model = LanguageModel.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var bench = new StageBench(Knowledge.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")), model);
        var pages = File.ReadLines(args[0]).Select(Page).ToList();
        var thread = new Thread(() => bench.Measure(pages, int.Parse(args[1], CultureInfo.InvariantCulture)), 16 << 20);
        thread.Start();
        thread.Join();
        return 0;
    }

    private void Measure(List<Page> pages, int rounds)
    {
        var (words, busy) = (0L, TimeSpan.Zero);
        for (var round = 0; round < rounds; round++)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("readout-bench").FullName, "stages.db");
            using var store = ReadingStore.Open(file);
            stages.Clear();
            busy = Environment.CpuUsage.TotalTime;
            foreach (var some in pages.Chunk(32))
            {
                var readings = some.Select(Read).ToList();
                Timed("9 keep", () => store.Add(readings, DateTimeOffset.UnixEpoch));
                words += readings.Sum(r => (long)r.Article.Text.AsSpan().Count(' ') + 1);
            }
            busy = Environment.CpuUsage.TotalTime - busy;
        }
        Console.WriteLine("stage\tmilliseconds\tkilobytes");
        foreach (var (name, (nanoseconds, bytes)) in stages) Print(name, nanoseconds / 1e6 / pages.Count, bytes / 1e3 / pages.Count);
        Print("all", stages.Values.Sum(s => s.Nanoseconds) / 1e6 / pages.Count, stages.Values.Sum(s => s.Bytes) / 1e3 / pages.Count);
        Print("whole process", busy.TotalMilliseconds / pages.Count, 0);
        Console.WriteLine(FormattableString.Invariant($"{pages.Count} articles of {words / rounds / pages.Count} words"));
    }

    private static void Print(string name, double milliseconds, double kilobytes) => Console.WriteLine(FormattableString.Invariant($"{name}\t{milliseconds:0.000}\t{kilobytes:0}"));

    // The steps of Reader, each by itself.
    private Reading Read(Page page)
    {
        var article = Timed("1 page", () => reader.Extract(page));
        if (article.Language != "en" || article.Text.Length > Reader.ReadLimit) return reader.Read(article);
        var dates = Timed("2 times", () => times.Find(article.Text, article.Blocks, article.Published));
        var parses = Timed("3 language", () => parser.Read(article.Text, article.Blocks));
        var cast = Timed("4 cast", () => CastFinder.Find(article, parses, dates, knowledge.Actors, knowledge.Places));
        var statements = Timed("5 statements", () => knowledge.Statements.Find(article, parses, cast.Entities, dates));
        var wording = Timed("5 wording", () => knowledge.Wording.Find(article.Text, statements));
        var scene = Timed("6 scene", () => new Scene(article, parses, cast, statements, knowledge.Rules));
        var events = Timed("6 events", () => EventFinder.Find(scene, dates, knowledge.Rules, null));
        var positions = Timed("7 positions", () => PositionFinder.Find(scene, events, knowledge));
        var agreements = Timed("7 agreements", () => AgreementFinder.Find(scene, dates, knowledge));
        var counted = Timed("7 figures", () => figures.Find(article.Text, parses, dates, cast));
        var reading = new Reading
        {
            Article = article,
            Sentences = [.. parses.Select(p => p.Span)],
            Entities = cast.Entities,
            Times = dates,
            Figures = counted,
            Statements = statements,
            Wording = wording,
            Events = events,
            Positions = positions,
            Agreements = agreements,
            Doubts = cast.Doubts,
            Version = reader.Version,
        };
        reading = Timed("7 meetings", () => reading with { Meetings = MeetingFinder.Find(reading, knowledge.Meetings) });
        Timed("8 json", () => ReadingJson.Write(reading));
        return reading;
    }

    private T Timed<T>(string stage, Func<T> act)
    {
        var (time, bytes) = (ThreadTime(), GC.GetAllocatedBytesForCurrentThread());
        var result = act();
        var before = stages.GetValueOrDefault(stage);
        stages[stage] = (before.Nanoseconds + ThreadTime() - time, before.Bytes + GC.GetAllocatedBytesForCurrentThread() - bytes);
        return result;
    }

    private static long ThreadTime()
    {
        const int ProcessorTimeOfThread = 3;
        return GetTime(ProcessorTimeOfThread, out var time) == 0 ? time.Seconds * 1_000_000_000 + time.Nanoseconds : 0;
    }

    private readonly record struct Timespec(long Seconds, long Nanoseconds);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    private static Page Page(string line)
    {
        using var json = JsonDocument.Parse(line);
        string? Value(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        var text = Value("text");
        return new Page { Input = "bench", Kind = text is null ? PageKind.Html : PageKind.Given, Id = Value("id"), Published = Value("published"), Source = Value("source"), Title = Value("title"), Bytes = Encoding.UTF8.GetBytes(text ?? Value("html")!) };
    }
}
