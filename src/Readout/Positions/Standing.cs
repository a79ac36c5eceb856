using Readout.Events;
using Readout.Statements;
using Readout.Syntax;
using Readout.World;

namespace Readout.Positions;

/// <summary>Who stands behind a clause: the actors that its words name, the speaker's side for "we", both sides of a meeting for "they".</summary>
internal sealed class Standing(PositionBook book, Scene scene, IReadOnlyList<Event> events)
{
    private readonly Cast cast = scene.Cast;
    private readonly Dictionary<string, Entity> byId = scene.Cast.Entities.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The statement whose content holds a word.</summary>
    public Statement? Around(Clause clause)
    {
        var at = clause.Parse[clause.Word].Span;
        return scene.Statements.Where(s => s.Content.Any(c => c.Contains(at))).MinBy(s => s.Content.Sum(c => c.Length));
    }

    /// <summary>Who says it, as an entity; where the statement leaves it open, whom the words that name its source mean.</summary>
    public Entity? Speaker(Statement? statement)
    {
        if (statement?.Speaker is { } id) return byId.GetValueOrDefault(id);
        return statement?.Source is { } source && cast.In(source) is { Entities.Count: 1 } mention ? cast.Entities[mention.Entities[0]] : null;
    }

    /// <summary>A place of the clause; <c>voice</c> is the speaker, <c>up</c> the subject of the verb above a noun.</summary>
    public IReadOnlyList<Entity> At(Clause clause, string place)
    {
        if (place == "voice") return Speaker(Around(clause)) is { } speaker ? [speaker] : [];
        var heads = place == "up" ? Up(clause) : clause.In(place);
        return [.. heads.SelectMany(h => Who(clause, h)).Distinct()];
    }

    /// <summary>The subject is the speaker, or the speaker's own state or body.</summary>
    public bool IsOwn(Clause clause)
    {
        if (Speaker(Around(clause)) is not { } speaker) return scene.IsDocument && Subjects(clause).Any(h => IsSelf(clause.Parse, h));
        return Subjects(clause).Any(h => IsSelf(clause.Parse, h) || cast.Named(clause.Sentence, h).Any(e => e.Id == speaker.Id || (e.Kind != EntityKind.Person && e.Code == speaker.Code && e.Code is not null)));
    }

    public bool IsPerson(Clause clause) => Subjects(clause).Any(h => book.Is("self", Form(clause.Parse, h)));

    public static IEnumerable<int> Subjects(Clause clause) => clause.In(clause.Passive ? "obj" : "subj");

    private bool IsSelf(Parse parse, int word)
    {
        if (book.Is("self", Form(parse, word))) return true;
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel == Deprel.NmodPoss && book.Is("self", Form(parse, child))) return true;
        return false;
    }

    private IReadOnlyList<Entity> Who(Clause clause, int head)
    {
        var parse = clause.Parse;
        if (book.Is("self", Form(parse, head))) return Own(clause, head);
        if (IsPair(parse, head) && Pair(parse[head].Span.Start) is { Count: > 1 } both) return both;
        var named = cast.NamedBy(clause.Sentence, parse, head);
        if (named.Any(e => e.Code is not null)) return Both(clause, head, named);
        if (parse[head].Upos == Upos.Pron && Nearest(clause, head) is { } body) return [body];
        if (book.Is("pair", Form(parse, head)) && Pair(parse[head].Span.Start) is { Count: > 1 } pair) return pair;
        return parse[head].Upos == Upos.Pron ? [] : Owner(clause, head);
    }

    // The speaker's side in a statement, the issuers of a document.
    private IReadOnlyList<Entity> Own(Clause clause, int head) => Speaker(Around(clause)) is { } speaker ? [speaker] : scene.Self(clause.Parse[head].Span);

    // In a readout "they" and "both leaders" are those who met.
    private bool IsPair(Parse parse, int head) => scene.IsDocument && (book.Is("pair", Form(parse, head)) || Form(parse, head) == "they");

    // "South Korea's leaders", "the ruling party's leadership", "Iranian officials".
    private List<Entity> Owner(Clause clause, int head)
    {
        var owners = new List<Entity>();
        foreach (var child in clause.Parse.Children(head))
        {
            if (clause.Parse[child].Deprel is not (Deprel.NmodPoss or Deprel.Compound or Deprel.Amod)) continue;
            if (book.Is("self", Form(clause.Parse, child))) owners.AddRange(Own(clause, child));
            owners.AddRange(cast.Named(clause.Sentence, child));
        }
        return owners;
    }

    // "The Secretary and Foreign Minister": two offices, of which the cast may know one; both sides of the meeting told before.
    private IReadOnlyList<Entity> Both(Clause clause, int head, IReadOnlyList<Entity> named)
    {
        if (named.DistinctBy(e => e.Code).Count() > 1 || clause.Parse.Child(head, Deprel.Conj) < 0) return named;
        var pair = Pair(clause.Parse[head].Span.Start);
        return pair.DistinctBy(e => e.Code).Count() == 2 && pair.Exists(e => e.Code == named[0].Code) ? pair : named;
    }

    private Entity? Nearest(Clause clause, int word)
    {
        if (Form(clause.Parse, word) is not ("it" or "its" or "they" or "their")) return null;
        var at = clause.Parse[word].Span.Start;
        var before = cast.Mentions.LastOrDefault(m => m.Sentence == clause.Sentence && m.Span.End <= at && m.Entities.Count == 1 && cast.Entities[m.Entities[0]].Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Group);
        before ??= cast.Mentions.FirstOrDefault(m => m.Sentence == clause.Sentence - 1 && m.Entities.Count == 1 && cast.Entities[m.Entities[0]].Kind is EntityKind.State or EntityKind.Organisation);
        return before is null ? null : cast.Entities[before.Entities[0]];
    }

    /// <summary>Both sides of the last meeting or agreement told before.</summary>
    private List<Entity> Pair(int before)
    {
        bool IsBefore(Event e, string type) => e.Evidence.Start < before && e.Type == type && e.Actors.Count + e.Recipients.Count > 1;
        // A readout is of one meeting, which it tells first.
        var met = scene.IsDocument ? events.FirstOrDefault(e => IsBefore(e, "CONSULT")) : null;
        met ??= events.LastOrDefault(e => IsBefore(e, "CONSULT") || IsBefore(e, "AGREE"));
        return met is null ? [] : [.. met.Actors.Concat(met.Recipients).Select(byId.GetValueOrDefault).OfType<Entity>()];
    }

    private static List<int> Up(Clause clause)
    {
        var parse = clause.Parse;
        for (var (word, depth) = (parse[clause.Word].Head, 0); word >= 0 && depth < 6; word = parse[word].Head, depth++)
            if (parse[word].Upos == Upos.Verb && Subjects(VerbClauses.Of(parse, clause.Sentence, word)).ToList() is { Count: > 0 } found) return found;
        return [];
    }

    public static string Form(Parse parse, int word) => parse.Form(word).ToString().ToLowerInvariant();
}
