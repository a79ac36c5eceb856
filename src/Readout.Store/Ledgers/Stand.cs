using System.Data.Common;
using Readout.Store.Acts;
using Readout.Store.Asking;
using Readout.Store.Data;

namespace Readout.Store.Ledgers;

/// <summary>A position as far as ledgers compare it: names and sources are read for those alone that are shown.</summary>
/// <param name="Number">Of its row.</param>
/// <param name="Id">With the article's.</param>
/// <param name="Holder">Id of who holds it.</param>
/// <param name="Code">Of the state or body that holds it.</param>
/// <param name="Toward">Codes and ids parted by |.</param>
internal sealed record Stand(long Number, string Id, string Article, string? Published, string Holder, string? Code, string Stance, string Topic, string Toward, string? Condition, string Sentence)
{
    /// <summary>A condition over positions <c>p</c>: their holder opposes something on the topic, now or at another time.</summary>
    public const string HasBothSides =
        """
        (p.stance IN ('opposes', 'refuses') OR EXISTS (
            SELECT 1 FROM positions q WHERE q.topic = p.topic AND q.stance IN ('opposes', 'refuses') AND (q.holder_code = coalesce(p.holder_code, p.holder) OR q.holder = coalesce(p.holder_code, p.holder))))
        """;

    private HashSet<string>? words;

    /// <summary>Who holds it - the state or body, else the entity - and on what.</summary>
    public (string Holder, string Topic) Key => (Code ?? Holder, Topic);

    public int? Day { get; } = IsoPeriod.Number(Published);

    /// <summary>Content words of the sentence.</summary>
    public HashSet<string> Words => words ??= ActWords.Of(Sentence, 0, Sentence.Length);

    /// <param name="where">Conditions over positions <c>p</c> of versions <c>v</c>.</param>
    /// <param name="order">An ORDER BY list; what never depends on the order of adding comes after it.</param>
    public static List<Stand> Find(DbConnection connection, Where where, string order, int limit = int.MaxValue) => connection.Query(
        $"""
        SELECT p.position, a.id, p.id, v.published, p.holder, p.holder_code, p.stance, p.topic, p.toward, p.condition_start, p.condition_end, p.sentence_start, p.sentence_end, p.text
        FROM positions p JOIN versions v USING (version) JOIN articles a USING (article)
        {where} ORDER BY {order}, a.id, p.start, p.id {where.Limit(limit)}
        """, where.Values, Read);

    private static Stand Read(Row row)
    {
        var (article, text) = (row.GetString(1), row.GetString(13));
        var condition = row.IsDBNull(9) ? null : PositionRows.Slice(text, row.Span(11), row.Span(9));
        return new Stand(row.GetInt64(0), $"{article}#{row.GetString(2)}", article, row.Text(3), row.GetString(4), row.Text(5), row.GetString(6), row.GetString(7), row.GetString(8), condition, text);
    }
}
