using Readout.Syntax;

namespace Readout.World;

/// <summary>A mention with its place in the parse, and whom it names: one entity, or several ("the secretaries").</summary>
/// <param name="Sentence">Index of the parse.</param>
/// <param name="Head">Index of the mention's head word in that parse.</param>
/// <param name="Entities">Indices into <see cref="Cast.Entities"/>.</param>
internal sealed record CastMention(int Sentence, int Head, TextSpan Span, MentionForm Form, IReadOnlyList<int> Entities);

/// <summary>Who and what an article names, and where. Later stages ask it who a word stands for.</summary>
internal sealed class Cast
{
    private readonly Dictionary<long, (CastMention Mention, Entity[] Entities)> byHead = [];

    internal Cast(IReadOnlyList<Entity> entities, IReadOnlyList<CastMention> mentions, IReadOnlyList<Doubt> doubts)
    {
        Entities = entities;
        Mentions = mentions;
        Doubts = doubts;
        foreach (var mention in mentions) byHead.TryAdd(Key(mention.Sentence, mention.Head), (mention, [.. mention.Entities.Select(e => entities[e])]));
    }

    public static Cast Empty { get; } = new([], [], []);

    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>Sorted by span; a name inside another ("U.S." in "U.S. officials") stands for itself.</summary>
    public IReadOnlyList<CastMention> Mentions { get; }

    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>The mention whose head word this is; null when the word names nobody.</summary>
    public CastMention? Mention(int sentence, int word) => byHead.GetValueOrDefault(Key(sentence, word)).Mention;

    /// <summary>The entities that a word names; empty when it names nobody.</summary>
    public IReadOnlyList<Entity> Named(int sentence, int word) => NamedAt(sentence, word);

    /// <summary>The entities named by a phrase: those of its head, or of the words it coordinates.</summary>
    public IReadOnlyList<Entity> NamedBy(int sentence, Parse parse, int head)
    {
        var own = NamedAt(sentence, head);
        if (parse.Child(head, Deprel.Conj) < 0) return own.Length < 2 ? own : [.. own.Distinct()];
        var named = new List<Entity>(own);
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel == Deprel.Conj) named.AddRange(NamedBy(sentence, parse, child));
        return named.Count < 2 ? named : [.. named.Distinct()];
    }

    private Entity[] NamedAt(int sentence, int word) => byHead.TryGetValue(Key(sentence, word), out var found) ? found.Entities : [];

    private static long Key(int sentence, int word) => ((long)sentence << 32) | (uint)word;

    /// <summary>The first mention that lies wholly inside a span, the longest of those that start together.</summary>
    public CastMention? In(TextSpan span)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].Span.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        for (; low < Mentions.Count && Mentions[low].Span.Start < span.End; low++)
            if (span.Contains(Mentions[low].Span)) return Mentions[low];
        return null;
    }
}
