using Readout.Events;
using Readout.Statements;
using Readout.Syntax;
using Readout.World;

namespace Readout.Positions;

/// <summary>How words come to mean an actor.</summary>
internal enum Naming
{
    /// <summary>Nobody is meant.</summary>
    None,

    /// <summary>The words name it.</summary>
    Name,

    /// <summary>"We", "our": the side that speaks.</summary>
    Self,

    /// <summary>"They", "both sides": those who met.</summary>
    Pair,

    /// <summary>"It", "their": the body named last.</summary>
    Pronoun,

    /// <summary>"South Korea's leaders": whom the words belong to.</summary>
    Owner,

    /// <summary>The speaker of the statement that holds the words.</summary>
    Speaker,

    /// <summary>Whoever issues the document that holds the words.</summary>
    Issuer,
}

/// <summary>Who stands behind a clause: the actors that its words name, the speaker's side for "we", both sides of a meeting for "they".</summary>
internal sealed class Standing(PositionBook book, Scene scene, IReadOnlyList<Event> events)
{
    /// <summary>Within so many characters two meetings are one, told of several guests.</summary>
    private const int Beside = 300;

    /// <summary>So many voices are a body's, if one is named among them.</summary>
    private const int Many = 5;

    private static readonly (IReadOnlyList<Entity>, string, Naming) Nobody = ([], "", Naming.None);

    private readonly Cast cast = scene.Cast;
    private readonly HashSet<string> states = [.. scene.Cast.Entities.Where(e => e.Kind == EntityKind.State).Select(e => e.Code).OfType<string>()];
    private readonly Dictionary<string, Entity> byId = scene.Cast.Entities.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The article is a document of its own: a release, a readout, a joint statement.</summary>
    public bool IsDocument => scene.IsDocument;

    /// <summary>The statement whose content holds a word.</summary>
    public Statement? Around(Clause clause) => scene.Around(clause.Parse[clause.Word].Span);

    /// <summary>Somebody is known to say it: it stands in a statement, or the document speaks for itself.</summary>
    public bool IsSpoken(Clause clause) => IsDocument || Around(clause) is not null;

    /// <summary>Who says it, as an entity; where the statement leaves it open, whom the words that name its source mean.</summary>
    public Entity? Speaker(Statement? statement)
    {
        if (statement?.Speaker is { } id) return byId.GetValueOrDefault(id);
        return statement?.Source is { } source && cast.In(source) is { Entities.Count: 1 } mention ? cast.Entities[mention.Entities[0]] : null;
    }

    /// <summary>The first of several places that names somebody; <c>voice</c> is the speaker, <c>up</c> the subject of the verb above a noun, <c>pair</c> both sides of the meeting told.</summary>
    public (IReadOnlyList<Entity> Who, string At, Naming By) First(Clause clause, IReadOnlyList<string> places)
    {
        foreach (var place in places)
            if (At(clause, place) is { Who.Count: > 0 } named) return (named.Who, place, named.By);
        return Nobody;
    }

    private (IReadOnlyList<Entity> Who, Naming By) At(Clause clause, string place)
    {
        if (place == "voice") return Voice(clause);
        if (place == "pair") return (Pair(clause.Parse[clause.Word].Span.Start), Naming.Pair);
        var (all, by) = (new List<Entity>(), Naming.None);
        foreach (var head in place == "up" ? Up(clause) : clause.In(place))
        {
            var (who, how) = Who(clause, head);
            all.AddRange(who.Where(w => !all.Contains(w)));
            if (by == Naming.None) by = how;
        }
        return (all, by);
    }

    private (IReadOnlyList<Entity> Who, Naming By) Voice(Clause clause)
    {
        if (Around(clause) is { } statement) return Speaker(statement) is { } speaker ? ([scene.InDocument(speaker, true)], Naming.Speaker) : ([], Naming.None);
        return (Bodies(scene.Issuers), Naming.Issuer);
    }

    // "The G7 foreign ministers of Canada, France, ... and the High Representative of the European Union": where bodies speak for many states, the bodies hold the position.
    private IReadOnlyList<Entity> Bodies(IReadOnlyList<Entity> voices)
    {
        if (voices.Count < Many) return voices;
        var bodies = voices.Where(v => v.Code is not null && !states.Contains(v.Code)).ToList();
        return bodies.Count > 0 ? bodies : voices;
    }

    /// <summary>The subject is the speaker, or the speaker's own state or body.</summary>
    public bool IsOwn(Clause clause)
    {
        var voices = Voice(clause).Who;
        if (voices.Count == 0) return false;
        return Subjects(clause).Any(h => IsSelf(clause.Parse, h) || cast.Named(clause.Sentence, h).Any(e => voices.Any(v => e.Id == v.Id || (e.Kind != EntityKind.Person && e.Code == v.Code && e.Code is not null))));
    }

    public bool IsPerson(Clause clause) => Subjects(clause).Any(h => book.Is("self", Form(clause.Parse, h)));

    public static int[] Subjects(Clause clause) => clause.In(clause.Passive ? "obj" : "subj");

    private bool IsSelf(Parse parse, int word)
    {
        if (book.Is("self", Form(parse, word))) return true;
        foreach (var child in parse.Children(word))
            if (parse[child].Deprel == Deprel.NmodPoss && book.Is("self", Form(parse, child))) return true;
        return false;
    }

