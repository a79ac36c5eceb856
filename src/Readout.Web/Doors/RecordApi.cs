using Microsoft.AspNetCore.Routing;
using Readout.Exports.Formats;
using Readout.Store.Asking;
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
        new Twin<FoundEvent>("/explore", "events", "Events in the order of their days", OfEvents, (r, a, _) => Questions.Events(r, a)) { Entry = Questions.Entry }.Map(routes);
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
        OneThing.Map(routes);
    }
}
