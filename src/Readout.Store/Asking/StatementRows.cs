using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>Queries over statements.</summary>
internal sealed class StatementRows(DbConnection connection)
{
    /// <summary>Conditions for a selection over statements <c>s</c>: the first actor speaks, further ones are spoken to or about.</summary>
    public Where Of(Selection selection, DateOnly? asOf)
    {
        var where = new Where().Published(asOf, selection.From, selection.To).Article(selection);
        foreach (var (i, actor) in selection.Actors.Index())
        {
            var (sql, values) = ActorFilter.Of(connection, actor).In("p.entity", "p.code");
            where.And($"EXISTS (SELECT 1 FROM statement_parts p WHERE p.statement = s.statement AND p.part {(i == 0 ? "= 'speaker'" : "IN ('to', 'about')")} AND {sql})", values);
        }
        if (selection.Words is { } words) where.Words(connection, "statements", "s", words);
        return where;
    }

    public List<FoundStatement> Find(Where where, string order, int limit) => connection.Query(
        $"""
        SELECT s.version, s.id, s.speaker, s.cue, s.form, s.act, s.day, s.start, s.end, s.text, s.rule, n.mention_start, n.mention_end, {Citation.Columns}, s.corrected, {Names.Columns("n")}
        FROM statements s JOIN versions v USING (version) JOIN articles a USING (article) LEFT JOIN entities n ON n.version = s.version AND n.id = s.speaker
        {where} ORDER BY {order}, a.id, s.start, s.statement {where.Limit(limit)}
        """, where.Values, Read);

    private static FoundStatement Read(Row row)
    {
        var citation = Citation.Read(row, 13, row.Span(7));
        return new FoundStatement
        {
            Id = $"{citation.Article}#{row.GetString(1)}",
            Speaker = row.Text(2) is { } speaker ? Names.Party(row, 20, speaker) : null,
            SpeakerMention = row.IsDBNull(11) ? null : row.Span(11),
            Cue = row.Text(3),
            Form = row.GetString(4),
            Act = row.GetString(5),
            Date = row.Text(6),
            Text = row.GetString(9),
            Rule = row.GetString(10),
            Citation = citation,
            Corrected = row.Corrected(19),
        };
    }
}
