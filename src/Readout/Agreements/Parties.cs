using Readout.Events;
using Readout.Syntax;
using Readout.World;

namespace Readout.Agreements;

/// <summary>Between whom an accord stands: whom its own words name, who signs or breaks it, and with whom.</summary>
internal sealed class Parties(Scene scene, AgreementBook book)
{
    private readonly Cast cast = scene.Cast;

    private const int Depth = 4;

    public IReadOnlyList<string> Of(Parse parse, int sentence, int word, int verb, bool isTruce)
    {
        var codes = new List<string>();
        Add(codes, Own(parse, sentence, word, isTruce));
        if (isTruce && !codes.Exists(IsState) && scene.Near(sentence, word, s => !scene.Issuers.Any(i => i.Code == s.Code)) is { Code: { } near }) codes.Add(near);
        if (verb >= 0 && parse[verb].Upos == Upos.Verb) Add(codes, Doers(VerbClauses.Of(parse, sentence, verb), word));
        if (codes.Count < 2 && Plural(parse, verb) && Earlier(parse[word].Span.Start, sentence) is { Count: 2 } both) Add(codes, both);
        return codes;
    }

    /// <summary>Whose accord it must be when nothing near it says so: those who issue the document together, or the two states that the article is about.</summary>
    public IReadOnlyList<string> OfArticle()
    {
        if (scene.Issuers.Count > 1) return [.. scene.Issuers.Select(i => i.Code).OfType<string>().Distinct()];
        var codes = new List<string>();
        if (scene.Home is { Kind: EntityKind.State, Code: { } home }) codes.Add(home);
        if (scene.Second is { Kind: EntityKind.State, Code: { } second }) codes.Add(second);
        return codes;
    }

    /// <summary>States that a sentence names: of a treaty with many parties those that it is told of.</summary>
    public IReadOnlyList<string> NamedIn(int sentence) =>
        [.. cast.Mentions.Where(m => m.Sentence == sentence).SelectMany(m => m.Entities).Select(e => cast.Entities[e]).Where(e => e.Kind == EntityKind.State).Select(e => e.Code).OfType<string>().Distinct()];

    /// <summary>The accord's own words name two sides: "a pact between A and B".</summary>
    public bool IsDescribed(Parse parse, int sentence, int word) =>
        NounClauses.Bare(parse, sentence, word).Slots.Where(s => s.Name is "between" or "with" or "among").SelectMany(s => Named(parse, sentence, s.Head, 0)).Any(e => e.Code is not null);

    private bool IsState(string code) => scene.Of(code)?.Kind == EntityKind.State;

    private static void Add(List<string> codes, IEnumerable<Entity> entities)
    {
        foreach (var entity in entities)
            if (entity.Code is { } code && !codes.Contains(code)) codes.Add(code);
    }

    // "The U.S.-Japan treaty", "Iran's deal with Russia", "an accord between A and B", "the truce in Yemen".
    private IEnumerable<Entity> Own(Parse parse, int sentence, int word, bool isTruce) =>
        NounClauses.Bare(parse, sentence, word).Slots
            .Where(s => s.Name is "poss" or "mod" or "between" or "with" or "of" or "among" or "by" || (s.Name == "in" && isTruce))
            .SelectMany(s => Named(parse, sentence, s.Head, 0));

    private IEnumerable<Entity> Doers(Clause clause, int accord) =>
        clause.Slots.Where(s => s.Name is "subj" or "with" or "between" && s.Head != accord).SelectMany(s => Named(clause.Parse, clause.Sentence, s.Head, 0));

    private IEnumerable<Entity> Named(Parse parse, int sentence, int head, int depth)
    {
        var named = cast.NamedBy(sentence, parse, head);
        if (depth >= Depth) return named;
        var more = new List<Entity>(named);
        foreach (var child in parse.Children(head))
            if (parse[child].Deprel is Deprel.Compound or Deprel.NmodPoss or Deprel.Amod or Deprel.Flat && book.Use(parse.LowerLemma(child)) is null && (named.Count == 0 || parse[child].Deprel == Deprel.Compound)) more.AddRange(Named(parse, sentence, child, depth + 1));
        return more;
    }

    // "The two countries signed": a plural that names nobody.
    private static bool Plural(Parse parse, int verb)
    {
        if (verb < 0) return false;
        foreach (var child in parse.Children(verb))
            if (parse[child].Deprel is Deprel.Nsubj && parse[child].Feats.Contains("Number=Plur", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The last two states named before, in this sentence and the one or two before it.</summary>
    private List<Entity> Earlier(int before, int sentence) =>
        [.. cast.Mentions.Where(m => m.Span.End <= before && m.Sentence >= sentence - 2).OrderByDescending(m => m.Span.Start).SelectMany(m => m.Entities).Select(e => cast.Entities[e])
            .Where(e => e.Code is not null && e.Kind != EntityKind.Place).DistinctBy(e => e.Code).Take(2)];
}
