using System.Data.Common;
using System.Text.Json;
using Readout.Store.Adding;
using Readout.Store.Correcting;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>One state of a page.</summary>
/// <param name="Added">When the record last took it for the current one, ISO 8601 in UTC.</param>
public sealed record ArticleVersion(string Hash, string? Published, string Added, bool IsCurrent, string Text);

/// <summary>An article whole: its reading as <c>read</c> prints it, corrected, what was dropped from its page, its versions and near copies.</summary>
/// <param name="Versions">The current one first.</param>
public sealed record ArticleRecord(JsonElement Reading, IReadOnlyList<DroppedPiece> Dropped, IReadOnlyList<ArticleVersion> Versions, IReadOnlyList<Citation> Copies, string Reader, Citation Citation);

/// <summary>One article; null when the record has none of that id, or it was published after the day.</summary>
public sealed record ArticleQuestion : Question<ArticleRecord?>
{
    public required string Id { get; init; }

    internal override ArticleRecord? Answer(DbConnection connection)
    {
        var reading = new KeptReading(connection);
        var where = new Where().Published(AsOf).And("a.id = ?", Id);
        var found = connection.Query(
            $"SELECT v.version, v.reading, v.input, v.dropped, v.reader, v.length, {Citation.Columns} FROM versions v JOIN articles a USING (article) {where}", where.Values,
            row => new ArticleRecord(
                Parsed(reading.Line(row.GetInt64(0), row.Bytes(1), row.GetString(2))),
                [.. JsonSerializer.Deserialize<string[][]>(row.Bytes(3))!.Select(d => new DroppedPiece(d[0], d[1]))],
                Versions(connection),
                [.. Copies.Of(connection, row.GetInt64(0)).SelectMany(id => CitationOf(connection, id))],
                row.GetString(4),
                Citation.Read(row, 6, new TextSpan(0, row.GetInt32(5)))));
        return found is [var article] ? article : null;
    }

    private List<ArticleVersion> Versions(DbConnection connection) => connection.Query(
        "SELECT v.hash, v.published, r.started, v.is_current, v.text FROM versions v JOIN articles a USING (article) JOIN runs r ON r.run = v.seen WHERE a.id = @1 ORDER BY v.is_current DESC, v.seen DESC, v.hash",
        [Id], r => new ArticleVersion(r.GetString(0), r.Text(1), r.GetString(2), r.GetInt64(3) == 1, r.GetString(4)));

    private static List<Citation> CitationOf(DbConnection connection, string id) => connection.Query(
        $"SELECT v.length, {Citation.Columns} FROM versions v JOIN articles a USING (article) WHERE v.is_current = 1 AND a.id = @1", [id], r => Citation.Read(r, 1, new TextSpan(0, r.GetInt32(0))));

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
