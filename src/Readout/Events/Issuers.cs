using Readout.Pages;
using Readout.Syntax;
using Readout.World;

namespace Readout.Events;

/// <summary>Who speaks in a document of its own: a press release, a readout, a joint statement.</summary>
internal sealed class Issuers
{
    private const int Opening = 4;

    private static readonly string[] Topics = [" on ", " regarding ", " about ", " concerning ", " following "];

    private readonly IReadOnlyList<Parse> parses;
    private readonly Cast cast;
    private readonly RuleBook rules;
    private IReadOnlyList<Entity>? all;

    public Issuers(Article article, IReadOnlyList<Parse> parses, Cast cast, RuleBook rules, Func<string?, Entity?> of)
    {
        this.parses = parses;
        this.cast = cast;
        this.rules = rules;
        OfDocument = Named();
        if (OfDocument.Count == 0) OfDocument = Titled(article);
        if (OfDocument.Count == 0 && of(rules.IssuerOf(article.Url, article.Source)) is { } site) OfDocument = [site];
    }

    /// <summary>Named as issuers by the opening ("released by the Governments of ...", "attributable to Spokesperson ...") or by the site; empty when it is no document.</summary>
    public IReadOnlyList<Entity> OfDocument { get; }

    /// <summary>Whom "we" means outside quotation marks: the issuers, or the one whose acts of speech the text tells most.</summary>
    public IReadOnlyList<Entity> All => all ??= OfDocument.Count > 0 ? OfDocument : MostSpoken() is { } speaker ? [speaker] : [];

    /// <summary>The state that the document is about.</summary>
    public Entity? Topic { get; set; }

    public Entity InDocument(Entity entity, bool isTitle)
    {
        if (OfDocument.Count == 0 || entity.Why.Rule != "state-of-article" || entity.Kind is not (EntityKind.Group or EntityKind.Person)) return entity;
        return isTitle ? OfDocument[0] : OfDocument.Any(i => i.Code == entity.Code) && Topic is { } topic ? topic : entity;
    }

    private List<Entity> Named()
    {
        for (var s = 0; s < Math.Min(Opening, parses.Count); s++)
        {
            var after = Opener(parses[s]);
            if (after < 0) continue;
            var named = cast.Mentions.Where(m => m.Sentence == s && m.Head > after && !IsTopic(parses[s], after, m.Head)).SelectMany(m => m.Entities).Select(e => cast.Entities[e])
                .Where(e => e.Code is not null && e.Kind != EntityKind.Place).DistinctBy(e => e.Code).ToList();
            if (named.Count > 0) return named;
        }
        return [];
    }

    // "Joint Statement from the United States, Egypt, and Qatar on ...": several whom the title names before it comes to its topic.
    private List<Entity> Titled(Article article)
    {
        if (article.Title is not { } title || !title.Contains("joint", StringComparison.OrdinalIgnoreCase)) return [];
        var topic = Topics.Select(t => title.IndexOf(t, StringComparison.OrdinalIgnoreCase)).Where(t => t > 0).DefaultIfEmpty(title.Length).Min();
        var named = cast.Mentions.Where(m => m.Entities.Count == 1 && IsIn(title.AsSpan(0, topic), m.Span.In(article.Text))).Select(m => cast.Entities[m.Entities[0]])
            .Where(e => e.Code is not null && e.Kind is EntityKind.State or EntityKind.Organisation).DistinctBy(e => e.Code).ToList();
        return named.Count > 1 ? named : [];
    }

    private static bool IsIn(ReadOnlySpan<char> title, string name)
    {
        var at = title.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(title[at - 1])) && (at + name.Length == title.Length || !char.IsLetter(title[at + name.Length]));
    }

    // "The following statement was released by", "attributable to", "Joint statement from": the word behind which the issuers stand.
    private int Opener(Parse parse)
    {
        var isDocument = false;
        for (var i = 0; i < parse.Count; i++)
        {
            var lemma = parse.LowerLemma(i);
            isDocument |= rules.IsDocument(lemma);
            if (isDocument && lemma is "by" or "from" or "to" && (lemma != "to" || (i > 0 && rules.IsDocument(parse.LowerLemma(i - 1))))) return i;
        }
        return -1;
    }

    // "... by the Governments of A and B on Belarus".
    private static bool IsTopic(Parse parse, int after, int word)
    {
        for (var i = after + 1; i < word; i++)
            if (parse.LowerLemma(i) is "on" or "regarding" or "about" or "concerning" or "following" or "ahead" or "at" or "after" or "with") return true;
        return false;
    }

    private Entity? MostSpoken()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Entity? most = null;
        foreach (var mention in cast.Mentions)
        {
            var parse = parses[mention.Sentence];
            if (parse[mention.Head].Deprel != Deprel.Nsubj || parse[mention.Head].Head is not (>= 0 and var verb) || parse[verb].Xpos is not ("VBZ" or "VBP") || !rules.IsSpoken(parse.LowerLemma(verb))) continue;
            foreach (var index in mention.Entities)
                if (cast.Entities[index] is { Code: { } code } entity && (counts[code] = counts.GetValueOrDefault(code) + 1) > (most is null ? 0 : counts[most.Code!])) most = entity;
        }
        return most;
    }
}
