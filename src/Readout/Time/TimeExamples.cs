using Readout.Phrases;

namespace Readout.Time;

/// <summary>Runs the examples that stand in the rule files.</summary>
internal static class TimeExamples
{
    /// <summary>Publication date of an example that names none: a Thursday.</summary>
    public static DateOnly Published { get; } = new(2021, 3, 18);

    /// <summary>Count of examples, so that a caller can tell "all well" from "nothing run".</summary>
    public static int Count(TimeKnowledge knowledge) => knowledge.Grammar.Rules.Sum(r => r.Examples.Count);

    /// <summary>A line for each example that does not come out, with file, line, and what came instead.</summary>
    public static IEnumerable<string> Failures(TimeKnowledge knowledge)
    {
        var finder = new TimeFinder(knowledge);
        foreach (var rule in knowledge.Grammar.Rules)
            foreach (var example in rule.Examples)
                if (Failure(finder, rule, example) is { } failure)
                    yield return $"knowledge/{rule.Why.File}({example.Line}): rule '{rule.Why.Rule}' {failure}";
    }

    private static string? Failure(TimeFinder finder, PhraseRule rule, PhraseExample example)
    {
        var found = finder.Find(example.Text, [], example.Published ?? Published);
        if (example.Found is not { } wanted) return found.Any(f => f.Why == rule.Why) || rule.Formula.Operation == "none" && found.Count > 0 ? $"should leave alone: {example.Text}" : null;
        var at = found.FirstOrDefault(f => f.Span == wanted);
        if (at is not null && at.Value == example.Value && (at.Why == rule.Why || !finder.IsFinding(rule.Category))) return null;
        var instead = string.Join(", ", found.Select(f => $"[{f.Span.In(example.Text)}] -> {f.Value} by {f.Why.Rule}"));
        return $"should find [{wanted.In(example.Text)}] -> {example.Value}; found {(instead.Length > 0 ? instead : "nothing")}";
    }
}
