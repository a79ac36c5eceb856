using System.Globalization;
using Readout.Store.Asking;

namespace Readout.Web.Parts;

/// <summary>Dates, numbers and names as a page shows them.</summary>
public static class Show
{
    /// <summary>An ISO 8601 day, month, year or interval for people: "18 Mar 2021".</summary>
    public static string Day(string? iso)
    {
        if (iso is null) return "undated";
        if (iso.Split('/') is [var first, var last]) return first == last ? Day(first) : $"{Day(first)} – {Day(last)}";
        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(iso + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MMM yyyy", CultureInfo.InvariantCulture) : iso;
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment of UTC as the log keeps it: "2021-03-18 09:30".</summary>
    public static string Time(string iso) => iso.Length >= 16 ? iso[..16].Replace('T', ' ') : iso;

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Score(double? score) => score?.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>"1 article", "12 articles".</summary>
    public static string Count(long number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : thing.EndsWith('y') ? "" : "s")}";

    /// <summary>A topic key for people: <c>dialogue-prk-usa</c> becomes "dialogue (PRK, USA)".</summary>
    public static string Topic(string topic)
    {
        var parts = topic.Split('-');
        List<string> codes = [.. parts.Skip(1).Where(IsCode).Select(p => p.ToUpperInvariant())];
        var words = string.Join(' ', parts.Where((p, i) => i == 0 || !IsCode(p)));
        return codes.Count == 0 ? words : $"{words} ({string.Join(", ", codes)})";
    }

    // Codes of states have three letters, and so have some words of topics.
    private static bool IsCode(string part) => part.Length == 3 && part is not ("and" or "the" or "war" or "aid" or "oil" or "gas" or "tax");

    /// <summary>Only addresses of the web become links; nothing that runs.</summary>
    public static string? Link(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    /// <summary>The line that <c>c</c> copies: the words, and where they stand.</summary>
    public static string Cited(string words, Citation citation) =>
        $"“{words.ReplaceLineEndings(" ").Trim('“', '”', '"')}” ({citation.Outlet}, {Day(citation.Published)}{(citation.Title is { } title ? $", “{title}”" : "")}{(Link(citation.Url) is { } url ? $", {url}" : "")})";
}
