using Readout.Pages;
using Readout.Statements;
using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>What the whole article says about a clause: who speaks it, in which state it plays, whose state the article is about.</summary>
internal sealed class Scene
{
    private readonly Issuers issuers;
    private readonly Dictionary<string, Entity> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, Statement?> around = [];

    public Scene(Article article, IReadOnlyList<Parse> parses, Cast cast, IReadOnlyList<Statement> statements, RuleBook rules)
    {
        (Article, Parses, Cast, Statements, Rules) = (article, parses, cast, statements, rules);
        foreach (var entity in cast.Entities)
        {
            byId.TryAdd(entity.Id, entity);
            if (entity.Code is { } code && (!byCode.TryGetValue(code, out var known) || (entity.Kind == EntityKind.State && known.Kind != EntityKind.State))) byCode[code] = entity;
        }
        issuers = new Issuers(article, parses, cast, rules, Of);
        (Home, Second) = MainStates();
        if (issuers.OfDocument.Count > 0 && Home is not null && Second is not null && issuers.OfDocument.Any(i => i.Code == Home.Code)) (Home, Second) = (Second, Home);
        issuers.Topic = Home;
    }

    public Article Article { get; }

    public IReadOnlyList<Parse> Parses { get; }

    public Cast Cast { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public RuleBook Rules { get; }

    /// <summary>The article is a document of its own: a press release, a readout, a joint statement.</summary>
    public bool IsDocument => Issuers.Count > 0;

    /// <summary>Who issues the document; empty for news.</summary>
    public IReadOnlyList<Entity> Issuers => issuers.OfDocument;

    /// <summary>The state that a third of all mentions of states and places name; null when no state stands out.</summary>
    public Entity? Home { get; }

    /// <summary>The state or body that is named most beside <see cref="Home"/>.</summary>
    public Entity? Second { get; }

    /// <summary>The text is a sentence or two, not an article.</summary>
    public bool IsSentence => Weights.IsSentence(Parses.Count);

    /// <summary>The entity that stands for a state or body in this article: the state itself if it is named.</summary>
    public Entity? Of(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The innermost statement whose content holds a word.</summary>
    public Statement? Around(TextSpan word)
    {
        // Asked of the same predicates again and again.
        if (around.TryGetValue(word, out var known)) return known;
        Statement? best = null;
        var length = int.MaxValue;
        foreach (var statement in Statements)
            foreach (var piece in statement.Content)
                if (piece.Contains(word) && piece.Length < length) (best, length) = (statement, piece.Length);
        return around[word] = best;
    }

    public Entity? Speaker(TextSpan word) => Around(word)?.Speaker is { } id ? byId.GetValueOrDefault(id) : null;

    /// <summary>"I", "we" and "our" inside quotation marks stand for the speaker, in a document of its own for whoever issues it.</summary>
    public IReadOnlyList<Entity> Self(TextSpan word)
    {
        if (Around(word) is not { Form: not StatementForm.Indirect } statement) return issuers.All;
        return statement.Speaker is { } id && byId.TryGetValue(id, out var speaker) ? [speaker] : [];
    }

    /// <summary>
    /// An actor whose state the article does not tell, read in a document: "the Secretary" is the issuer's, "the regime" that of the state it is about.
    /// </summary>
    public Entity InDocument(Entity entity, bool isTitle) => issuers.InDocument(entity, isTitle);

    /// <summary>The state in which an act took place, from "in Kabul", "near the town of ...", "an Istanbul nightclub".</summary>
    public Entity? PlaceState(Clause clause)
    {
        foreach (var slot in clause.Slots)
            if (slot.Name is "in" or "at" or "near" or "outside" or "inside" or "across" or "throughout" && LocatedIn(clause.Sentence, clause.Parse, slot.Head, 0) is { } state) return state;
        return null;
    }

    /// <summary>The place that a phrase names or lies in, with the code of its state.</summary>
    public Entity? LocatedIn(int sentence, Parse parse, int head, int depth)
    {
        foreach (var entity in Cast.Named(sentence, head))
            if (entity.Kind is EntityKind.Place or EntityKind.State && entity.Code is { } code) return Of(code);
        if (depth > 3) return null;
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel is Deprel.Compound or Deprel.Amod or Deprel.Nmod or Deprel.NmodPoss or Deprel.Appos or Deprel.Flat or Deprel.NmodDesc && LocatedIn(sentence, parse, child, depth + 1) is { } state) return state;
        return null;
    }

    /// <summary>The state that a sentence is about, the nearest that it names as state or place; null when it names none.</summary>
    public Entity? Near(int sentence, int word, Func<Entity, bool> fits)
    {
        Entity? best = null;
        var nearest = int.MaxValue;
        foreach (var mention in Cast.Mentions)
        {
            if (mention.Sentence != sentence || Math.Abs(mention.Head - word) >= nearest) continue;
            foreach (var index in mention.Entities)
                if (Cast.Entities[index] is { Kind: EntityKind.Place or EntityKind.State, Code: { } code } && Of(code) is { } state && fits(state)) (best, nearest) = (state, Math.Abs(mention.Head - word));
        }
        return best;
    }

    /// <summary>Who was the subject of the sentence before: "it", "they" and open subjects mean him.</summary>
    public Entity? SubjectBefore(int sentence)
    {
        if (sentence == 0) return null;
        var parse = Parses[sentence - 1];
        foreach (var mention in Cast.Mentions)
        {
            if (mention.Sentence > sentence - 1) break;
            if (mention.Sentence == sentence - 1 && parse[mention.Head].Deprel is Deprel.Nsubj or Deprel.NsubjPass && mention.Entities.Count > 0 && Cast.Entities[mention.Entities[0]] is { Code: not null } entity) return entity;
        }
        return null;
    }

    private (Entity? Home, Entity? Second) MainStates()
    {
        var counts = new Dictionary<string, (int Count, int First)>(StringComparer.Ordinal);
        var all = 0;
        foreach (var mention in Cast.Mentions)
            foreach (var index in mention.Entities)
            {
                if (Cast.Entities[index] is not { Kind: EntityKind.State or EntityKind.Place or EntityKind.Organisation, Code: { Length: 3 } code }) continue;
                all++;
                counts[code] = counts.TryGetValue(code, out var known) ? (known.Count + 1, known.First) : (1, all);
            }
        var ranked = counts.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Value.First).Select(c => c.Key).ToList();
        var home = ranked.Count > 0 && counts[ranked[0]].Count * 3 >= all ? Of(ranked[0]) : null;
        return (home, Of(ranked.Find(c => c != home?.Code)));
    }
}
