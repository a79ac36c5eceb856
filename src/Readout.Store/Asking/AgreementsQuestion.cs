using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>An agreement as one article reports it.</summary>
public sealed record FoundAgreement(string Id, string? Name, IReadOnlyList<Party> Parties, string Status, string? Date, string Sentence, TextSpan SentenceSpan, string Rule, Citation Citation)
{
    /// <summary>Ids of the corrections that changed or added it.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];
}

/// <summary>The ledger of agreements: each report of a step, in the order of days.</summary>
public sealed record AgreementsQuestion : Question<IReadOnlyList<FoundAgreement>>
{
    public Selection Selection { get; init; } = new();

    internal override IReadOnlyList<FoundAgreement> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, Selection.From, Selection.To).Article(Selection);
        foreach (var actor in Selection.Actors)
        {
            var filter = ActorFilter.Of(connection, actor);
            string[] ids = filter.Code is { } code ? [code] : [.. filter.Ids];
            where.And($"({string.Join(" OR ", ids.Select(_ => "instr('|' || g.parties || '|', '|' || ? || '|') > 0"))})", [.. ids]);
        }
        if (Selection.Words is { } words) where.And("(instr(lower(g.name), lower(?)) > 0 OR instr(lower(g.text), lower(?)) > 0)", words, words);
        var names = new Names(connection);
        return connection.Query(
            $"""
            SELECT g.version, g.id, g.name, g.parties, g.status, g.date, g.start, g.end, g.sentence_start, g.sentence_end, g.text, g.rule, {Citation.Columns}, g.corrected
            FROM agreements g JOIN versions v USING (version) JOIN articles a USING (article)
            {where} ORDER BY coalesce(g.date, v.published) NULLS FIRST, a.id, g.start, g.agreement {where.Limit(Selection.Limit)}
            """, where.Values, r => Read(r, names));
    }

    private static FoundAgreement Read(Row row, Names names)
    {
        var citation = Citation.Read(row, 12, row.Span(6));
        IReadOnlyList<Party> parties = [.. row.GetString(3).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => names.Of(row.GetInt64(0), p))];
        return new FoundAgreement($"{citation.Article}#{row.GetString(1)}", row.Text(2), parties, row.GetString(4), row.Text(5), row.GetString(10), row.Span(8), row.GetString(11), citation) { Corrected = row.Corrected(18) };
    }
}
