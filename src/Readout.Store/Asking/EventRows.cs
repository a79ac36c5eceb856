using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Queries over events.</summary>
internal sealed class EventRows(DbConnection connection)
{
    /// <summary>Conditions for a selection over events <c>e</c> of versions <c>v</c>.</summary>
    public Where Of(Selection selection, DateOnly? asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To).Article(selection);
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("s.entity", "s.code");
            where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND {sql})", values);
        }
        if (selection.Words is { } words) where.Words(connection, "events", "e", words);
        if (selection.Types.Count > 0) where.And($"e.type IN ({string.Join(", ", selection.Types.Select(_ => "?"))})", [.. selection.Types.Select(t => t.ToUpperInvariant())]);
        if (selection.Place is { } place) where.And("(lower(e.place) = lower(?) OR e.country = ?)", place, place.ToUpperInvariant());
        return where;
    }

    /// <summary>Reports one by one.</summary>
    /// <param name="order">An ORDER BY list; the article's id, the place in the text and the finding's id are added, so that ties never depend on the order of adding.</param>
    public List<FoundEvent> Find(Where where, string order, int limit, DateOnly? asOf = null)
    {
        var numbers = connection.Query($"SELECT e.event {From} {where} ORDER BY {order}, a.id, e.start, length(e.id), e.id, e.event {where.Limit(limit)}", where.Values, r => r.GetInt64(0));
        return Counted(ByNumber(numbers), new ActSheet(connection, asOf));
    }

    /// <summary>Acts: of each the report that tells most, with the number of its reports.</summary>
    public List<FoundEvent> Acts(Where where, int limit, DateOnly? asOf) => Acts(where, limit, new ActSheet(connection, asOf));

    public List<FoundEvent> Acts(Where where, int limit, ActSheet sheet, bool newestFirst = false)
    {
        var reports = connection.Query(
            $"""
            SELECT e.event, e.act, e.day, CASE WHEN e.first_day IS NULL THEN 0 ELSE 1 END, e.vague, e.confidence, CASE WHEN e.place IS NULL THEN 0 ELSE 1 END, v.published, a.id, e.start
            {From} {where}
            """, where.Values, Report.Read);
        var best = reports.GroupBy(r => sheet.GroupOf(r.Event, r.Act)).Select(g => g.Min()!);
        var chosen = newestFirst
            ? best.OrderByDescending(r => r.Day, StringComparer.Ordinal).ThenBy(r => r.Article, StringComparer.Ordinal).ThenBy(r => r.Start).ThenBy(r => r.Event).Take(limit)
            : best.OrderBy(r => r.Day ?? "9999", StringComparer.Ordinal).ThenBy(r => r.Article, StringComparer.Ordinal).ThenBy(r => r.Start).ThenBy(r => r.Event).Take(limit);
        return Counted(ByNumber([.. chosen.Select(r => r.Event)]), sheet);
    }

    /// <summary>Reports by their numbers, in the order given.</summary>
    public List<(long Key, long Act, FoundEvent Event)> ByNumber(IReadOnlyList<long> numbers)
    {
        var sides = Names.Sides(connection, numbers);
        var found = new Dictionary<long, (long Key, long Act, FoundEvent Event)>();
        foreach (var some in numbers.Chunk(500))
            foreach (var row in connection.Query($"SELECT {Columns} {From} WHERE e.event IN ({string.Join(", ", some)})", [], r => Read(r, sides))) found[row.Key] = row;
        return [.. numbers.Select(n => found[n])];
    }

    public static List<FoundEvent> Counted(IReadOnlyList<(long Key, long Act, FoundEvent Event)> found, ActSheet sheet)
    {
        var summaries = sheet.Summaries([.. found.Select(f => sheet.GroupOf(f.Key, f.Act)).ToHashSet()]);
        return [.. found.Select(f => summaries[sheet.GroupOf(f.Key, f.Act)] is var s ? f.Event with { Act = s.Id, Reports = s.Reports, Sources = s.Sources } : f.Event)];
    }

    private const string From = "FROM events e JOIN versions v USING (version) JOIN articles a USING (article)";

    private const string Columns =
        $"""
        e.event, e.version, e.id, e.type, e.mode, e.cameo, e.goldstein, e.mutual, e.date, e.place, e.country, e.status, e.confidence,
        e.start, e.end, e.sentence_start, e.sentence_end, e.text, e.rule, {Citation.Columns}, e.act, e.contexts, e.score, e.latitude, e.longitude, e.statement, e.corrected, e.first_day, e.last_day, e.sentence, v.length
        """;

    private static (long Key, long Act, FoundEvent Event) Read(Row row, ILookup<long, (string Side, Party Party)> known)
    {
        var key = row.GetInt64(0);
        var (evidence, sentence, text) = (row.Span(13), row.Span(15), row.GetString(17));
        var citation = Citation.Read(row, 19, evidence);
        var sides = known[key].ToList();
        return (key, row.GetInt64(25), new FoundEvent
        {
            Id = $"{citation.Article}#{row.GetString(2)}",
            Type = row.GetString(3),
            Mode = row.Text(4),
            Cameo = row.Text(5),
            Goldstein = row.Real(6),
            Mutual = row.GetInt64(7) == 1,
            Actors = [.. sides.Where(s => s.Side == "actor").Select(s => s.Party)],
            Recipients = [.. sides.Where(s => s.Side == "recipient").Select(s => s.Party)],
            Named = [.. sides.Where(s => s.Side == "named").Select(s => s.Party)],
            Date = row.Text(8),
            Place = row.Text(9),
            Country = row.Text(10),
            Status = row.GetString(11),
            Confidence = row.GetDouble(12),
            Sentence = text,
            SentenceSpan = sentence,
            Evidence = text.Substring(evidence.Start - sentence.Start, evidence.Length),
            Rule = row.GetString(18),
            Citation = citation,
            Contexts = row.GetString(26).Split('|', StringSplitOptions.RemoveEmptyEntries),
            Score = row.Real(27),
            Latitude = row.Real(28),
            Longitude = row.Real(29),
            Statement = row.Text(30),
            Corrected = row.Corrected(31),
            FirstDay = row.Day(32),
            LastDay = row.Day(33),
            SentenceNumber = row.GetInt32(34),
            ArticleLength = row.GetInt32(35),
        });
    }

    /// <summary>What is compared to choose the report that tells most: an exact day, a surer finding, a place, then the first.</summary>
    private sealed record Report(long Event, long Act, string? Day, bool IsDated, bool IsVague, double Confidence, bool HasPlace, string? Published, string Article, int Start) : IComparable<Report>
    {
        public static Report Read(Row row) =>
            new(row.GetInt64(0), row.GetInt64(1), row.Text(2), row.GetInt64(3) == 1, row.GetInt64(4) == 1, row.GetDouble(5), row.GetInt64(6) == 1, row.Text(7), row.GetString(8), row.GetInt32(9));

        public int CompareTo(Report? other)
        {
            if (other is null) return -1;
            var order = (other.IsDated && !other.IsVague).CompareTo(IsDated && !IsVague);
            if (order == 0) order = other.IsDated.CompareTo(IsDated);
            if (order == 0) order = other.HasPlace.CompareTo(HasPlace);
            if (order == 0) order = other.Confidence.CompareTo(Confidence);
            if (order == 0) order = string.CompareOrdinal(Published ?? "9999", other.Published ?? "9999");
            if (order == 0) order = string.CompareOrdinal(Article, other.Article);
            return order != 0 ? order : Start.CompareTo(other.Start);
        }
    }
}
