using System.Data.Common;
using Readout.Store.Data;
using Readout.Store.Versions;

namespace Readout.Store.Asking;

/// <summary>What a page said when it was read.</summary>
/// <param name="Seen">When the latest run that saw it so began, UTC.</param>
/// <param name="Changes">How it differs from the version read before; empty for the first.</param>
public sealed record PageVersion(string Hash, bool IsCurrent, string Seen, string? Title, string? Published, int Length, IReadOnlyList<DiffPiece> Changes);

/// <summary>All versions of an article in the order in which they were first read: what a page that was edited in silence said before.</summary>
public sealed record VersionsQuestion : Question<IReadOnlyList<PageVersion>>
{
    public required string Article { get; init; }

    internal override IReadOnlyList<PageVersion> Answer(DbConnection connection)
    {
        var rows = connection.Query(
            "SELECT v.hash, v.is_current, r.started, v.title, v.published, v.text FROM versions v JOIN articles a USING (article) JOIN runs r ON r.run = v.seen WHERE a.id = @1 AND (@2 IS NULL OR v.published <= @2) ORDER BY v.version",
            [Article, AsOf is { } day ? IsoPeriod.Text(day) : null], r => (Version: new PageVersion(r.GetString(0), r.GetInt64(1) == 1, r.GetString(2), r.Text(3), r.Text(4), 0, []), Text: r.GetString(5)));
        if (rows.Count == 0) throw new QuestionException($"there is no article '{Article}' in the store");
        return [.. rows.Select((row, i) => row.Version with { Length = row.Text.Length, Changes = i == 0 ? [] : TextDiff.Of(rows[i - 1].Text, row.Text) })];
    }
}
