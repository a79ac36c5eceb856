namespace Readout.Events;

/// <summary>Makes a draft of a match: its type as PLOVER counts it, its status, its day and place.</summary>
internal sealed class Drafter(Circumstances circumstances, RuleBook rules, Signs signs)
{
    public EventDraft Draft(RuleMatch match, string? under)
    {
        var (type, status) = Reading(match, circumstances.IsAhead(match.Clause));
        var recast = type != match.Rule.Type;
        var (date, told) = circumstances.Date(match.Clause, IsDue(type, status, match.Rule), IsWord(type, match) ? 1 : Circumstances.Deepest);
        if ((status == EventStatus.Happened || (status == EventStatus.Possible && type == "ASSAULT" && match.Clause.IsNoun)) && Lasts(match.Clause, type, told) && !circumstances.IsTitle(match.Clause))
            status = told && circumstances.IsPast(date!) ? EventStatus.Happened : EventStatus.Ongoing;
        var cameo = recast ? rules.Codebook.CameoOf(type) : match.Rule.Cameo ?? rules.Codebook.CameoOf(type);
        var draft = new EventDraft(match, Event(match, type, recast, status, date, cameo), told) { IsTitle = circumstances.IsTitle(match.Clause) };
        return draft with { Signs = signs.Of(draft, under) };
    }

    private Event Event(RuleMatch match, string type, bool recast, EventStatus status, string? date, string? cameo) => new()
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
        Date = date,
        Place = circumstances.Place(match.Clause),
        Status = status,
        Statement = circumstances.StatementAround(match.Clause),
        Evidence = Circumstances.Evidence(match),
        Why = match.Rule.Why(match.Pattern),
    };

    private (string Type, EventStatus Status) Reading(RuleMatch match, bool ahead)
    {
        var status = ClauseStatus.Of(match.Clause, rules);
        // "Travels to Kinshasa on Monday", written on Friday.
        if (ahead && status == EventStatus.Happened && match.Clause.Parse[match.Clause.Carrier].Xpos != "VBD") status = EventStatus.Planned;
        if (status is EventStatus.Happened or EventStatus.Ongoing && ClauseStatus.Effect(match.Rule.Status) is { } own) status = own;
        (var type, status) = Recast(match.Rule, status, ClauseStatus.IsRefusal(match.Clause, rules));
        if (type == "THREATEN" && status != EventStatus.Denied) return (type, EventStatus.Possible);
        // "You must leave", "I would like to thank you": asked and thanked by saying it.
        if (type is "REQUEST" or "SUPPORT" && status == EventStatus.Possible) return (type, EventStatus.Happened);
        // The undertaking is given now; only a meeting or what is scheduled lies ahead.
        if (type == "AGREE" && status == EventStatus.Planned && match.Rule.Type != "CONSULT" && match.Rule.Status != "planned") return (type, EventStatus.Happened);
        // Said in one breath: "is accusing" accuses.
        return status == EventStatus.Ongoing && rules.Is("spoken", type) && match.Rule.Mode != "investigate" ? (type, EventStatus.Happened) : (type, status);
    }

    /// <summary>PLOVER's reading of acts that lie ahead or are refused: cooperation ahead is AGREE, refused REJECT; withdrawal ahead is CONCEDE; hostility ahead is THREATEN.</summary>
    private (string Type, EventStatus Status) Recast(EventRule rule, EventStatus status, bool own) => status switch
    {
        EventStatus.Planned when rule is { Type: "RETREAT", Mode: "withdraw" or "resign" or null } => ("CONCEDE", EventStatus.Planned),
        EventStatus.Planned when rules.Is("cooperative", rule.Type) || rule.Type == "RETREAT" => ("AGREE", EventStatus.Planned),
        EventStatus.Planned when rules.Is("hostile", rule.Type) => ("THREATEN", EventStatus.Possible),
        EventStatus.Denied when own && (rules.Is("cooperative", rule.Type) || rule.Type is "CONCEDE" or "RETREAT") => ("REJECT", EventStatus.Happened),
        _ => (rule.Type, status),
    };

    // What is said is done by saying it; a meeting to come has its own day or none.
    private bool IsDue(string type, EventStatus status, EventRule rule) =>
        status is EventStatus.Happened or EventStatus.Ongoing || type == "THREATEN" || (rules.Is("spoken", type) && rule.Type != "CONSULT");

    // "Condemned the March 24 launch": the date belongs to what is spoken of.
    private static bool IsWord(string type, RuleMatch match) => type is "ACCUSE" or "SUPPORT" or "REQUEST" or "REJECT" && !match.Clause.IsNoun;

    // "Helps", "bombs regularly"; "the war", "the crackdown", "the support": told in the present or by a lasting noun, it goes on.
    private bool Lasts(Clause clause, string type, bool told) =>
        clause.IsNoun && clause.Support < 0 ? rules.IsLasting(clause.Lemma) : !told && rules.Is("ongoing", type) && clause.Parse[clause.Carrier].Xpos is "VBZ" or "VBP";
}
