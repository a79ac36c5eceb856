using Readout.Pages;
using Readout.Statements;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Events;

/// <summary>Turns clauses into PLOVER events: who did what to whom, when, where, and whether it happened.</summary>
public static class EventFinder
{
    public static IReadOnlyList<Event> Find(Article article, IReadOnlyList<Parse> parses, Cast cast, IReadOnlyList<TimeExpression> times, IReadOnlyList<Statement> statements, RuleBook rules)
    {
        var matcher = new RuleMatcher(rules, cast);
        var circumstances = new Circumstances(article, cast, times, statements);
        var drafts = new List<Event>();
        for (var s = 0; s < parses.Count; s++)
        {
            var matches = Clauses(parses[s], s, rules).Select(matcher.Match).OfType<RuleMatch>().Select(WithoutItself).ToList();
            drafts.AddRange(matches.Where(m => IsReport(m) && !matches.Exists(o => o != m && Absorbs(o, m))).Select(m => Draft(m, circumstances, rules)));
        }
        return Merge(drafts);
    }

    // An act between actors needs both; violence, arrests, protests and moves of forces are told of one side too, if it is known whose it is.
    private static bool IsReport(RuleMatch match)
    {
        if (match.Sides > 1) return !match.Actors.All(IsOutsider);
        return OneSided.Contains(match.Rule.Type) && IsMain(match.Clause) && !(match.Clause.IsNoun && match.Clause.Support < 0) && match.Actors.Concat(match.Recipients).Any(e => e.Code is not null);
    }

    // Analysts and reporters who stand for nobody hold opinions; they are no party.
    private static bool IsOutsider(Entity actor) => actor is { Kind: EntityKind.Group, Sector: "EDU" or "JRN" } && (actor.Code is null || !actor.Id.StartsWith(actor.Code, StringComparison.OrdinalIgnoreCase));

    // A government that speaks of its own state speaks to nobody: "the minister said the country must ...".
    private static RuleMatch WithoutItself(RuleMatch match) =>
        match.Mutual || match.Rule.Type == "SUPPORT" || OneSided.Contains(match.Rule.Type) ? match : match with { Recipients = [.. match.Recipients.Where(r => r.Kind != EntityKind.State || !match.Actors.Any(a => a.Code == r.Code))] };

