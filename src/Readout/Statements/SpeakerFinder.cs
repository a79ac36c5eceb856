using Readout.World;

namespace Readout.Statements;

/// <summary>Leads from the words of a source to the entity that they name.</summary>
internal sealed class SpeakerFinder
{
    private readonly ArticleWords words;
    private readonly List<(Mention Mention, Entity Entity)> mentions;

    public SpeakerFinder(ArticleWords words, IReadOnlyList<Entity> entities)
    {
        this.words = words;
        mentions = [.. entities.SelectMany(e => e.Mentions.Select(m => (m, e))).OrderBy(p => p.m.Span)];
    }

    /// <summary>Id of the entity; null when the source is unnamed or unknown.</summary>
    public string? Speaker(SourceWords? source)
    {
        if (source is not { } s) return null;
        var head = words[s.Head].Span;
        return Best(s.Span, head)?.Id ?? (s.Span.Contains(head) ? null : Best(words.Span(words.Subtree(s.Head)), head)?.Id);
    }

    public IReadOnlyList<string> Addressees(int word)
    {
        if (word < 0) return [];
        var span = words.Span(words.Subtree(word));
        return [.. mentions.Where(p => p.Mention.Span.Contains(words[word].Span) && span.Overlaps(p.Mention.Span)).Select(p => p.Entity.Id).Distinct()];
    }

    // A mention over the head word names the source; else a person named inside it ("Pentagon chief Lloyd Austin").
    private Entity? Best(TextSpan source, TextSpan head)
    {
        Entity? best = null;
        var bestScore = 0;
        foreach (var (mention, entity) in mentions)
        {
            if (!mention.Span.Overlaps(source)) continue;
            var score = Score(mention, entity, source, head);
            if (score > bestScore) (best, bestScore) = (entity, score);
        }
        return best;
    }

    private static int Score(Mention mention, Entity entity, TextSpan source, TextSpan head)
    {
        var covers = mention.Span.Overlaps(head);
        if (!covers && !(entity.Kind is EntityKind.Person && mention.Form is MentionForm.Name && source.Contains(mention.Span))) return 0;
        return (covers ? 8 : 1) + (entity.Kind is EntityKind.Person ? 4 : 0) + (mention.Form is MentionForm.Name ? 2 : 0) + (source.Contains(mention.Span) ? 1 : 0);
    }
}
