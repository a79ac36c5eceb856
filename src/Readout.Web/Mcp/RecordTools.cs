using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Web.Asking;
using Readout.Web.Doors;
using Readout.Web.Reading;

namespace Readout.Web.Mcp;

/// <summary>What an agent can ask: the twelve questions of the record. All only read.</summary>
[McpServerToolType]
internal sealed class RecordTools(Record record)
{
    private const string AsOfMeaning = "Nothing published after this day counts: 2021-03-18, 2021-03 or 2021. Leave out for all";
    private const string ActorMeaning = "A code (PRK), an id (antony-blinken) or a name (North Korea, Blinken)";
    private const string AboutMeaning = "Words that must occur; \"a phrase\", -without, begin*";
    private const string FromMeaning = "Published on that day, month or year, or later";
    private const string ToMeaning = "Published on that day, month or year, or earlier";
    private const string LimitMeaning = "At most so many items, 1 to 50";
    private const string CursorMeaning = "next_cursor of the part before, with the same question";

    // An agent pays for every word that it gets.
    private const int Most = 50;
    private const int TextLimit = 6000;

    [McpServerTool(Name = "search", Title = "Search", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Full text over articles, statements and events; the best first.")]
    public ToolAnswer<ToolHit> Search(
        [Description("Words to search for; \"a phrase\", -without, begin*")] string query, [Description("article, statement or event; leave out for all")] string? kind = null, [Description(ActorMeaning)] string? actor = null,
        [Description(FromMeaning)] string? from = null, [Description(ToMeaning)] string? to = null, [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/search", Questions.Search, Tooled.Of, limit, ("q", query), ("kind", kind), ("actor", actor), ("from", from), ("to", to), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "get_article", Title = "Article", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("The text of one article and the ids of its findings.")]
    public ToolArticle GetArticle([Description("Id of the article")] string id, [Description("Character to begin with")] int start = 0) => Guard(() =>
    {
        var found = OneThing.Find(record, id, null);
        var text = found.Reading.GetProperty("article").GetProperty("text").GetString()!;
        var from = Math.Clamp(start, 0, text.Length);
        var length = Math.Min(TextLimit, text.Length - from);
        return new ToolArticle(Tooled.Of(found.Citation), found.Reading.GetProperty("article").GetProperty("language").GetString()!, text.Substring(from, length), from + length < text.Length, [.. new ArticleView(found.Reading).Cards.Select(c => $"{id}#{c.Id}")], found.Reader);
    });

    [McpServerTool(Name = "get_finding", Title = "Finding", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("One finding whole, with its sentence, the rule that made it and where it stands.")]
    public ToolFinding GetFinding([Description("Id such as 3f2a90c1d4e5b6a7#e3")] string id) => Guard(() =>
    {
        var found = record.Ask(new ExplainQuestion { Id = id });
        return new ToolFinding(found.Id, found.Kind, found.Finding, found.Evidence, found.Sentence, Tooled.Of(found.Citation));
    });

    [McpServerTool(Name = "who_said", Title = "Who said what", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Statements, the latest first: by a speaker, to or about another actor, on words.")]
    public ToolAnswer<ToolStatement> WhoSaid(
        [Description("Who speaks: " + ActorMeaning)] string? speaker = null, [Description("Spoken to or about: " + ActorMeaning)] string? about_actor = null, [Description(AboutMeaning)] string? about = null,
        [Description(FromMeaning)] string? from = null, [Description(ToMeaning)] string? to = null, [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/said", Questions.Said, Tooled.Of, limit, ("actor", speaker), ("about_actor", about_actor), ("about", about), ("from", from), ("to", to), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "wording_history", Title = "Wording over time", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Who used which form of a diplomatic phrase and when; without a family it says which there are.")]
    public ToolAnswer<ToolWording> WordingHistory(
        [Description("Family of phrases, such as denuclearization")] string family, [Description("One form of it")] string? form = null, [Description("Who speaks: " + ActorMeaning)] string? speaker = null,
        [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/said/wording", Questions.Wording, Tooled.Of, limit, ("family", family), ("form", form), ("actor", speaker), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "positions", Title = "Positions", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("What an actor wants, offers, refuses, promises or opposes, on what topic and condition; the latest first.")]
    public ToolAnswer<ToolPosition> Positions(
        [Description("Who holds it: " + ActorMeaning)] string? actor = null, [Description("Toward whom, or a second side: " + ActorMeaning)] string? toward = null, [Description("commits, supports, opposes, demands, offers, refuses, warns or considers")] string? stance = null,
        [Description(AboutMeaning)] string? about = null, [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/ledgers/positions", Questions.Positions, Tooled.Of, limit, ("actor", actor), ("actor", toward), ("stance", stance), ("about", about), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "demands", Title = "Demands and conditions", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("What an actor demands, and on what condition it offers or refuses something (\"no talks unless …\"): open, met, rejected or withdrawn; the latest first, each with the exact sentence.")]
    public ToolAnswer<ToolDemand> Demands(
        [Description("Who demands: " + ActorMeaning)] string? actor = null, [Description("Of whom: " + ActorMeaning)] string? toward = null, [Description("A word of the topic or sentence")] string? about = null, [Description("open, met, rejected or withdrawn; leave out for all")] string? state = null,
        [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/ledgers/demands", Questions.DemandsAndConditions, Tooled.Of, limit, ("actor", actor), ("actor", toward), ("about", about), ("state", state), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "meetings", Title = "Meetings", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Meetings, visits and calls: what lies ahead of the day or was called off, or another state.")]
    public ToolAnswer<ToolMeeting> Meetings(
        [Description(ActorMeaning)] string? actor = null, [Description(ActorMeaning)] string? other = null, [Description("upcoming, moved, held, cancelled, unreported or all")] string? state = null, [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/ledgers/meetings", Questions.Meetings, Tooled.Of, limit, ("actor", actor), ("actor", other), ("state", state), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "agreements", Title = "Agreements", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Agreements with their parties and steps: negotiating, initialled, signed, in force, suspended, ended, violated.")]
    public ToolAnswer<ToolAgreement> Agreements(
        [Description(ActorMeaning)] string? actor = null, [Description(ActorMeaning)] string? other = null, [Description(AboutMeaning)] string? about = null, [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/ledgers/agreements", Questions.Agreements, Tooled.Of, limit, ("actor", actor), ("actor", other), ("about", about), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "relations", Title = "Relations of a pair", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("How two actors dealt with one another: cooperation and conflict by period and direction.")]
    public ToolAnswer<ToolRelation> Relations(
        [Description(ActorMeaning)] string one, [Description(ActorMeaning)] string other, [Description("day, week, month or year")] string by = "month", [Description(FromMeaning)] string? from = null, [Description(ToMeaning)] string? to = null,
        [Description(AsOfMeaning)] string? as_of = null, [Description(LimitMeaning)] int limit = 24, [Description(CursorMeaning)] string? cursor = null) =>
        List("/pair", (r, a) => Questions.Relations(r, a, one, other), Tooled.Of, limit, ("one", one), ("other", other), ("by", by), ("from", from), ("to", to), ("as_of", as_of), ("cursor", cursor));

    [McpServerTool(Name = "changes_since", Title = "What is new", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("Articles that came into the record, or changed, at that time or later, with the number of their findings; the latest first.")]
    public ToolAnswer<ToolChange> ChangesSince(
        [Description("2021-03-18 or 2021-03-18T09:30:00Z")] string since, [Description(ActorMeaning)] string? actor = null, [Description(AboutMeaning)] string? about = null, [Description(LimitMeaning)] int limit = 8, [Description(CursorMeaning)] string? cursor = null) =>
        List("/today", Questions.Articles, Tooled.Of, limit, ("since", since), ("order", "added"), ("actor", actor), ("about", about), ("cursor", cursor));

    [McpServerTool(Name = "brief", Title = "Brief", ReadOnly = true, OpenWorld = false, UseStructuredContent = true), Description("A short cited brief on actors, a pair or a topic for a period (default: the 30 days before the day).")]
    public ToolBrief Brief(
        [Description(ActorMeaning)] string? actor = null, [Description(ActorMeaning)] string? other = null, [Description(AboutMeaning)] string? about = null, [Description(FromMeaning)] string? from = null,
        [Description(AsOfMeaning)] string? as_of = null, [Description("Lines in each section, 1 to 10")] int lines = 4) => Guard(() =>
    {
        var asked = Ask("/brief", Most, ("actor", actor), ("actor", other), ("about", about), ("from", from), ("as_of", as_of));
        var brief = record.Ask(new BriefQuestion { Selection = asked.Selection, AsOf = asked.AsOf, Today = record.Today(asked), Lines = Math.Clamp(lines, 1, 10) });
        return new ToolBrief(brief.Title, brief.Articles, brief.Outlets, [.. brief.Sections.Select(s => new ToolBriefSection(s.Title, [.. s.Lines.Select(l => new ToolBriefLine(l.Text, [.. l.Citations.Select(c => new ToolCitation(Tooled.Of(c.Span), Tooled.Of(c)))]))]))]);
    });

    private ToolAnswer<TTool> List<T, TTool>(string path, Func<Record, Asked, Answer<T>> question, Func<T, TTool> choose, int limit, params ReadOnlySpan<(string Name, string? Value)> given)
    {
        (string Name, string? Value)[] kept = [.. given];
        return Guard(() =>
        {
            var asked = Ask(path, limit, kept);
            return Tooled.Of(asked, question(record, asked), choose);
        });
    }

    private static Asked Ask(string path, int limit, params (string Name, string? Value)[] given) =>
        Asked.Of(path, [.. given.Where(g => !string.IsNullOrWhiteSpace(g.Value)).Select(g => KeyValuePair.Create(g.Name, g.Value!.Trim())), KeyValuePair.Create("limit", Math.Clamp(limit, 1, Most).ToString(CultureInfo.InvariantCulture))]);

    // The message of any other fault stays inside; these say what to ask instead.
    private static T Guard<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception problem) when (problem is WrongQuestionException or QuestionException or NoSuchThingException or StoreException)
        {
            throw new McpException(problem.Message);
        }
    }
}
