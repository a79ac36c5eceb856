using Microsoft.AspNetCore.Routing;
using Readout.Exports.Formats;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>The addresses for programs, one for each page and each part of a page.</summary>
internal static class RecordApi
{
    private static readonly string[] Common = ["as_of", "from", "to", "since", "limit", "cursor", "fields"];
    private static readonly string[] Findings = ["actor", "about", "outlet", .. Common];
    private static readonly string[] OfEvents = [.. Findings, "type", "place", "status", "order"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        new Twin<FoundArticle>("/today", "articles", "Articles, the latest first", [.. Findings, "order"], (r, a, _) => Questions.Articles(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundStatement>("/said", "said", "Who said what", [.. Findings, "about_actor", "act", "order"], (r, a, _) => Questions.Said(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundWording>("/said/wording", "wording", "Uses of a family of phrases, by whom and when", ["family", "form", "actor", .. Common], (r, a, _) => Questions.Wording(r, a)).Map(routes);
        new Twin<FoundEvent>("/explore", "events", "Events in the order of their days", OfEvents, (r, a, _) => Questions.Events(r, a)) { Entry = Questions.Entry, Calendar = (events, body) => ICalendar.Write(events, Questions.Headline, body) }.Map(routes);
        new Twin<Hit>("/search", "search", "Full text over articles, statements and events", ["q", "kind", "actor", .. Common], (r, a, _) => Questions.Search(r, a)).Map(routes);
        new Twin<RelationsPoint>("/pair/{one}/{other}", "relations", "How a pair has dealt with one another over time", ["by", .. Common],
            (r, a, route) => Questions.Relations(r, a, ArticlePath.Decode((string)route["one"]!), ArticlePath.Decode((string)route["other"]!))).Map(routes);
        new Twin<FoundPosition>("/ledgers/positions", "positions", "What actors want, offer, refuse, promise", [.. Findings, "stance"], (r, a, _) => Questions.Positions(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundDemand>("/ledgers/demands", "demands", "Demands: open, met, rejected or withdrawn", [.. Findings, "state"], (r, a, _) => Questions.Demands(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundDemand>("/ledgers/conditions", "conditions", "What is offered, promised or refused on a condition", [.. Findings, "state"], (r, a, _) => Questions.Conditions(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundAccord>("/ledgers/agreements", "agreements", "Agreements with their steps", Findings, (r, a, _) => Questions.Agreements(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<FoundMeeting>("/ledgers/meetings", "meetings", "Meetings, visits, calls: upcoming, moved, held, cancelled", [.. Findings, "state"], (r, a, _) => Questions.Meetings(r, a)) { Entry = Questions.Entry, Calendar = (meetings, body) => ICalendar.Write(meetings, body) }.Map(routes);
        new Twin<FoundOffice>("/ledgers/offices", "offices", "Who appears in which office", Findings, (r, a, _) => Questions.Offices(r, a)).Map(routes);
        new Twin<FoundActor>("/actors", "actors", "Who is named", ["actor", "about", "kind", .. Common], (r, a, _) => Questions.Actors(r, a)).Map(routes);
        new Twin<Tie>("/explore/network", "network", "Ties between actors: the edges of a network", OfEvents, (r, a, _) => Questions.Ties(r, a)).Map(routes);
        new Twin<EventPlace>("/explore/map", "places", "Where events stand", OfEvents, (r, a, _) => Questions.Places(r, a)).Map(routes);
        new Twin<Tie>("/pair", "pairs", "Pairs of actors, those with most events first", OfEvents, (r, a, _) => Questions.Ties(r, a)).Map(routes);
        new Twin<Accounts>("/ledgers/readouts", "readouts", "Meetings that several articles tell of: two accounts to set side by side", [.. Findings, "place"], (r, a, _) => Desk.Readouts(r, a)).Map(routes);
        new Twin<FoundOutlet>("/desk", "sources", "Outlets, those with most articles first", Common, (r, a, _) => Desk.Outlets(r, a)).Map(routes);
        new Twin<Watched>("/desk/watches", "watches", "Saved questions with the number of what is new since somebody looked", Common, (r, a, _) => Desk.Watches(r, a)).Map(routes);
        new Twin<WatchLine>("/desk/watches/{name}", "watch-entries", "What a saved question answers now, and what of it is new since somebody looked", Common, (r, a, route) => Desk.Lines(r, a, ArticlePath.Decode((string)route["name"]!))) { Entry = l => l.Entry }.Map(routes);
        new Twin<FoundEvent>("/desk/review", "review", "Events for a person to look at, the least certain first", Findings, (r, a, _) => Desk.Review(r, a)) { Entry = Questions.Entry }.Map(routes);
        new Twin<LoggedCorrection>("/desk/corrections", "corrections", "The log of corrections, the latest first", Common, (r, a, _) => Desk.Corrections(r, a)).Map(routes);
        new Twin<CodeLine>("/desk/codebook", "codebook", "What is coded: PLOVER types, modes and contexts, with CAMEO codes and scores", Common, (r, a, _) => Desk.Codebook(r, a)).Map(routes);
        new Twin<Score>("/desk/scorecard", "scorecard", "How well each stage reads, as the tests hold it", Common, (r, a, _) => Desk.Scorecard(r, a)).Map(routes);
        OneThing.Map(routes);
    }
}
