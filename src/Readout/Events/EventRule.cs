namespace Readout.Events;

/// <summary>One condition on a place of a clause.</summary>
/// <param name="Words">Lemmas that may head it; null when any word may.</param>
/// <param name="Actor">It must name an actor.</param>
/// <param name="Absent">It must be empty.</param>
internal sealed record SlotTest(string Slot, IReadOnlySet<string>? Words, bool Actor, bool Absent)
{
    /// <summary>The places of which one must meet the condition.</summary>
    public string[] Places { get; } = Slot.Split('|');

    // Of two patterns the one that names the words ("held talks") is surer than the one that takes any object ("held him").
    public int Weight { get; } = Absent ? 1 : Words is not null ? 4 : Actor ? 3 : 2;
}

/// <summary>One pattern of a rule: a predicate, conditions on its places, and who is actor and recipient.</summary>
/// <param name="Actors">Places to look for the actors, the first filled one counts.</param>
internal sealed record Pattern(bool IsNoun, IReadOnlyList<string> Lemmas, IReadOnlyList<SlotTest> Tests, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients, bool Mutual, int Line)
{
    /// <summary>It tells what somebody does by saying the clause, not what the clause says: one clause may be both.</summary>
    public bool IsTold { get; } = Tests.Any(t => t is { Slot: "speaker", Absent: false });

    /// <summary>How many conditions it asks for and how sure they are.</summary>
    public int Weight { get; } = Tests.Sum(t => t.Weight);

    /// <summary>It stands on its tests alone, whatever the verb.</summary>
    public bool IsOfAnyVerb { get; } = Lemmas.Contains("*");
}

/// <summary>A sentence that the rule must (or must not) code, written beside it and run as a test.</summary>
/// <param name="Expected">Such as <c>ACCUSE IRN > ISR</c>; null for a sentence that must give nothing of this rule.</param>
internal sealed record RuleExample(string Rule, string File, int Line, string Sentence, string? Expected)
{
    /// <summary>Written <c>todo yes</c> or <c>todo no</c>: known to fail. It stands in the file so that the gap is counted, and fails the check when it passes.</summary>
    public bool IsKnownFailure { get; init; }

    /// <summary>What the check says of the example, given how it failed; null when all is as the file says.</summary>
    public string? Verdict(string? failure) => !IsKnownFailure ? failure : failure is null ? $"{File}:{Line}: passes now; take away its todo: {Sentence}" : null;
}

/// <summary>What clauses become which event (or position, when <see cref="Type"/> is a stance).</summary>
internal sealed record EventRule(string Name, string File, int Line, string Type, string? Mode, string? Cameo, IReadOnlyList<string> Contexts, IReadOnlyList<Pattern> Patterns)
{
    /// <summary>What the rule itself says of the act, such as <c>planned</c>; null when the clause tells.</summary>
    public string? Status { get; init; }

    public Why Why(Pattern pattern) => new(Name, File, pattern.Line);
}
