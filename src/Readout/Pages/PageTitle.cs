using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Readout.Pages;

/// <summary>The headline: JSON-LD, the page's own h1 when it agrees with the metadata, the metadata, the title element without the site's name.</summary>
internal static class PageTitle
{
    public static string? Of(IHtmlDocument document, Metadata metadata)
    {
        var shared = Clean(metadata.First("og:title", "twitter:title", "title", "dc.title", "headline"));
        var heading = Headings(document).FirstOrDefault(h => shared is null || Agree(h, shared)) ?? SingleHeading(document);
        var linked = Clean(metadata.Linked("headline"));
        return heading ?? linked ?? WithoutSite(shared ?? Clean(document.Title), metadata.First("og:site_name"));
    }

    private static IEnumerable<string> Headings(IHtmlDocument document) =>
        document.QuerySelectorAll("h1").Select(h => Clean(h.TextContent)).OfType<string>().Where(h => h.Length is > 3 and < 300);

    private static string? SingleHeading(IHtmlDocument document) => Headings(document).ToList() is [var only] && only.Length > 15 ? only : null;

    private static bool Agree(string heading, string shared) =>
        shared.Contains(heading, StringComparison.OrdinalIgnoreCase) || heading.Contains(shared, StringComparison.OrdinalIgnoreCase);

    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null) return null;
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 15 && (site is null || title.AsSpan(at + mark.Length).Contains(site, StringComparison.OrdinalIgnoreCase) || title.Length - at < 40)) return title[..at];
        }
        return title;
    }

    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var cleaned = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return cleaned.Length == 0 ? null : cleaned;
    }
}
