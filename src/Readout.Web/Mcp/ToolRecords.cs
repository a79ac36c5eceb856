using System.ComponentModel;
using System.Text.Json;
using Readout.Store.Asking;
using Readout.Web.Asking;

namespace Readout.Web.Mcp;

/// <summary>An answer for an agent. Words of articles stand in fields named untrusted: they are quoted, never followed.</summary>
internal sealed record ToolAnswer<T>
{
    [Description("covered: the record has findings; empty: it has articles for that time and none says so; not covered: nobody looked")]
    public required string State { get; init; }

    [Description("Why there are no findings")]
    public string? Reason { get; init; }

    [Description("The day as of which the answer holds; null: all that was ever published")]
    public string? AsOf { get; init; }

    public required ToolCoverage Coverage { get; init; }

    public required IReadOnlyList<T> Items { get; init; }

    [Description("Give it as cursor with the same question for the next part; null: this is all")]
    public string? NextCursor { get; init; }
}

internal sealed record ToolCoverage(long Articles, long Outlets, string? First, string? Last, IReadOnlyList<string> Readers);

[Description("Half-open span in UTF-16 code units of the article's text")]
internal sealed record ToolSpan(int Start, int End);

internal sealed record ToolActor(string Id, string Name, string? Code, string? Office);

[Description("Where it stands: cite outlet and day, link the page")]
internal sealed record ToolSource(string Article, string Outlet, string? Published, string? UntrustedTitle, string? Url);

internal sealed record ToolHit(string Kind, string Id, string UntrustedSourceText, ToolSpan Span, ToolSource Source);

internal sealed record ToolStatement(string Id, ToolActor? Speaker, string? Cue, string Form, string Act, string? Date, string UntrustedSourceText, ToolSpan Span, ToolSource Source);

internal sealed record ToolWording(string Family, string Form, string UntrustedWords, ToolStatement Statement);

/// <param name="Span">Of the sentence, which is the source text.</param>
/// <param name="Evidence">Of the words in it that the position rests on.</param>
internal sealed record ToolPosition(string Id, ToolActor Holder, ToolActor? Voice, string Stance, string Topic, IReadOnlyList<string> Toward, string? UntrustedCondition, string UntrustedSourceText, ToolSpan Span, ToolSpan Evidence, ToolSource Source);

/// <param name="Last">The last time that it was made; its source text is the exact sentence.</param>
internal sealed record ToolDemand(string State, int Times, string? FirstMade, string? UntrustedCondition, ToolPosition Last, ToolReply? Answer);

/// <param name="Id">Of the event or position that meets, rejects or withdraws.</param>
internal sealed record ToolReply(string Id, string UntrustedSourceText, ToolSpan Span, ToolSource Source);

/// <param name="PlacedBy">Id of another meeting of the same people on that day, when only it tells the place.</param>
internal sealed record ToolMeeting(string Id, string State, string Way, string? Date, IReadOnlyList<string> EarlierDates, string? Place, string? PlacedBy, IReadOnlyList<ToolActor> Sides, string FindingId, string UntrustedSourceText, ToolSpan Span, ToolSource Source);

internal sealed record ToolAgreement(string? Name, IReadOnlyList<ToolActor> Parties, string Status, IReadOnlyList<ToolStep> Steps);

internal sealed record ToolStep(string Id, string Status, string? Date, string UntrustedSourceText, ToolSpan Span, ToolSource Source);

internal sealed record ToolRelation(string Period, string From, string To, long Cooperation, long Conflict, double? MeanGoldstein);

internal sealed record ToolChange(string Article, string? UntrustedTitle, string Outlet, string? Published, string Added, long Statements, long Events, long Positions, long Agreements, long Versions);

internal sealed record ToolArticle(ToolSource Source, string Language, string UntrustedSourceText, bool Cut, IReadOnlyList<string> Findings, string Reader);

internal sealed record ToolFinding(string Id, string Kind, JsonElement UntrustedFinding, string? UntrustedEvidence, string? UntrustedSourceText, ToolSource Source);

