using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Store.Data;

namespace Readout.Store.Asking;

/// <summary>What a store holds.</summary>
/// <param name="First">First day of publication; null when no article has a day.</param>
/// <param name="Readers">Versions of knowledge and models that read the articles, sorted.</param>
/// <param name="ContentHash">Hash of all articles, their versions and readers, and of the log of corrections: two stores with the same one answer alike.</param>
public sealed record Contents(long Articles, long Outlets, DateOnly? First, DateOnly? Last, IReadOnlyList<string> Readers, long Corrections, string ContentHash);

/// <summary>What the store holds, as of a day.</summary>
public sealed record ContentsQuestion : Question<Contents>
{
    internal override Contents Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf);
        var rows = connection.Query($"SELECT a.id, v.hash, v.reader, v.published, coalesce(v.source, v.url, v.input) FROM versions v JOIN articles a USING (article) {where} ORDER BY a.id", where.Values,
            r => (Id: r.GetString(0), Hash: r.GetString(1), Reader: r.GetString(2), Published: r.Text(3), Outlet: r.GetString(4)));
        var corrections = connection.Query("SELECT id FROM corrections ORDER BY id", [], r => r.GetString(0));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, version, reader, _, _) in rows) hash.AppendData(Encoding.UTF8.GetBytes($"{id}\u001f{version}\u001f{reader}\n"));
        foreach (var correction in corrections) hash.AppendData(Encoding.UTF8.GetBytes($"\u001e{correction}\n"));
        var days = rows.Select(r => r.Published).OfType<string>().ToList();
        return new Contents(rows.Count, rows.Select(r => r.Outlet).Distinct(StringComparer.Ordinal).LongCount(), Day(days.Min()), Day(days.Max()), [.. rows.Select(r => r.Reader).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], corrections.Count,
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Whom each article names, by the article's id.</summary>
public sealed record CastQuestion : Question<ILookup<string, Party>>
{
    internal override ILookup<string, Party> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf);
        return connection.Query($"SELECT a.id, n.id, n.name, n.code, n.office, n.kind, n.sector FROM entities n JOIN versions v USING (version) JOIN articles a USING (article) {where} ORDER BY a.id, n.id", where.Values,
            r => (Article: r.GetString(0), Party: new Party(r.GetString(1), r.GetString(2), r.Text(3), r.Text(4)) { Kind = r.GetString(5), Sector = r.Text(6) })).ToLookup(r => r.Article, r => r.Party, StringComparer.Ordinal);
    }
}

/// <summary>The text of an article, with what other countings of it need.</summary>
public sealed class ArticleText(string text)
{
    private readonly Lazy<string> sha256 = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    private readonly Lazy<int[]> pairs = new(() => [.. text.Index().Where(c => char.IsLowSurrogate(c.Item)).Select(c => c.Index)]);

    public string Text => text;

    /// <summary>Of the text as UTF-8, in hexadecimal digits.</summary>
    public string Sha256 => sha256.Value;

    /// <summary>How many Unicode code points stand before a UTF-16 position.</summary>
    public int CodePoints(int position)
    {
        var at = Array.BinarySearch(pairs.Value, position);
        return position - (at < 0 ? ~at : at);
    }
}

/// <summary>The texts of all articles, by id.</summary>
public sealed record TextsQuestion : Question<IReadOnlyDictionary<string, ArticleText>>
{
    internal override IReadOnlyDictionary<string, ArticleText> Answer(DbConnection connection)
    {
        var where = new Where().Published(AsOf);
        return connection.Query($"SELECT a.id, v.text FROM versions v JOIN articles a USING (article) {where}", where.Values, r => (Id: r.GetString(0), Text: r.GetString(1))).ToDictionary(r => r.Id, r => new ArticleText(r.Text), StringComparer.Ordinal);
    }
}
