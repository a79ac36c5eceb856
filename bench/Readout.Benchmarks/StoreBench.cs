using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Readout.Store;
using Readout.Store.Asking;

namespace Readout.Benchmarks;

/// <summary>How fast a store answers each kind of question, at several sizes cut from one store: median and 95th percentile in milliseconds over actors and days, by the clock and by the processor (which a busy machine does not stretch).</summary>
internal static class StoreBench
{
    private static readonly string[] Actors = ["USA", "RUS", "CHN", "PRK", "KOR", "UKR", "IRN", "JPN", "Blinken", "Putin", "FRA", "ISR"];

    private static readonly DateOnly?[] Days = [null, new DateOnly(2022, 3, 15), new DateOnly(2021, 4, 1)];

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("bench store FILE [SIZE ...]: FILE is a store that 'readout add' filled");
            return 2;
        }
        var sizes = args.Length > 1 ? args[1..].Select(s => int.Parse(s, CultureInfo.InvariantCulture)) : [300, 1000, int.MaxValue];
        Console.WriteLine("articles\tquestion\tcalls\tmedian_ms\tp95_ms\tcpu_median_ms\tcpu_p95_ms\tanswers");
        foreach (var size in sizes) Run(args[0], size);
        return 0;
    }

    private static void Run(string file, int size)
    {
        var cut = Path.Combine(Path.GetTempPath(), $"readout-bench-{Path.GetRandomFileName()}.db");
        try
        {
            File.Copy(file, cut);
            Cut(cut, size);
            using var store = ReadingStore.OpenExisting(cut);
            var articles = store.Ask(new CoverageQuestion()).Articles;
            foreach (var (name, ask) in Questions()) Measure(store, articles, name, ask);
        }
        finally
        {
            foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(cut + end);
        }
    }

    private static void Cut(string file, int size)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false;Foreign Keys=true");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"DELETE FROM versions WHERE article > {size}; DELETE FROM articles WHERE article > {size}; ANALYZE");
        command.ExecuteNonQuery();
    }

    private static void Measure(ReadingStore store, long articles, string name, Func<ReadingStore, string, DateOnly?, int> ask)
    {
        var times = new List<double>();
        var processor = new List<double>();
        using var process = Process.GetCurrentProcess();
        var answers = 0;
        // The first call compiles; it is not the user's every call.
        Try(() => ask(store, "USA", null));
        foreach (var day in Days)
            foreach (var actor in Actors)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
                answers += Try(() => ask(store, actor, day));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                process.Refresh();
                processor.Add((process.TotalProcessorTime - used).TotalMilliseconds);
            }
        times.Sort();
        processor.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles}\t{name}\t{times.Count}\t{times[times.Count / 2]:0.0}\t{times[(int)(times.Count * 0.95)]:0.0}\t{processor[processor.Count / 2]:0.0}\t{processor[(int)(processor.Count * 0.95)]:0.0}\t{answers}"));
    }

    private static int Try(Func<int> ask)
    {
        try
        {
            return ask();
        }
        catch (QuestionException)
        {
            // An actor whom a small store does not name.
            return 0;
        }
    }

    private static IEnumerable<(string Name, Func<ReadingStore, string, DateOnly?, int> Ask)> Questions()
    {
        static Selection Of(string actor) => new() { Actors = [actor] };
        static DateOnly Today(DateOnly? day) => day ?? new DateOnly(2022, 6, 1);
        yield return ("timeline", (s, a, d) => s.Ask(new TimelineQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("timeline --reports", (s, a, d) => s.Ask(new TimelineQuestion { Selection = Of(a), AsOf = d, Reports = true }).Count);
        yield return ("timeline of all", (s, _, d) => s.Ask(new TimelineQuestion { AsOf = d }).Count);
        yield return ("said", (s, a, d) => s.Ask(new SaidQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("relations", (s, a, d) => s.Ask(new RelationsQuestion { One = a, Other = a == "USA" ? "RUS" : "USA", AsOf = d }).Count);
        yield return ("positions", (s, a, d) => s.Ask(new PositionsQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("demands", (s, a, d) => s.Ask(new DemandsQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("conditions", (s, a, d) => s.Ask(new DemandsQuestion { Selection = Of(a), AsOf = d, Conditions = true }).Count);
        yield return ("agreements", (s, a, d) => s.Ask(new AccordsQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("meetings", (s, a, d) => s.Ask(new CalendarQuestion { Selection = Of(a), AsOf = d, Today = Today(d) }).Count);
        yield return ("offices", (s, a, d) => s.Ask(new OfficesQuestion { Selection = Of(a), AsOf = d }).Count);
        yield return ("search", (s, a, d) => s.Ask(new SearchQuestion { Words = "sanctions OR talks", Selection = Of(a), AsOf = d }).Count);
        yield return ("brief", (s, a, d) => s.Ask(new BriefQuestion { Selection = Of(a), AsOf = d, Today = Today(d), IfAsked = true }).Sections.Count);
        yield return ("brief of all", (s, _, d) => s.Ask(new BriefQuestion { AsOf = d, Today = Today(d) }).Sections.Count);
    }
}
