using Readout.Events;
using Readout.World;

namespace Readout.Positions;

/// <summary>Makes the positions of a match, one for each holder: whose, about what, toward whom, on what condition.</summary>
internal sealed class PositionDrafter(string text, Cast cast, PositionBook book, Standing standing, PositionSigns signs)
{
    private readonly TopicNamer topics = new(text, cast, book.Topics);

    public IEnumerable<PositionDraft> Drafts(StanceMatch match, IReadOnlyList<StanceMatch> around)
    {
        var condition = Conditions.Of(match.Clause, book);
        var evidence = ClauseSpan.Of(match.Clause, condition);
        var statement = standing.Around(match.Clause);
        var toward = match.Toward.Select(Holder).Distinct().ToList();
        foreach (var entity in match.Holders.DistinctBy(Holder))
        {
            var holder = Holder(entity);
            var (topic, known) = topics.Of(match, evidence, holder, toward);
            var position = new Position
            {
                Id = "",
                Holder = holder,
                Voice = entity.Id != holder ? entity.Id : statement?.Speaker is { } speaker && speaker != holder ? speaker : null,
                Stance = match.Stance,
                Topic = topic,
                Toward = [.. toward.Where(t => t != holder)],
                Condition = condition,
                Statement = statement?.Id,
                Evidence = evidence,
                Why = match.Rule.Why(match.Pattern),
            };
            yield return new PositionDraft(position, match, signs.Of(match, position, entity, known, around));
        }
    }

    /// <summary>The state or body, not the person who voices it.</summary>
    private static string Holder(Entity entity) => entity.Code ?? entity.Id;
}