    private (IReadOnlyList<Entity> Who, Naming By) Who(Clause clause, int head)
    {
        var parse = clause.Parse;
        if (book.Is("self", Form(parse, head))) return (Bodies(scene.Self(parse[head].Span)), Naming.Self);
        var named = Named(clause, head);
        var isPlural = book.Is("pair", Form(parse, head));
        if (isPlural && (IsDocument || named.Count == 0) && named.DistinctBy(e => e.Code).Count() < 2 && Pair(parse[head].Span.Start) is { Count: > 1 } pair) return (pair, Naming.Pair);
        if (named.Any(e => e.Code is not null)) return (Both(clause, head, named), parse[head].Upos == Upos.Pron ? Naming.Pronoun : Naming.Name);
        if (parse[head].Upos == Upos.Pron) return Nearest(clause, head) is { } body ? ([body], Naming.Pronoun) : ([], Naming.None);
        var owners = Owner(clause, head);
        return owners.Count > 0 ? (owners, Naming.Owner) : (named, Naming.Name);
    }

    private IReadOnlyList<Entity> Named(Clause clause, int head)
    {
        var named = cast.NamedBy(clause.Sentence, clause.Parse, head);
        return named.Count == 0 || !IsDocument ? named : [.. named.Select(e => scene.InDocument(e, char.IsUpper(clause.Parse.Form(head)[0]))).Distinct()];
    }

    // "South Korea's leaders", "the ruling party's leadership", "Iranian officials".
    private List<Entity> Owner(Clause clause, int head)
    {
        var owners = new List<Entity>();
        foreach (var child in clause.Parse.Children(head))
        {
            if (clause.Parse[child].Deprel is not (Deprel.NmodPoss or Deprel.Compound or Deprel.Amod)) continue;
            if (book.Is("self", Form(clause.Parse, child))) owners.AddRange(Bodies(scene.Self(clause.Parse[child].Span)));
            owners.AddRange(cast.Named(clause.Sentence, child));
        }
        return owners;
    }

    // "The Secretary and Foreign Minister": two offices, of which the cast may know one; both sides of the meeting told before.
    private IReadOnlyList<Entity> Both(Clause clause, int head, IReadOnlyList<Entity> named)
    {
        if (named.DistinctBy(e => e.Code).Count() > 1 || clause.Parse.Child(head, Deprel.Conj) < 0) return named;
        var pair = Pair(clause.Parse[head].Span.Start);
        return pair.DistinctBy(e => e.Code).Count() == 2 && pair.Any(e => e.Code == named[0].Code) ? pair : named;
    }

    private Entity? Nearest(Clause clause, int word)
    {
        if (Form(clause.Parse, word) is not ("it" or "its" or "they" or "their")) return null;
        var at = clause.Parse[word].Span.Start;
        var before = cast.Mentions.LastOrDefault(m => m.Sentence == clause.Sentence && m.Span.End <= at && m.Entities.Count == 1 && cast.Entities[m.Entities[0]].Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Group);
        before ??= cast.Mentions.FirstOrDefault(m => m.Sentence == clause.Sentence - 1 && m.Entities.Count == 1 && cast.Entities[m.Entities[0]].Kind is EntityKind.State or EntityKind.Organisation);
        return before is null ? null : cast.Entities[before.Entities[0]];
    }

    /// <summary>Those who met or agreed: in a document the first time that its issuer is told to, in news the last time before a place in the text.</summary>
    private IReadOnlyList<Entity> Pair(int before)
    {
        Event? met = null;
        foreach (var e in events)
        {
            if (e.Type is not ("CONSULT" or "AGREE") || Sides(e).Count < 2) continue;
            if (IsDocument && !Sides(e).Exists(s => scene.Issuers.Any(i => i.Code == s.Code))) continue;
            if (met is null || (!IsDocument && e.Evidence.Start < before)) met = e;
        }
        if (met is null) return scene.Issuers.Count > 1 ? scene.Issuers : [];
        var officers = IsDocument ? Officers(met).Concat(scene.Issuers).DistinctBy(s => s.Code).ToList() : [];
        if (officers.Count > 1) return officers;
        var guests = events.Where(e => e.Type == met.Type && Math.Abs(e.Evidence.Start - met.Evidence.Start) < Beside && Sides(e).Exists(s => Sides(met).Contains(s))).SelectMany(Sides);
        return [.. Sides(met).Concat(guests).DistinctBy(s => s.Code)];
    }

    // "Spoke with Prime Minister A and Chancellor B": whoever is named with an office in the sentence that tells of the meeting.
    private IEnumerable<Entity> Officers(Event met)
    {
        var sentence = cast.Mentions.FirstOrDefault(m => m.Span.Overlaps(met.Evidence))?.Sentence;
        return cast.Mentions.Where(m => m.Sentence == sentence && m.Entities.Count == 1).Select(m => cast.Entities[m.Entities[0]]).Where(e => e is { Kind: EntityKind.Person, Code: not null, Office: not null });
    }

    private List<Entity> Sides(Event e) => [.. e.Actors.Concat(e.Recipients).Select(byId.GetValueOrDefault).OfType<Entity>().Where(s => s.Code is not null).DistinctBy(s => s.Code)];

    private static int[] Up(Clause clause)
    {
        var parse = clause.Parse;
        for (var (word, depth) = (parse[clause.Word].Head, 0); word >= 0 && depth < 6; word = parse[word].Head, depth++)
            if (parse[word].Upos == Upos.Verb && Subjects(VerbClauses.Of(parse, clause.Sentence, word)) is { Length: > 0 } found) return found;
        return [];
    }

    public static string Form(Parse parse, int word) => parse.LowerForm(word);
}
