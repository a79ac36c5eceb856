using Readout.Loading;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Store.Watching;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>A meeting that several articles tell of.</summary>
internal sealed record Accounts(FoundEvent Meeting, IReadOnlyList<Citation> Articles);

/// <summary>A saved question with the number of entries that nobody has looked at.</summary>
internal sealed record Watched(Watch Watch, int New);

/// <summary>A line of the codebook.</summary>
/// <param name="Kind">type, mode or context.</param>
/// <param name="Group">verbal or material, cooperation or conflict.</param>
internal sealed record CodeLine(string Kind, string Code, string? Parent, string? Cameo, string? Score, string? Group);

/// <summary>The least score that the tests hold a stage to.</summary>
public sealed record Score(string Measure, double Least);

/// <summary>What the pages of the desk ask: sources, watches, review queue, corrections, codebook, scorecard.</summary>
internal static class Desk
{
    /// <summary>Entries of a watch that the page Today looks at.</summary>
    public const int WatchDepth = 200;

    public static Answer<FoundOutlet> Outlets(Record record, Asked asked) => record.List(asked, new OutletsQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<FoundEvent> Review(Record record, Asked asked) => record.List(asked, new UnsureQuestion { Selection = asked.Selection, AsOf = asked.AsOf });

    public static Answer<Watched> Watches(Record record, Asked asked) =>
        Whole(record, asked, record.Ask(new WatchesQuestion()).Select(w => new Watched(w, record.Lines(w, asked.AsOf, WatchDepth).Count(l => l.IsNew))));

    public static Answer<WatchLine> Lines(Record record, Asked asked, string name) => Whole(record, asked, record.Lines(record.Find(name), asked.AsOf, asked.Offset + asked.Limit + 1));

    public static Answer<LoggedCorrection> Corrections(Record record, Asked asked) =>
        Whole(record, asked, record.Ask(new CorrectionsQuestion()).Reverse().Where(c => asked.Since is not { } since || string.CompareOrdinal(c.Correction.Made, since.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture)) >= 0));

    // Read anew for each visit: whoever edits the file sees the edit.
    public static Answer<CodeLine> Codebook(Record record, Asked asked) =>
        Whole(record, asked, KnowledgeTable.Parse("events/codebook.tsv", File.ReadAllText(Path.Combine(record.Serving.Knowledge, "events", "codebook.tsv"))).Rows.Select(Code));

    public static Answer<Score> Scorecard(Record record, Asked asked) => Whole(record, asked, Scores(record));

    /// <summary>Meetings, calls and visits of which more than one article tells, the latest first.</summary>
    public static Answer<Accounts> Readouts(Record record, Asked asked)
    {
        // Many reports stand in one article: more are asked for than are shown.
        var events = record.List(asked with { Offset = 0, Limit = 300 }, new TimelineQuestion { Selection = asked.Selection with { Types = ["CONSULT", "AGREE"], Limit = 300 }, AsOf = asked.AsOf, Latest = true });
        return events.State == AnswerState.Covered ? record.Cut(asked, events.Items.Where(e => e.Reports > 1).Take(60).Select(e => new Accounts(e, Told(record, asked, e))).Where(a => a.Articles.Count > 1)) : events.Select(e => new Accounts(e, []));
    }

    private static List<Citation> Told(Record record, Asked asked, FoundEvent meeting) => [.. record.Ask(new ActQuestion { Id = meeting.Id, AsOf = asked.AsOf }).Reports.Select(r => r.Citation).DistinctBy(c => c.Article)];

    private static IEnumerable<Score> Scores(Record record)
    {
        var file = Path.Combine(record.Serving.Knowledge, "..", "eval", "floors.json");
        if (!File.Exists(file)) return [];
        using var floors = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        return [.. floors.RootElement.GetProperty("eval/gold").EnumerateObject().Select(f => new Score(f.Name, f.Value.GetDouble()))];
    }

    private static CodeLine Code(KnowledgeRow row) => new(row["kind"], row["code"], Some(row["parent"]), Some(row["cameo"]), Some(row["score"]), row["quad"] switch { "1" => "verbal cooperation", "2" => "material cooperation", "3" => "verbal conflict", "4" => "material conflict", _ => null });

    private static string? Some(string cell) => cell.Length == 0 ? null : cell;

    // What is no finding of an article is there whether or not articles are.
    private static Answer<T> Whole<T>(Record record, Asked asked, IEnumerable<T> found)
    {
        List<T> all = [.. found];
        List<T> items = [.. all.Skip(asked.Offset).Take(asked.Limit)];
        return new Answer<T>(items.Count > 0 ? AnswerState.Covered : AnswerState.Empty, items.Count > 0 ? null : "there is none yet", items, record.Coverage(asked), all.Count > asked.Offset + asked.Limit ? Cursor.Write(asked.Key, asked.Offset + asked.Limit) : null);
    }
}
