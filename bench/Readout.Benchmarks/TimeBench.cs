using System.Text.Json;
using Readout.Time;

namespace Readout.Benchmarks;

/// <summary>Speed of the time finder in words a second on one core, with what it found: <c>bench times texts.jsonl [readings.jsonl]</c>.</summary>
internal static class TimeBench
{
    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2) return Usage();
        var texts = File.ReadLines(arguments[0]).Select(TimeText.Read).ToList();
        var finder = new TimeFinder(Knowledge.Load(Path.Combine(AppContext.BaseDirectory, "knowledge")).Time);
        var found = texts.ConvertAll(t => finder.Find(t.Text, [], t.Published));
        if (arguments.Length == 2) File.WriteAllLines(arguments[1], texts.Zip(found, (t, times) => t.Reading(times)));
        var words = texts.Sum(t => t.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var best = Enumerable.Range(0, 15).Min(_ => Time(() => texts.ForEach(t => finder.Find(t.Text, [], t.Published))));
        Console.WriteLine($"times: {found.Sum(f => f.Count)} expressions in {words} words, {words / best.TotalSeconds:0} words/s");
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("bench times TEXTS.jsonl [READINGS.jsonl]: each line has id, text and published");
        return 2;
    }

    private static TimeSpan Time(Action run)
    {
        // Processor time, so that the figure is that of one core however busy the machine is.
        var before = Environment.CpuUsage.TotalTime;
        run();
        return Environment.CpuUsage.TotalTime - before;
    }
}

/// <summary>A line of the input with what the scorer wants back.</summary>
internal sealed record TimeText(string Id, string Text, DateOnly? Published)
{
    public static TimeText Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var published = json.TryGetProperty("published", out var day) && DateOnly.TryParse(day.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : (DateOnly?)null;
        return new TimeText(json.GetProperty("id").GetString()!, json.GetProperty("text").GetString()!, published);
    }

    public string Reading(IReadOnlyList<TimeExpression> times) => JsonSerializer.Serialize(new
    {
        article = new { id = Id, text = Text },
        times = times.Select(t => new { start = t.Span.Start, end = t.Span.End, type = t.Type.ToString(), value = t.Value, rule = t.Why.ToString() }),
    });
}
