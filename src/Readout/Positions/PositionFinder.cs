using Readout.Events;
using Readout.Pages;
using Readout.Syntax;
using Readout.World;

namespace Readout.Positions;

/// <summary>Finds what states and bodies want, offer, refuse, promise or oppose, and on what condition.</summary>
internal static class PositionFinder
{
    public static IReadOnlyList<Position> Find(Scene scene, IReadOnlyList<Event> events, Knowledge knowledge)
    {
        var (article, parses) = (scene.Article, scene.Parses);
        var standing = new Standing(knowledge.Positions, scene, events);
        var matcher = new StanceMatcher(knowledge.Positions, standing);
        var topics = new TopicNamer(article.Text, scene.Cast, knowledge.Positions.Topics);
        var drafts = new List<(Position Position, int Tests)>();
        for (var s = 0; s < parses.Count; s++)
        {
            if (IsTitle(article, parses[s].Span)) continue;
            foreach (var match in Clauses(parses[s], s, knowledge.Rules).Select(matcher.Match).OfType<StanceMatch>())
                drafts.AddRange(Drafts(match, standing, topics, knowledge.Positions).Select(p => (p, match.Pattern.Tests.Count)));
        }
        return Distinct(drafts);
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

    private static IEnumerable<Position> Drafts(StanceMatch match, Standing standing, TopicNamer topics, PositionBook book)
    {
        var condition = Conditions.Of(match.Clause, book);
        var evidence = ClauseSpan.Of(match.Clause, condition);
        var statement = standing.Around(match.Clause);
        var toward = match.Toward.Select(Holder).Distinct().ToList();
        foreach (var entity in match.Holders.DistinctBy(Holder))
        {
            var holder = Holder(entity);
            var voice = entity.Id != holder ? entity.Id : statement?.Speaker is { } speaker && speaker != holder ? speaker : null;
            yield return new Position
            {
                Id = "",
                Holder = holder,
                Voice = voice,
                Stance = match.Stance,
                Topic = topics.Of(match, evidence, holder, toward),
                Toward = [.. toward.Where(t => t != holder)],
                Condition = condition,
                Statement = statement?.Id,
                Evidence = evidence,
                Why = match.Rule.Why(match.Pattern),
            };
        }
    }

    /// <summary>The state or body, not the person who voices it.</summary>
    private static string Holder(Entity entity) => entity.Code ?? entity.Id;

    /// <summary>One position per act of speech: of several readings of the same words by one holder, the most exacting rule's.</summary>
    private static List<Position> Distinct(List<(Position Position, int Tests)> drafts)
    {
        var kept = new List<Position>();
        foreach (var (position, _) in drafts.OrderByDescending(d => d.Tests).ThenByDescending(d => d.Position.Evidence.Length))
            if (!kept.Exists(k => k.Holder == position.Holder && Covers(k.Evidence, position.Evidence))) kept.Add(position);
        return [.. kept.OrderBy(p => p.Evidence).ThenBy(p => p.Holder, StringComparer.Ordinal).Select((p, i) => p with { Id = $"p{i + 1}" })];
    }

    private static bool Covers(TextSpan a, TextSpan b)
    {
        var shared = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return shared * 2 > Math.Min(a.Length, b.Length);
    }
}
