using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Queries over positions.</summary>
internal static class PositionRows
{
    /// <summary>Conditions for a selection over positions <c>p</c>: its actors hold, voice or receive them.</summary>
    public static Where Of(DbConnection connection, Selection selection, DateOnly? asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To).Article(selection);
        foreach (var actor in selection.Actors)
        {
            var filter = ActorFilter.Of(connection, actor);
            var (sql, values) = filter.In("p.holder", "p.holder_code");
            var toward = filter.Code ?? (filter.Ids is [var id, ..] ? id : "");
            where.And($"({sql} OR p.voice = ? OR instr('|' || p.toward || '|', '|' || ? || '|') > 0)", [.. values, toward, toward]);
        }
        if (selection.Words is { } words) where.And("(instr(lower(p.topic), lower(?)) > 0 OR instr(lower(p.text), lower(?)) > 0)", words, words);
        return where;
    }

    /// <param name="order">An ORDER BY list; what never depends on the order of adding comes after it.</param>
    public static List<FoundPosition> Find(DbConnection connection, Where where, string order, int limit)
    {
        return connection.Query(
            $"""
            SELECT {Columns} {From}
            {where} ORDER BY {order}, a.id, p.start, p.id {where.Limit(limit)}
            """, where.Values, Read);
    }

    /// <summary>Positions by their numbers.</summary>
    public static Dictionary<long, FoundPosition> ByNumber(DbConnection connection, IReadOnlyList<long> numbers)
    {
        var found = new Dictionary<long, FoundPosition>();
        foreach (var some in numbers.Chunk(500))
            foreach (var (number, position) in connection.Query($"SELECT {Columns}, p.position {From} WHERE p.position IN ({string.Join(", ", some)})", [], r => (r.GetInt64(34), Read(r)))) found[number] = position;
        return found;
    }

    private static readonly string Columns =
        $"p.version, p.id, p.holder, p.voice, p.stance, p.topic, p.toward, p.condition_start, p.condition_end, p.start, p.end, p.sentence_start, p.sentence_end, p.text, p.rule, {Citation.Columns}, p.corrected, p.holder_code, p.statement, {Names.Columns("h")}, {Names.Columns("o")}";

    private const string From =
        """
        FROM positions p JOIN versions v USING (version) JOIN articles a USING (article)
        LEFT JOIN entities h ON h.version = p.version AND h.id = p.holder LEFT JOIN entities o ON o.version = p.version AND o.id = p.voice
        """;

    private static FoundPosition Read(Row row)
    {
        var (sentence, text) = (row.Span(11), row.GetString(13));
        var citation = Citation.Read(row, 15, row.Span(9));
        var holder = Names.Party(row, 24, row.GetString(2));
        return new FoundPosition
        {
            Id = $"{citation.Article}#{row.GetString(1)}",
            Holder = holder.Code is null ? holder with { Code = row.Text(22) } : holder,
            Voice = row.Text(3) is { } voice ? Names.Party(row, 29, voice) : null,
            Stance = row.GetString(4),
            Topic = row.GetString(5),
            Toward = row.GetString(6).Split('|', StringSplitOptions.RemoveEmptyEntries),
            Condition = row.IsDBNull(7) ? null : Slice(text, sentence, row.Span(7)),
            ConditionSpan = row.IsDBNull(7) ? null : row.Span(7),
            Statement = row.Text(23),
            Sentence = text,
            SentenceSpan = sentence,
            Rule = row.GetString(14),
            Citation = citation,
            Corrected = row.Corrected(21),
        };
    }

    internal static string? Slice(string text, TextSpan sentence, TextSpan span) =>
        sentence.Contains(span) ? text.Substring(span.Start - sentence.Start, span.Length) : null;
}
