using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>The ledger of positions: who holds what, newest first.</summary>
public sealed record PositionsQuestion : Question<IReadOnlyList<FoundPosition>>
{
    public Selection Selection { get; init; } = new();

    /// <summary>Such as <c>demands</c>; empty means all.</summary>
    public IReadOnlyList<string> Stances { get; init; } = [];

    internal override IReadOnlyList<FoundPosition> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection);
        foreach (var actor in Selection.Actors)
        {
            var filter = ActorFilter.Of(connection, actor);
            var (sql, values) = filter.In("p.holder", "p.holder_code");
            var toward = filter.Code ?? (filter.Ids is [var id, ..] ? id : "");
            where.And($"({sql} OR p.voice = ? OR '|' || p.toward || '|' LIKE '%|' || ? || '|%')", [.. values, toward, toward]);
        }
        if (Stances.Count > 0) where.And($"p.stance IN ({string.Join(", ", Stances.Select(_ => "?"))})", [.. Stances]);
        if (Selection.Words is { } words) where.And("(p.topic LIKE '%' || ? || '%' OR p.text LIKE '%' || ? || '%')", words, words);
        var names = new Names(connection);
        return connection.Query(
            $"""
            SELECT p.version, p.id, p.holder, p.voice, p.stance, p.topic, p.toward, p.condition_start, p.condition_end, p.start, p.end, p.sentence_start, p.sentence_end, p.text, p.rule, {Citation.Columns}, p.corrected
            FROM positions p JOIN versions v USING (version) JOIN articles a USING (article)
            {where} ORDER BY v.published DESC, a.id, p.start, p.position {where.Limit(Selection.Limit)}
            """, where.Values, r => Read(r, names));
    }

    private static FoundPosition Read(DbDataReader row, Names names)
    {
        var version = row.GetInt64(0);
        var (sentence, text) = (row.Span(11), row.GetString(13));
        var citation = Citation.Read(row, 15, row.Span(9));
        return new FoundPosition
        {
            Id = $"{citation.Article}#{row.GetString(1)}",
            Holder = names.Of(version, row.GetString(2)),
            Voice = row.Text(3) is { } voice ? names.Of(version, voice) : null,
            Stance = row.GetString(4),
            Topic = row.GetString(5),
            Toward = row.GetString(6).Split('|', StringSplitOptions.RemoveEmptyEntries),
            Condition = row.IsDBNull(7) ? null : Slice(text, sentence, row.Span(7)),
            Sentence = text,
            SentenceSpan = sentence,
            Rule = row.GetString(14),
            Citation = citation,
            Corrected = row.Corrected(21),
        };
    }

    private static string? Slice(string text, TextSpan sentence, TextSpan span) =>
        sentence.Contains(span) ? text.Substring(span.Start - sentence.Start, span.Length) : null;
}
