using Readout.Events;
using Readout.Pages;
using Readout.Syntax;

namespace Readout.Positions;

/// <summary>Finds what states and bodies want, offer, refuse, promise or oppose, and on what condition.</summary>
internal static class PositionFinder
{
    public static IReadOnlyList<Position> Find(Scene scene, IReadOnlyList<Event> events, Knowledge knowledge)
    {
        var weights = knowledge.Positions.Weights;
        var kept = Choose(Drafts(scene, events, knowledge), weights).Where(d => weights.Keep(d.Signs) >= weights.ThresholdOf(scene.Parses.Count)).Select(d => d.Position);
        return [.. kept.OrderBy(p => p.Evidence).ThenBy(p => p.Holder, StringComparer.Ordinal).Select((p, i) => p with { Id = $"p{i + 1}" })];
    }

    /// <summary>The likeliest reading of each clause, and of the same words by the same holder.</summary>
    internal static List<PositionDraft> Choose(IReadOnlyList<PositionDraft> drafts, Weights weights)
    {
        var chosen = new List<PositionDraft>();
        foreach (var draft in drafts.OrderByDescending(d => weights.Pick(d.Signs)))
            if (!chosen.Exists(c => c.Excludes(draft) || c.IsSame(draft))) chosen.Add(draft);
        var repeats = new Repeats();
        return [.. chosen.OrderBy(d => d.Position.Evidence).ThenBy(d => d.Position.Holder, StringComparer.Ordinal).Select(d => d with { Signs = [.. d.Signs, .. repeats.Of(d)] })];
    }

    /// <summary>All readings of all clauses that a rule fits, in text order, before any is chosen or dropped.</summary>
    internal static List<PositionDraft> Drafts(Scene scene, IReadOnlyList<Event> events, Knowledge knowledge)
    {
        var (article, parses) = (scene.Article, scene.Parses);
        var standing = new Standing(knowledge.Positions, scene, events);
        var matcher = new StanceMatcher(knowledge.Positions, standing);
        var drafter = new PositionDrafter(article.Text, scene.Cast, knowledge.Positions, standing, new PositionSigns(scene, standing));
        var drafts = new List<PositionDraft>();
        for (var s = 0; s < parses.Count; s++)
        {
            if (IsTitle(article, parses[s].Span)) continue;
            var matches = Clauses(parses[s], s, knowledge.Rules).SelectMany(matcher.Matches).ToList();
            drafts.AddRange(matches.SelectMany(m => drafter.Drafts(m, matches)));
        }
        return drafts;
    }

    // Titles are clipped: what they say stands in the text as well.
    private static bool IsTitle(Article article, TextSpan sentence) => article.Blocks.Any(b => b.Kind is BlockKind.Title or BlockKind.Heading && b.Span.Contains(sentence));

    private static IEnumerable<Clause> Clauses(Parse parse, int sentence, RuleBook rules)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos is Upos.Verb or Upos.Adj) yield return VerbClauses.Of(parse, sentence, word);
            if (parse[word].Upos is Upos.Noun && parse[word].Deprel is not Deprel.Compound) yield return NounClauses.Of(parse, sentence, word, rules);
        }
    }
}
