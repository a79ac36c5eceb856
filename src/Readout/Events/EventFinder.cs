using Readout.Pages;
using Readout.Statements;
using Readout.Syntax;
using Readout.Time;
using Readout.World;

namespace Readout.Events;

/// <summary>Turns clauses into PLOVER events: who did what to whom, when, where, and whether it happened.</summary>
public static class EventFinder
{
    // PLOVER: an act of these types that still lies ahead is an agreement to do it.
    private static readonly HashSet<string> AgreedAhead = ["CONSULT", "SUPPORT", "COOPERATE", "AID"];

    public static IReadOnlyList<Event> Find(Article article, IReadOnlyList<Parse> parses, Cast cast, IReadOnlyList<TimeExpression> times, IReadOnlyList<Statement> statements, RuleBook rules)
    {
        var matcher = new RuleMatcher(rules, cast);
        var circumstances = new Circumstances(article, cast, times, statements);
        var drafts = new List<Event>();
        for (var s = 0; s < parses.Count; s++)
            foreach (var clause in Clauses(parses[s], s, rules))
                if (matcher.Match(clause) is { } match) drafts.Add(Draft(match, circumstances, rules));
        return Merge(drafts);
    }

    private static IEnumerable<Clause> Clauses(Parse parse, int sentence, RuleBook rules)
    {
        for (var word = 0; word < parse.Count; word++)
        {
            if (parse[word].Upos == Upos.Verb) yield return VerbClauses.Of(parse, sentence, word);
            if (parse[word].Upos is Upos.Noun or Upos.Propn && parse[word].Deprel is not Deprel.Compound) yield return NounClauses.Of(parse, sentence, word, rules);
        }
    }

    private static Event Draft(RuleMatch match, Circumstances circumstances, RuleBook rules)
    {
        var status = ClauseStatus.Of(match.Clause, rules);
        var ahead = status == EventStatus.Planned && AgreedAhead.Contains(match.Rule.Type);
        var type = ahead ? "AGREE" : match.Rule.Type;
        var cameo = ahead ? "03" : match.Rule.Cameo ?? rules.Codebook.CameoOf(type);
        var evidence = Circumstances.Evidence(match);
        return new Event
        {
            Id = "",
            Type = type,
            Mode = ahead ? null : match.Rule.Mode,
            Contexts = match.Rule.Contexts,
            Cameo = cameo,
            Goldstein = rules.Codebook.Goldstein(cameo),
            Actors = [.. match.Actors.Select(a => a.Id)],
            Recipients = [.. match.Recipients.Select(r => r.Id)],
            Mutual = match.Pattern.Mutual,
            Date = circumstances.Date(match.Clause, status),
            Place = circumstances.Place(match.Clause),
            Status = type == "THREATEN" && status == EventStatus.Happened ? EventStatus.Possible : status,
            Statement = circumstances.StatementAround(match.Clause),
            Confidence = Confidence(match),
            Evidence = evidence,
            Why = match.Rule.Why(match.Pattern),
        };
    }

    // Until it is calibrated: both sides known beats one, verbs beat nouns that nothing carries.
    private static double Confidence(RuleMatch match)
    {
        var sides = match.Actors.Count > 0 && (match.Recipients.Count > 0 || match.Pattern.Mutual) ? 0.8 : 0.5;
        return Math.Round(match.Clause.IsNoun && match.Clause.Support < 0 ? sides - 0.2 : sides, 2);
    }

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
        return [.. kept.OrderBy(e => e.Evidence).Select((e, i) => e with { Id = $"e{i + 1}" })];
    }

    private static bool Same(Event a, Event b) =>
        a.Type == b.Type && a.Status == b.Status && Sides(a).SetEquals(Sides(b)) && (a.Date == b.Date || a.Date is null || b.Date is null);

    private static HashSet<string> Sides(Event e) => e.Mutual ? [.. e.Actors.Concat(e.Recipients)] : [.. e.Actors.Select(a => "a " + a).Concat(e.Recipients.Select(r => "r " + r))];
}
