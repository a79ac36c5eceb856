using System.Data.Common;
using System.Text.Json;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>A piece of the page that was not taken for the article's text.</summary>
public sealed record DroppedPiece(string Reason, string Text);

/// <summary>Why the record says something: the finding as it was read, its words, its sentence, and what the reader knew.</summary>
/// <param name="Kind">article, statement, event, position or agreement.</param>
/// <param name="Finding">The contract's JSON of the finding; of an article, its data.</param>
/// <param name="Evidence">The words that it rests on; null for an article.</param>
/// <param name="Names">Entities that the finding names, as the contract writes them.</param>
/// <param name="Versions">Hashes of all versions of the article, the current one first.</param>
public sealed record Explanation(
    string Id, string Kind, JsonElement Finding, string? Evidence, string? Sentence, IReadOnlyList<JsonElement> Names,
    IReadOnlyList<DroppedPiece> Dropped, IReadOnlyList<string> Copies, IReadOnlyList<string> Versions, string Reader, Citation Citation)
{
    /// <summary>Further passages of the article that tell of the same event.</summary>
    public IReadOnlyList<(TextSpan Span, string Words)> AlsoAt { get; init; } = [];
}

/// <summary>Explains a finding (<c>article-id#e3</c>) or an article (<c>article-id</c>).</summary>
public sealed record ExplainQuestion : Question<Explanation>
{
    public required string Id { get; init; }

    internal override Explanation Answer(DbConnection connection)
    {
        var hash = Id.LastIndexOf('#');
        if (hash > 0 && Find(connection, Id[..hash]) is { } article) return OfFinding(article, Id[(hash + 1)..]);
        return Find(connection, Id) is { } whole
            ? whole.Explain(Id, "article", whole.Reading.GetProperty("article"), null, null, [])
            : throw new QuestionException($"there is no article and no finding '{Id}' in the store; ids stand in the answers of search, said and timeline");
    }

    private Explanation OfFinding(Kept article, string id)
    {
        foreach (var kind in new[] { "statement", "event", "position", "agreement" })
            foreach (var finding in article.Reading.GetProperty(kind + "s").EnumerateArray())
                if (finding.GetProperty("id").GetString() == id) return OfFinding(article, kind, finding);
        throw new QuestionException($"article '{article.Citation.Article}' has no finding '{id}'");
    }

    private Explanation OfFinding(Kept article, string kind, JsonElement finding)
    {
        var text = article.Reading.GetProperty("article").GetProperty("text").GetString()!;
        var span = finding.TryGetProperty("evidence", out var evidence) ? Span(evidence) : finding.GetProperty("content").EnumerateArray().Select(Span).Aggregate((a, b) => a.Cover(b));
        var sentence = article.Reading.GetProperty("sentences").EnumerateArray().Select(Span).Where(s => s.Overlaps(span)).Aggregate(span, (a, b) => a.Cover(b));
        var ids = finding.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray() : Enumerable.Repeat(p.Value, 1))
            .Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal);
        var names = article.Reading.GetProperty("entities").EnumerateArray().Where(e => ids.Contains(e.GetProperty("id").GetString()!)).ToList();
        var further = finding.TryGetProperty("alsoAt", out var also) ? also.EnumerateArray().Select(Span).Select(s => (s, s.In(text))).ToList() : [];
        return article.Explain(Id, kind, finding, span.In(text), sentence.In(text), names) with { AlsoAt = further };
    }

    private static TextSpan Span(JsonElement span) => new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    private Kept? Find(DbConnection connection, string id)
    {
        var reading = new KeptReading(connection);
        var where = new Where().Published(AsOf).And("a.id = ?", id);
        var found = connection.Query($"SELECT v.version, v.reading, v.input, v.dropped, v.reader, v.length, {Citation.Columns} FROM versions v JOIN articles a USING (article) {where}", where.Values, row => new Kept(
            Parsed(reading.Line(row.GetInt64(0), row.Bytes(1), row.GetString(2))),
            [.. JsonSerializer.Deserialize<string[][]>(row.Bytes(3))!.Select(d => new DroppedPiece(d[0], d[1]))],
            row.GetString(4),
            Adding.Copies.Of(connection, row.GetInt64(0)),
            connection.Query("SELECT hash FROM versions v JOIN articles a USING (article) WHERE a.id = @1 ORDER BY is_current DESC, hash", [id], r => r.GetString(0)),
            Citation.Read(row, 6, new TextSpan(0, row.GetInt32(5)))));
        return found is [var kept] ? kept : null;
    }

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private sealed record Kept(JsonElement Reading, IReadOnlyList<DroppedPiece> Dropped, string Reader, IReadOnlyList<string> Copies, IReadOnlyList<string> Versions, Citation Citation)
    {
        public Explanation Explain(string id, string kind, JsonElement finding, string? evidence, string? sentence, IReadOnlyList<JsonElement> names) =>
            new(id, kind, finding, evidence, sentence, names, Dropped, Copies, Versions, Reader, Citation);
    }
}
