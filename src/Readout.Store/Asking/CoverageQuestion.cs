using System.Data.Common;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>What the record holds for a time: without it nobody can tell "nothing was said" from "nobody looked".</summary>
/// <param name="First">ISO day of the earliest article with a date; null when there is none.</param>
/// <param name="Readers">Versions of knowledge and models that read the articles.</param>
public sealed record Coverage(long Articles, long Outlets, string? First, string? Last, IReadOnlyList<string> Readers);

/// <summary>How many articles of how many outlets the record holds between two days of publication.</summary>
public sealed record CoverageQuestion : Question<Coverage>
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    internal override Coverage Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf, From, To);
        var readers = connection.Query($"SELECT DISTINCT v.reader FROM versions v {where} ORDER BY 1", where.Values, r => r.GetString(0));
        return connection.Query(
            $"SELECT count(*), count(DISTINCT coalesce(v.source, v.url, v.input)), min(v.published), max(v.published) FROM versions v {where}", where.Values,
            r => new Coverage(r.GetInt64(0), r.GetInt64(1), r.Text(2), r.Text(3), readers))[0];
    }
}
