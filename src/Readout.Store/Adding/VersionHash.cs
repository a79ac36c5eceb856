using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Pages;

namespace Readout.Store.Adding;

/// <summary>Names what an article says: two readings of a page have the same hash when its words, their arrangement and its data are the same.</summary>
internal static class VersionHash
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] data = [article.Url, article.Title, article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), article.Source, article.Language, .. article.Authors];
        // The separators cannot stand in the data, so that no two articles run together to the same bytes.
        foreach (var item in data) hash.AppendData(Encoding.UTF8.GetBytes((item ?? "\0") + "\u001f"));
        foreach (var block in article.Blocks) hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)block.Kind}:{block.Span.Start}-{block.Span.End} ")));
        hash.AppendData(Encoding.UTF8.GetBytes("\u001e" + article.Text));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
