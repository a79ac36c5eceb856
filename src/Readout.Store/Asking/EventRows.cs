using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Queries over events.</summary>
internal sealed class EventRows(DbConnection connection)
{
    private readonly Names names = new(connection);

    /// <summary>Conditions for a selection over events <c>e</c> of versions <c>v</c>.</summary>
    public Where Of(Selection selection, DateOnly? asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To);
        foreach (var actor in selection.Actors)
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("s.entity", "s.code");
            where.And($"EXISTS (SELECT 1 FROM event_sides s WHERE s.event = e.event AND {sql})", values);
        }
        if (selection.Words is { } words) where.And("e.event IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", WordsQuery.Of(words));
        if (selection.Types.Count > 0) where.And($"e.type IN ({string.Join(", ", selection.Types.Select(_ => "?"))})", [.. selection.Types.Select(t => t.ToUpperInvariant())]);
        if (selection.Place is { } place) where.And("(e.place = ? COLLATE NOCASE OR e.country = ?)", place, place.ToUpperInvariant());
        return where;
    }

    /// <param name="order">An ORDER BY list; the article's id and the place in the text are added, so that ties never depend on the order of adding.</param>
    public List<FoundEvent> Find(Where where, string order, int limit) => connection.Query(
        $"""
        SELECT e.event, e.version, e.id, e.type, e.mode, e.cameo, e.goldstein, e.mutual, e.date, e.place, e.country, e.status, e.confidence,
               e.start, e.end, e.sentence_start, e.sentence_end, e.text, e.rule, {Citation.Columns}
        FROM events e JOIN versions v USING (version) JOIN articles a USING (article)
        {where} ORDER BY {order}, a.id, e.start, e.event {where.Limit(limit)}
        """, where.Values, Read);

    private FoundEvent Read(DbDataReader row)
    {
        var (key, version) = (row.GetInt64(0), row.GetInt64(1));
        var (evidence, sentence, text) = (row.Span(13), row.Span(15), row.GetString(17));
        var citation = Citation.Read(row, 19, evidence);
        return new FoundEvent
        {
            Id = $"{citation.Article}#{row.GetString(2)}",
            Type = row.GetString(3),
            Mode = row.Text(4),
            Cameo = row.Text(5),
            Goldstein = row.Real(6),
            Actors = names.Side(version, "event_sides", "event", key, "side", "actor"),
            Recipients = names.Side(version, "event_sides", "event", key, "side", "recipient"),
            Mutual = row.GetInt64(7) == 1,
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
        };
    }
}