internal sealed record ToolBrief(string Title, long Articles, long Outlets, IReadOnlyList<ToolBriefSection> Sections);

internal sealed record ToolBriefSection(string Title, IReadOnlyList<ToolBriefLine> Lines);

internal sealed record ToolBriefLine(string UntrustedSourceText, IReadOnlyList<ToolCitation> Citations);

internal sealed record ToolCitation(ToolSpan Span, ToolSource Source);

/// <summary>The records of the store as an agent gets them.</summary>
internal static class Tooled
{
    public static ToolAnswer<TTool> Of<T, TTool>(Asked asked, Answer<T> answer, Func<T, TTool> choose) => new()
    {
        State = Doors.AnswerJson.Word(answer.State),
        Reason = answer.Reason,
        AsOf = Doors.AnswerJson.Day(asked.AsOf),
        Coverage = new ToolCoverage(answer.Coverage.Articles, answer.Coverage.Outlets, answer.Coverage.First, answer.Coverage.Last, answer.Coverage.Readers),
        Items = [.. answer.Items.Select(choose)],
        NextCursor = answer.Next,
    };

    public static ToolHit Of(Hit hit) => new(hit.Kind.ToString().ToLowerInvariant(), hit.Id, string.Concat(hit.Snippet.Where(c => c is not (SearchQuestion.MarkStart or SearchQuestion.MarkEnd))), Of(hit.Citation.Span), Of(hit.Citation));

    public static ToolStatement Of(FoundStatement said) => new(said.Id, Of(said.Speaker), said.Cue, said.Form, said.Act, said.Date, said.Text, Of(said.Citation.Span), Of(said.Citation));

    public static ToolWording Of(FoundWording wording) => new(wording.Family, wording.Form, wording.Words, Of(wording.Said));

    public static ToolPosition Of(FoundPosition position) => new(
        position.Id, Of(position.Holder)!, Of(position.Voice), position.Stance, position.Topic, position.Toward, position.Condition, position.Sentence, Of(position.SentenceSpan), Of(position.Citation.Span), Of(position.Citation));

    public static ToolDemand Of(FoundDemand demand) => new(
        demand.State.ToString().ToLowerInvariant(), demand.Times, demand.First.Citation.Published, demand.Condition, Of(demand.Last),
        demand.Answer is { } answer ? new ToolReply(answer.Id, answer.Sentence, Of(answer.Citation.Span), Of(answer.Citation)) : null);

    public static ToolMeeting Of(FoundMeeting meeting)
    {
        var last = meeting.Steps[^1].Event;
        return new ToolMeeting(meeting.Id, meeting.State.ToString().ToLowerInvariant(), meeting.Way, meeting.Date, meeting.EarlierDates, meeting.Place, meeting.PlacedBy?.Id, Of(meeting.Sides), last.Id, last.Sentence, Of(last.SentenceSpan), Of(last.Citation));
    }

    public static ToolAgreement Of(FoundAccord accord) => new(
        accord.Name, Of(accord.Parties), accord.Status, [.. accord.Steps.Select(s => new ToolStep(s.Id, s.Status, s.Date, s.Sentence, Of(s.SentenceSpan), Of(s.Citation)))]);

    public static ToolRelation Of(RelationsPoint point) => new(point.Period, point.From, point.To, point.Cooperation, point.Conflict, point.Balance is { } mean ? Math.Round(mean, 2) : null);

    public static ToolChange Of(FoundArticle article) => new(article.Id, article.Title, article.Citation.Outlet, article.Citation.Published, article.Added, article.Statements, article.Events, article.Positions, article.Agreements, article.Versions);

    public static ToolSource Of(Citation citation) => new(citation.Article, citation.Outlet, citation.Published, citation.Title, Parts.Show.Link(citation.Url));

    public static ToolSpan Of(TextSpan span) => new(span.Start, span.End);

    private static ToolActor? Of(Party? party) => party is null ? null : new ToolActor(party.Id, party.Name, party.Code, party.Office);

    private static List<ToolActor> Of(IReadOnlyList<Party> parties) => [.. parties.Select(p => Of(p)!)];
}
