using System.Text;
using Readout.Checking;
using Readout.Events;
using Readout.Output;
using Readout.Pages;

namespace Readout.Positions;

/// <summary>
/// Runs the examples of <c>positions/*.rules</c>. A <c>yes</c> sentence must give that stance of that holder as the best reading of one of
/// its clauses; a <c>no</c> sentence must give no position.
/// </summary>
internal static class PositionExamples
{
    public static StageCheck Run(CheckBench bench)
    {
        var examples = bench.Knowledge.Positions.Examples;
        return new StageCheck("positions", examples.Count, [.. examples.Select(e => e.Verdict(Failure(e, bench))).OfType<string>()]);
    }

    private static string? Failure(RuleExample example, CheckBench bench)
    {
        var article = bench.Reader.Extract(new Page { Input = "example", Kind = PageKind.Given, Charset = "utf-8", Bytes = Encoding.UTF8.GetBytes(example.Sentence) }) with { Language = "en" };
        var weights = bench.Knowledge.Positions.Weights;
        var chosen = PositionFinder.Choose(bench.Reader.PositionDrafts(article), weights);
        if (example.Expected is null) chosen = [.. chosen.Where(d => weights.Keep(d.Signs) >= weights.ThresholdOf(1))];
        var found = chosen.Select(d => $"{Words.Of(d.Position.Stance)} {d.Position.Holder}").ToList();
        if (example.Expected is { } expected ? found.Contains(expected) : found.Count == 0) return null;
        return $"{example.File}:{example.Line}: expected {example.Expected ?? "nothing"}, got {(found.Count == 0 ? "nothing" : string.Join("; ", found))}: {example.Sentence}";
    }
}
