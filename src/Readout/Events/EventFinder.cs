using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Events;

/// <summary>Turns clauses into PLOVER events: who did what to whom, when, where, and whether it happened.</summary>
internal static class EventFinder
{
    public static IReadOnlyList<Event> Find(Scene scene, IReadOnlyList<TimeExpression> times, RuleBook rules, TitleMeeting? title)
    {
        var threshold = rules.Weights.ThresholdOf(scene.Parses.Count);
        var drafted = Choose(Drafts(scene, times, rules), rules, rules.Weights)
            .Select(d => d.Event with { Confidence = Math.Round(rules.Weights.Confidence(d.Signs, scene.Parses.Count), 2) })
            .ToList();
        IReadOnlyList<Event> found = [.. drafted.Where(e => e.Confidence >= threshold)];
        if (title is not null) found = title.Joined(found, drafted);
        return [.. found.OrderBy(e => e.Evidence).Select((e, i) => e with { Id = $"e{i + 1}" })];
    }

    /// <summary>The best reading of each clause, one record per event, with the signs that the whole article gives.</summary>
    internal static List<EventDraft> Choose(IReadOnlyList<EventDraft> drafts, RuleBook rules, Weights weights)
    {
        var best = drafts.GroupBy(ClauseOf).Select(g => g.MaxBy(d => weights.Pick(d.Signs))!);
        var signs = new ArticleSigns();
        return [.. Merger.Merge(best, rules, weights).OrderBy(d => d.Event.Evidence).Select(d => d with { Signs = signs.Of(d) })];
    }

    /// <summary>The clause that a draft reads; what it says and what its speaker does by saying it are two.</summary>
    internal static (int Sentence, int Word, bool IsTold) ClauseOf(EventDraft draft) => (draft.Match.Clause.Sentence, draft.Match.Clause.Word, draft.Match.Pattern.IsTold);

    /// <summary>All readings of all clauses that a rule fits, in text order, before any is chosen or dropped.</summary>
    internal static List<EventDraft> Drafts(Scene scene, IReadOnlyList<TimeExpression> times, RuleBook rules)
    {
        var matcher = new RuleMatcher(rules, scene);
        var drafter = new Drafter(new Circumstances(times, scene), rules, new Signs(scene));
        var all = scene.Parses.Select((p, s) => Clauses(p, s, rules).SelectMany(matcher.Matches).ToList()).ToList();
        var sides = new Sides(scene, new Elsewhere([.. all.SelectMany(m => m)]), rules);
        var drafts = new List<EventDraft>();
        foreach (var matches in all)
        {
            foreach (var match in matches.Where(m => !matches.Exists(o => o != m && Absorption.IsSame(o, m))))
            {
                var under = matches.FirstOrDefault(o => o != match && Absorption.Governs(o, match, rules))?.Rule.Type;
                drafts.AddRange(sides.Readings(match).Where(IsReport).Select(m => drafter.Draft(m, under)));
            }
        }
        return drafts;
    }

    // A lone side must be known; analysts and reporters who stand for nobody hold opinions and are no party.
    private static bool IsReport(RuleMatch match) =>
        (match.Actors.Count == 0 || !match.Actors.All(IsOutsider)) && (match.Sides > 1 || match.Actors.Concat(match.Recipients).Any(e => e.Code is not null));

    private static bool IsOutsider(Entity actor) => actor is { Kind: EntityKind.Group, Sector: "EDU" or "JRN" } && (actor.Code is null || !actor.Id.StartsWith(actor.Code, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Clause> Clauses(Parse parse, int sentence, RuleBook rules)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos == Upos.Verb || IsPredicate(parse, word)) yield return VerbClauses.Of(parse, sentence, word);
            if (parse[word].Upos is Upos.Noun or Upos.Propn && parse[word].Deprel is not Deprel.Compound) yield return NounClauses.Of(parse, sentence, word, rules);
        }
    }

    // "Is willing to withdraw", "was critical of": an adjective with a subject of its own.
    private static bool IsPredicate(Parse parse, int word) => parse[word].Upos == Upos.Adj && parse.Child(word, Deprel.Cop) >= 0;
}
