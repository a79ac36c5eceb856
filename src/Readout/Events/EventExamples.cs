using System.Text;
using Readout.Checking;
using Readout.Pages;

namespace Readout.Events;

/// <summary>
/// Runs the examples of <c>events/*.rules</c>. A <c>yes</c> sentence must give an event of that type with those sides as the best reading of
/// one of its clauses; a <c>no</c> sentence must not give an event that the rule above it is the reason of.
/// </summary>
internal static class EventExamples
{
    public static StageCheck Run(CheckBench bench)
    {
        var examples = bench.Knowledge.Rules.Examples;
        return new StageCheck("events", examples.Count, [.. examples.Select(e => e.Verdict(Failure(e, bench))).OfType<string>()]);
    }

    private static string? Failure(RuleExample example, CheckBench bench)
    {
        var article = bench.Reader.Extract(new Page { Input = "example", Kind = PageKind.Given, Charset = "utf-8", Bytes = Encoding.UTF8.GetBytes(example.Sentence) }) with { Language = "en" };
        var (rules, weights) = (bench.Knowledge.Rules, bench.Knowledge.Rules.Weights);
        var chosen = EventFinder.Choose(bench.Reader.Drafts(article).Drafts, rules, weights);
        if (example.Expected is { } expected)
            return chosen.Exists(d => Fits(expected, d)) ? null : $"{example.File}:{example.Line}: expected {expected}, got {Words(chosen)}: {example.Sentence}";
        return chosen.Exists(d => d.Match.Rule.Name == example.Rule && weights.Confidence(d.Signs, 1) >= weights.ThresholdOf(1)) ? $"{example.File}:{example.Line}: the rule {example.Rule} must not fit, got {Words(chosen)}: {example.Sentence}" : null;
    }

    private static bool Fits(string expected, EventDraft draft)
    {
        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => w is ">" or "&");
        if (at < 0 || draft.Event.Type != words[0]) return false;
        var (actors, recipients) = (words[1..at].SelectMany(Codes).ToList(), words[(at + 1)..].SelectMany(Codes).ToList());
        if (words[at] == "&") return actors.Concat(recipients).All(c => draft.Actors.Contains(c) || draft.Recipients.Contains(c));
        return actors.All(draft.Actors.Contains) && recipients.All(draft.Recipients.Contains) && (actors.Count > 0 || draft.Actors.Count == 0);
    }

    private static string[] Codes(string side) => side.Split(',');

    private static string Words(List<EventDraft> drafts) =>
        drafts.Count == 0 ? "nothing" : string.Join("; ", drafts.Select(d => $"{d.Event.Type} {string.Join(',', d.Actors)} {(d.Event.Mutual ? "&" : ">")} {string.Join(',', d.Recipients)} by {d.Match.Rule.Name}"));
}