    private static readonly HashSet<string> OneSided = ["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "THREATEN"];

    // "Agreed to release", "urged Iran to stop", "threatened to bomb", "held talks": one act, told by two words.
    private static bool Absorbs(RuleMatch outer, RuleMatch inner)
    {
        var parse = inner.Clause.Parse;
        if (outer.Clause.Support == inner.Clause.Word && outer.Clause.IsNoun) return outer.Sides > inner.Sides;
        if (inner.Clause.Support == outer.Clause.Word && inner.Clause.IsNoun) return outer.Sides >= inner.Sides;
        if (!Commissive.Contains(outer.Rule.Type)) return false;
        for (var (word, depth) = (inner.Clause.Word, 0); word >= 0 && depth < 6; word = parse[word].Head, depth++)
        {
            if (parse[word].Head == outer.Clause.Word) return parse[word].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Acl or Deprel.Obl or Deprel.Nmod or Deprel.Advcl && (word != inner.Clause.Word || parse[word].Deprel is not Deprel.Advcl || parse[word].Xpos == "VB");
            if (parse[word].Deprel is Deprel.AclRelcl or Deprel.Advcl or Deprel.Parataxis) return false;
        }
        return false;
    }

    private static readonly HashSet<string> Commissive = ["AGREE", "REJECT", "REQUEST", "THREATEN", "ACCUSE"];

    private static readonly HashSet<string> Cooperative = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"];

    private static readonly HashSet<string> Hostile = ["PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"];

    /// <summary>PLOVER's reading of acts that lie ahead or are refused: cooperation ahead is AGREE, refused REJECT; hostility ahead is THREATEN.</summary>
    private static (string Type, EventStatus Status) Recast(string type, EventStatus status, bool own) => status switch
    {
        EventStatus.Planned when Cooperative.Contains(type) => ("AGREE", EventStatus.Planned),
        EventStatus.Planned when Hostile.Contains(type) => ("THREATEN", EventStatus.Possible),
        EventStatus.Denied when own && Cooperative.Contains(type) => ("REJECT", EventStatus.Happened),
        _ => (type, status),
    };

    private static IEnumerable<Clause> Clauses(Parse parse, int sentence, RuleBook rules)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos == Upos.Verb || IsPredicate(parse, word)) yield return VerbClauses.Of(parse, sentence, word);
            if (parse[word].Upos is Upos.Noun or Upos.Propn && parse[word].Deprel is not Deprel.Compound) yield return NounClauses.Of(parse, sentence, word, rules);
        }
    }

    // "Is willing to withdraw", "was critical of": an adjective with a subject of its own.
    private static bool IsPredicate(Parse parse, int word) => parse[word].Upos == Upos.Adj && parse.Child(word, Deprel.Cop) >= 0;

    private static Event Draft(RuleMatch match, Circumstances circumstances, RuleBook rules)
    {
        var status = ClauseStatus.Of(match.Clause, rules);
        (var type, status) = Recast(match.Rule.Type, status, ClauseStatus.IsRefusal(match.Clause));
        var recast = type != match.Rule.Type;
        var cameo = recast ? rules.Codebook.CameoOf(type) : match.Rule.Cameo ?? rules.Codebook.CameoOf(type);
        var evidence = Circumstances.Evidence(match);
        return new Event
        {
            Id = "",
            Type = type,
            // An announced meeting stays a meeting in the calendar.
            Mode = recast && !(type == "AGREE" && match.Rule.Type == "CONSULT") ? null : match.Rule.Mode,
            Contexts = match.Rule.Contexts,
            Cameo = cameo,
            Goldstein = rules.Codebook.Goldstein(cameo),
            Actors = [.. match.Actors.Select(a => a.Id)],
            Recipients = [.. match.Recipients.Select(r => r.Id)],
            Mutual = match.Mutual,
            Date = circumstances.Date(match.Clause, status),
            Place = circumstances.Place(match.Clause),
            Status = type == "THREATEN" && status == EventStatus.Happened ? EventStatus.Possible : status,
            Statement = circumstances.StatementAround(match.Clause),
            Confidence = Confidence(match),
            Evidence = evidence,
            Why = match.Rule.Why(match.Pattern),
        };
    }

    // Both sides known beats one, what the sentence says itself beats what it says in passing, verbs beat nouns that nothing carries.
    private static double Confidence(RuleMatch match)
    {
        var confidence = match.Sides > 1 ? 0.75 : 0.45;
        if (match.Reached) confidence -= 0.1;
        if (match.Clause.IsNoun && match.Clause.Support < 0) confidence -= 0.15;
        confidence += IsMain(match.Clause) ? 0.1 : IsAside(match.Clause) ? -0.1 : 0;
        return Math.Round(confidence, 2);
    }

    private static bool IsMain(Clause clause) =>
        clause.Parse[clause.Carrier].Head < 0 || (clause.Parse[clause.Carrier].Deprel is Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis && clause.Parse[clause.Parse[clause.Carrier].Head].Head < 0);

    private static bool IsAside(Clause clause) => clause.Parse[clause.Carrier].Deprel is Deprel.AclRelcl or Deprel.Acl or Deprel.Advcl or Deprel.Amod;

    /// <summary>One event per act: the same type and sides on days that do not contradict; the fullest report stays.</summary>
    private static List<Event> Merge(List<Event> drafts)
    {
        var kept = new List<Event>();
        foreach (var draft in drafts)
        {
            var same = kept.FindIndex(e => Same(e, draft));
            if (same < 0) kept.Add(draft);
            else if (draft.Confidence > kept[same].Confidence) kept[same] = draft;
        }
        kept.RemoveAll(e => kept.Exists(o => o != e && Tells(o, e)));
        return [.. kept.OrderBy(e => e.Evidence).Select((e, i) => e with { Id = $"e{i + 1}" })];
    }

    // "Taliban fighters attacked the base": a later "soldiers were killed" tells one side of the same act.
    private static bool Tells(Event full, Event part) =>
        full.Type == part.Type && part.Mutual == full.Mutual && part.Actors.Count + part.Recipients.Count > 0 && (part.Actors.Count == 0 || part.Recipients.Count == 0) && !part.Mutual
        && full.Actors.Count > 0 && full.Recipients.Count > 0 && part.Actors.All(full.Actors.Contains) && part.Recipients.Any(r => full.Recipients.Contains(r)) == part.Recipients.Count > 0
        && (full.Date == part.Date || full.Date is null || part.Date is null);

    private static bool Same(Event a, Event b) =>
        a.Type == b.Type && a.Status == b.Status && Sides(a).SetEquals(Sides(b)) && (a.Date == b.Date || a.Date is null || b.Date is null);

    private static HashSet<string> Sides(Event e) => e.Mutual ? [.. e.Actors.Concat(e.Recipients)] : [.. e.Actors.Select(a => "a " + a).Concat(e.Recipients.Select(r => "r " + r))];
}
