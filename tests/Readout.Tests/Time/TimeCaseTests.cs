using System.Globalization;
using Readout.Time;

namespace Readout.Tests.Time;

/// <summary>Runs <c>cases/4-time</c>: a comment, the publication date or -, a text, and every expression that must be found in it, in order.</summary>
public sealed class TimeCaseTests
{
    private static readonly TimeFinder Finder = new(Known.Knowledge.Time);

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "cases", "4-time"), "*.case").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_it_says(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "cases", "4-time", file));
        var date = lines.Single(l => l.StartsWith("published ", StringComparison.Ordinal))["published ".Length..];
        DateOnly? published = date == "-" ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var parts = string.Join("\n", lines).Split("\n\n");
        var found = Finder.Find(parts[1], [], published);
        var wanted = parts.Length > 2 ? parts[2].TrimEnd() : "";
        Assert.Equal(wanted, string.Join("\n", found.Select(f => $"{f.Span.In(parts[1])} -> {f.Value ?? "null"} {f.Type.ToString().ToLowerInvariant()}")));
    }

    [Fact]
    public void Spans_are_sorted_and_cite_the_text()
    {
        var text = string.Join("\n\n", Directory.EnumerateFiles(Path.Combine(Repository.Root, "cases", "4-time"), "*.case").Select(File.ReadAllText));
        var end = 0;
        foreach (var time in Finder.Find(text, [], new DateOnly(2021, 3, 18)))
        {
            Assert.InRange(time.Span.Start, end, text.Length);
            Assert.False(time.Span.IsEmpty);
            end = time.Span.End;
        }
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["0123456789-/:., '’abdehilmnoprstuwyMJF\n$%"], 0, 60], text => { Finder.Find(text, [], new DateOnly(2021, 3, 18)); });
}
