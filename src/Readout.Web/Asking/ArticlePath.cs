using System.Globalization;
using System.Text;

namespace Readout.Web.Asking;

/// <summary>Ids in addresses. An id may hold anything (a URL, a slash, a dot); what is not a letter, a digit or a hyphen stands as <c>~</c> with the hexadecimal byte.</summary>
internal static class ArticlePath
{
    public static string Encode(string id)
    {
        var path = new StringBuilder(id.Length);
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_') path.Append((char)b);
            else path.Append(CultureInfo.InvariantCulture, $"~{b:X2}");
        }
        return path.ToString();
    }

    public static string Decode(string path)
    {
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '~' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(path, i, 1));
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    public static string OfArticle(string id) => "/article/" + Encode(id);

    /// <summary>Of a finding <c>article#e3</c>: the page of the article with the finding chosen.</summary>
    public static string OfFinding(string id)
    {
        var hash = id.LastIndexOf('#');
        return hash < 0 ? OfArticle(id) : $"{OfArticle(id[..hash])}/{Encode(id[(hash + 1)..])}#{Encode(id[(hash + 1)..])}";
    }

    public static string OfActor(string id) => "/actor/" + Encode(id);

    public static string OfPair(string one, string other) => $"/pair/{Encode(one)}/{Encode(other)}";
}
