using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Data;
using Readout.Store.Ledgers;

namespace Readout.Store.Asking;

/// <summary>The sections of one brief, each choosing what weighs most and was not told before.</summary>
internal sealed class BriefSections(DbConnection connection, Selection selection, DateOnly asOf, int lines)
{
    // A speech gives dozens of quotations; a brief wants several voices.
    private const int LinesOfOneSpeaker = 2, ShortestQuote = 30, LongestQuote = 360;

    // Topics are broad; only words in common make two sentences the same matter.
    private const double OneMatter = 0.25;

    private readonly BriefLines chosen = new();
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ActSheet sheet = new(connection, asOf);
    private readonly Lazy<List<DemandGroup>> demands = new(() => DemandLedger.Groups(connection, Lasting(selection), asOf, conditions: false));
    private IReadOnlyList<MeetingThread>? threads;

    public BriefSection New()
    {
        var rows = new EventRows(connection);
        var found = rows.Acts(rows.Of(selection, asOf).And("e.status IN ('happened', 'ongoing')"), selection.Limit, sheet, newestFirst: true);
        var taken = found.Where(e => BriefLines.Stands(e.Sentence)).OrderByDescending(Weight).ThenBy(e => e.Id, StringComparer.Ordinal).Where(chosen.Take).Take(lines);
        return Section("What is new", taken.Select(e => Line(e.Sentence, e.Citation with { Span = e.SentenceSpan })));
    }

