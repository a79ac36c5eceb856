using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Readout.Benchmarks;

/// <summary>
/// End to end, as a user calls it: <c>readout add</c> reads a corpus that is repeated with other ids, days and words, and keeps what it finds.
/// Prints for each size articles a second by the clock, processor time, peak memory and the size of the store, then how well a line fits the cost.
/// </summary>
internal static class WholeBench
{
    public static int Run(string[] args)
    {
        if (args.Length < 3 || !File.Exists(args[0]) || !File.Exists(args[1]))
        {
            Console.Error.WriteLine("bench whole PROGRAM CORPUS.jsonl SIZE ... [--store postgres://...]: PROGRAM is readout as published, each line of CORPUS has text or html");
            return 2;
        }
        var corpus = new Corpus([.. File.ReadLines(args[1]).Select(l => JsonNode.Parse(l)!.AsObject())]);
        var store = Array.IndexOf(args, "--store") is >= 0 and var at ? args[at + 1] : null;
        var points = new List<(double Size, double Seconds)>();
        Console.WriteLine("articles\tseconds\tarticles_per_second\tcpu_seconds\tcpu_ms_per_article\tpeak_mb\tstore_mb");
        foreach (var size in args[2..].TakeWhile(a => a != "--store").Select(s => int.Parse(s, CultureInfo.InvariantCulture))) points.Add(Measure(args[0], corpus, size, store));
        if (points.Count > 2) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time over articles: a line explains {Fit(points):0.0000} of the variance"));
        return 0;
    }

    private static (double Size, double Seconds) Measure(string program, Corpus corpus, int size, string? shared)
    {
        var folder = Directory.CreateTempSubdirectory("readout-bench");
        var store = shared is null ? Path.Combine(folder.FullName, "whole.db") : $"{shared}?schema=bench_{size}";
        using var process = Process.Start(new ProcessStartInfo(program, ["add", "-", "--store", store, "--quiet"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var (watch, used) = (Stopwatch.StartNew(), new Used(0, TimeSpan.Zero));
        foreach (var (i, line) in corpus.Lines(size).Index())
        {
            process.StandardInput.WriteLine(line);
            if (i % 100 == 0) used = used.Or(process);
        }
        process.StandardInput.Close();
        while (!process.WaitForExit(20)) used = used.Or(process);
        process.WaitForExit();
        var (wall, busy) = (watch.Elapsed.TotalSeconds, used.Processor.TotalSeconds);
        var bytes = shared is null ? folder.EnumerateFiles().Sum(f => f.Length) : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}\t{wall:0.0}\t{size / wall:0.0}\t{busy:0.0}\t{busy / size * 1000:0.00}\t{used.Peak / 1e6:0}\t{bytes / 1e6:0.0}"));
        if (Environment.GetEnvironmentVariable("KEEP") is { } kept && shared is null) File.Copy(store, kept, overwrite: true);
        folder.Delete(recursive: true);
        return (size, busy);
    }

    /// <summary>What a process has used so far; it cannot be asked after its end.</summary>
    private readonly record struct Used(long Peak, TimeSpan Processor)
    {
        public Used Or(Process process)
        {
            try
            {
                process.Refresh();
                return new Used(Math.Max(Peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                return this;
            }
        }
    }

    // The square of the correlation.
    private static double Fit(List<(double Size, double Seconds)> points)
    {
        var (x, y) = (points.Average(p => p.Size), points.Average(p => p.Seconds));
        var both = points.Sum(p => (p.Size - x) * (p.Seconds - y));
        return both * both / (points.Sum(p => (p.Size - x) * (p.Size - x)) * points.Sum(p => (p.Seconds - y) * (p.Seconds - y)));
    }

    /// <summary>Articles that repeat themselves with changes.</summary>
    private sealed class Corpus
    {
        private const int DaysApart = 97;
        private readonly JsonObject[] articles;
        private readonly Dictionary<int, List<string>> words = [];

        public Corpus(JsonObject[] articles)
        {
            this.articles = articles;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var article in articles)
                foreach (var word in (article["text"] ?? article["html"])!.GetValue<string>().Split(' '))
                    if (IsPlain(word) && seen.Add(word)) (words.TryGetValue(word.Length, out var list) ? list : words[word.Length] = []).Add(word);
        }

        public IEnumerable<string> Lines(int count) => Enumerable.Range(0, count).Select(i => Changed(articles[i % articles.Length], i / articles.Length, i).ToJsonString());

        /// <summary>The first time as it is; later with another id and day and a fifth of its plain words changed for others of the corpus.</summary>
        private JsonObject Changed(JsonObject article, int time, int number)
        {
            var changed = article.DeepClone().AsObject();
            changed["id"] = $"bench-{number}";
            if (time == 0) return changed;
            changed.Remove("url");
            if (changed["published"]?.GetValue<string>() is { } day && DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var date)) changed["published"] = date.AddDays(time * DaysApart).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var field in new[] { "text", "html" })
                if (changed[field]?.GetValue<string>() is { } text) changed[field] = Changed(text, (uint)number);
            return changed;
        }

        private string Changed(string text, uint seed)
        {
            var result = new StringBuilder(text.Length);
            foreach (var (i, word) in text.Split(' ').Index())
            {
                if (i > 0) result.Append(' ');
                seed = seed * 1_664_525 + 1_013_904_223;
                result.Append((seed >> 16) % 5 == 0 && IsPlain(word) && words.TryGetValue(word.Length, out var others) ? others[(int)((seed >> 8) % (uint)others.Count)] : word);
            }
            return result.ToString();
        }

        private static bool IsPlain(string word) => word.Length >= 5 && word.All(char.IsAsciiLetterLower);
    }
}