    public BriefSection Said()
    {
        var rows = new StatementRows(connection);
        var where = rows.Of(selection with { Actors = [] }, asOf).And("s.speaker IS NOT NULL").And("s.form <> 'indirect'");
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("p.entity", "p.code");
            where.And($"EXISTS (SELECT 1 FROM statement_parts p WHERE p.statement = s.statement AND p.part IN ('speaker', 'to', 'about') AND {sql})", values);
        }
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = rows.Find(where, "v.published DESC NULLS LAST", selection.Limit).Select(Short).Where(IsWorthQuoting)
            .GroupBy(s => Key(s.Text), StringComparer.Ordinal).OrderByDescending(g => Weight(g.First()) + Math.Log2(g.Select(s => s.Citation.Outlet).Distinct().Count())).ThenBy(g => g.First().Id, StringComparer.Ordinal)
            .Where(g => IsFree(spoken, g.First().Speaker!.Id) && chosen.Take(g.First().Text, g.First().Citation) && Count(spoken, g.First().Speaker!.Id)).Take(lines);
        return Section("Who said what", taken.Select(Said));
    }

    // What is not shown was not told: it stays free for the sections after this one.
    /// <summary>Positions reversed, demands answered, accords a step on, meetings moved or cancelled in the period.</summary>
    public BriefSection Changed()
    {
        var all = selection with { Limit = int.MaxValue };
        var changes = new List<BriefLine>();
        var chain = new PositionChain(connection, asOf);
        var turns = chain.Reversals(Stand.Find(connection, PositionRows.Of(connection, selection, asOf).And(Stand.HasBothSides), "v.published DESC NULLS LAST"));
        foreach (var (turn, _) in turns.Where(t => BriefLines.Stands(t.Now.Sentence) && BriefLines.Stands(t.Before.Sentence) && ActWords.Shared(t.Now.Words, t.Before.Words) >= OneMatter))
            if (changes.Count < lines && chain.Placed([turn])[0] is var position && chosen.Take(position.Sentence, position.Citation with { Span = position.SentenceSpan }))
                changes.Add(new BriefLine($"{BriefLines.Plain(position.Sentence)} Before: {BriefLines.Plain(position.Earlier!.Sentence)}", [position.Citation with { Span = position.SentenceSpan }, position.Earlier.Citation]));
        foreach (var accord in new AccordsQuestion { Selection = all, AsOf = asOf }.Answer(connection).Where(a => a.Steps[^1].Status is "signed" or "ratified" or "initialled" or "suspended" or "ended"))
            if (changes.Count < lines && accord.Steps[^1] is var step && InPeriod(step.Citation) && BriefLines.Stands(step.Sentence) && chosen.Take(step.Sentence, step.Citation with { Span = step.SentenceSpan })) changes.Add(Line(step.Sentence, step.Citation with { Span = step.SentenceSpan }));
        var ledger = new DemandLedger(connection, asOf, selection.From);
        foreach (var demand in ledger.InFull([.. demands.Value.Select(d => (Demand: d, Answer: ledger.Answer(d))).Where(d => d.Answer is { } found && InPeriod(found.Published))]))
            if (changes.Count < lines && demand.Answer is { } answer && BriefLines.Stands(answer.Sentence) && chosen.Take(answer.Sentence, answer.Citation)) changes.Add(Line(answer.Sentence, answer.Citation));
        foreach (var meeting in Meetings(MeetingState.Moved, MeetingState.Cancelled))
            if (changes.Count < lines && meeting.Steps[^1].Event is var step && InPeriod(step.Citation) && BriefLines.Stands(step.Sentence) && chosen.Take(step)) changes.Add(Line(step.Sentence, step.Citation with { Span = step.SentenceSpan }));
        return Section("What changed", changes);
    }

    public BriefSection Open()
    {
        var ledger = new DemandLedger(connection, asOf, Lasting(selection).From);
        var taken = demands.Value.Concat(DemandLedger.Groups(connection, Lasting(selection), asOf, conditions: true))
            .Where(d => BriefLines.Stands(d.Last.Sentence)).OrderByDescending(d => (d.Last.Toward.Length > 0 ? 2 : 0) + (BriefLines.Leans(d.Last.Sentence) ? 0 : 1)).ThenByDescending(d => d.Times).ThenByDescending(d => d.Last.Published, StringComparer.Ordinal).ThenBy(d => d.Last.Id, StringComparer.Ordinal)
            // Whether it was answered and where it stands is looked up only for what is near the top.
            .Where(d => ledger.Answer(d) is null).Select(d => ledger.InFull([(d, null)])[0])
            .Where(d => chosen.Take(d.Last.Sentence, d.Last.Citation with { Span = d.Last.SentenceSpan })).Take(lines);
        return Section("What is open", taken.Select(d => Line(d.Last.Sentence, d.Last.Citation with { Span = d.Last.SentenceSpan })));
    }

    public BriefSection Next()
    {
        var taken = Meetings(MeetingState.Upcoming, MeetingState.Moved).Select(m => m.Steps.LastOrDefault(s => BriefLines.Stands(s.Event.Sentence))?.Event).OfType<FoundEvent>().Where(chosen.Take).Take(lines);
        // The nearest first, not the newest.
        return new BriefSection("What comes next", [.. taken.Select(e => Quoted(Line(e.Sentence, e.Citation with { Span = e.SentenceSpan })))]);
    }

    /// <summary>The last direct words on each of the topics that the sides take positions on most.</summary>
    public BriefSection IfAsked()
    {
        var statements = new StatementRows(connection);
        var positions = PositionRows.Find(connection, PositionRows.Of(connection, selection, asOf), "v.published DESC NULLS LAST", selection.Limit);
        var found = new List<BriefLine>();
        foreach (var topic in positions.Where(p => p.Statement is not null).GroupBy(p => p.Topic, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var line = topic.Select(p => statements.Find(new Where().Published(asOf).And("a.id = ?", p.Citation.Article).And("s.id = ?", p.Statement!).And("s.speaker IS NOT NULL").And("s.form <> 'indirect'"), "s.start", 1).FirstOrDefault())
                .OfType<FoundStatement>().Select(Short).FirstOrDefault(s => IsWorthQuoting(s) && chosen.Take(s.Text, s.Citation));
            if (line is not null) found.Add(Said([line]));
            if (found.Count == lines) break;
        }
        return Section("If asked", found);
    }

    // A demand stays open after the period in which it was made.
    private static Selection Lasting(Selection selection) => selection with { Limit = int.MaxValue, From = selection.From!.Value.AddYears(-1) };

    private IReadOnlyList<FoundMeeting> Meetings(params IReadOnlyList<MeetingState> states)
    {
        var question = new CalendarQuestion { Selection = selection with { From = null, To = null, Limit = lines * 4 }, AsOf = asOf, Today = asOf, States = states };
        var calendar = new MeetingThreads(connection, asOf, sheet);
        return calendar.Answer(question, threads ??= calendar.Read(question.Selection, selection.From));
    }

    private bool InPeriod(Citation citation) => InPeriod(citation.Published);

    private bool InPeriod(string? day) =>
        string.CompareOrdinal(day, IsoPeriod.Text(selection.From!.Value)) >= 0 && string.CompareOrdinal(day, IsoPeriod.Text(selection.To!.Value)) <= 0;

    /// <summary>In the order of days, with the words of each citation.</summary>
    private BriefSection Section(string title, IEnumerable<BriefLine> lines) =>
        new(title, [.. lines.Select(Quoted).OrderBy(l => l.Citations[0].Published, StringComparer.Ordinal).ThenBy(l => l.Citations[0].Article, StringComparer.Ordinal).ThenBy(l => l.Citations[0].Span)]);

    private static BriefLine Line(string text, params IReadOnlyList<Citation> citations) => new(BriefLines.Plain(text), citations);

    private BriefLine Said(IEnumerable<FoundStatement> statements)
    {
        List<FoundStatement> all = [.. statements.OrderBy(s => s.Citation.Published, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
        var first = all[0];
        var words = BriefLines.Plain(first.Text);
        var office = first.Speaker is { Office: { } held } ? $"{first.Speaker.Name}, {held}" : null;
        // The office record vouches for a name with its office; any other speaker is called as the article does.
        var who = office ?? (first.SpeakerMention is { } mention ? BriefLines.Plain(mention.In(Text(first.Citation.Article))) : first.Speaker!.Name);
        return new BriefLine($"{who}: {(first.Form == "direct" ? $"“{words.Trim('“', '”', '"')}”" : words)}", [.. all.SelectMany(Cited).Distinct()]) { Office = office };
    }

    /// <summary>A long quotation down to its first sentences; its place shrinks with it.</summary>
    private static FoundStatement Short(FoundStatement statement)
    {
        if (statement.Text.Length <= LongestQuote || statement.Text.Length != statement.Citation.Span.Length) return statement;
        var end = statement.Text.LastIndexOf(". ", LongestQuote - 1, StringComparison.Ordinal) + 1;
        return end < ShortestQuote ? statement : statement with { Text = statement.Text[..end], Citation = statement.Citation with { Span = new TextSpan(statement.Citation.Span.Start, statement.Citation.Span.Start + end) } };
    }

    /// <summary>Words that stand alone, of somebody who is more than a label in a transcript.</summary>
    private bool IsWorthQuoting(FoundStatement statement)
    {
        if (statement.Text.Length is < ShortestQuote or > LongestQuote || !BriefLines.IsQuotable(statement.Text)) return false;
        return statement.Speaker!.Office is not null || (statement.SpeakerMention is { } mention ? mention.In(Text(statement.Citation.Article)) : statement.Speaker.Name).Any(char.IsLower);
    }

    private static IEnumerable<Citation> Cited(FoundStatement statement)
    {
        yield return statement.Citation;
        if (statement.SpeakerMention is { } mention) yield return statement.Citation with { Span = mention };
    }

    private BriefLine Quoted(BriefLine line) => line with { Quotes = [.. line.Citations.Select(c => c.Span.In(Text(c.Article)))] };

    private string Text(string article)
    {
        if (texts.TryGetValue(article, out var known)) return known;
        return texts[article] = connection.Query("SELECT v.text FROM versions v JOIN articles a USING (article) WHERE a.id = @1 AND v.is_current = 1", [article], r => r.GetString(0))[0];
    }

    private double Weight(FoundEvent found)
    {
        var weight = found.Confidence * (2 + Math.Abs(found.Score ?? 0) / 3) + Math.Log2(found.Sources) + 0.7 * Math.Log2(found.Reports);
        if (found.Recipients.Count > 0 || found.Actors.Count > 1) weight += 1;
        // What lies in the period weighs more than what is only recalled in it.
        if (found.FirstDay is { } day && day < selection.From) weight -= 3;
        if (found.Actors.Concat(found.Recipients).All(p => p.Code is null)) weight -= 2;
        if (BriefLines.Leans(found.Sentence)) weight -= 1.5;
        return weight - (found.Sentence.Length > 280 ? 1 : 0);
    }

    private static double Weight(FoundStatement statement) => (statement.Speaker?.Office is null ? 0 : 2) + (statement.Act is "assert" or "report" ? 0 : 1) + Math.Min(statement.Text.Length, 200) / 200.0;

    private static bool IsFree(Dictionary<string, int> spoken, string speaker) => spoken.GetValueOrDefault(speaker) < LinesOfOneSpeaker;

    private static bool Count(Dictionary<string, int> spoken, string speaker)
    {
        spoken[speaker] = spoken.GetValueOrDefault(speaker) + 1;
        return true;
    }

    /// <summary>Letters and digits only: the same words with other quotation marks or spaces are the same line.</summary>
    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
