namespace Readout.Pages.About;

/// <summary>The address of a page and the site it names.</summary>
internal static class Addresses
{
    /// <summary>The page's own address: from the envelope, else what the page declares when it is absolute.</summary>
    public static string? Of(Page page, PageFacts facts, PageKnowledge knowledge)
    {
        if (page.Url is not null) return page.Url;
        string?[] declared = [facts.Canonical, facts.Meta(knowledge.Facts.Url), facts.FromLinkedData(d => d.Rank == 0 ? d.Url : null)];
        return Array.Find(declared, IsArticle) ?? Array.Find(declared, IsAbsolute);
    }

    /// <summary>The site's own name for itself, else its publisher, else its host.</summary>
    public static string? Source(Page page, PageFacts facts, string? url, PageKnowledge knowledge) =>
        page.Source ?? facts.Meta(knowledge.Facts.Site) ?? facts.FromLinkedData(d => d.Publisher) ?? Host(url);

    public static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null;

    /// <summary>Names one article rather than a front page or a section, so that it can serve as identity.</summary>
    public static bool IsArticle(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsAbsolute(url) && (uri.Query.Length > 1 || uri.AbsolutePath.Split('/').Any(p => p.Length >= 8 && (p.Contains('-', StringComparison.Ordinal) || p.Contains('_', StringComparison.Ordinal) || p.Any(char.IsDigit)) || p.Length >= 3 && p.All(char.IsDigit)));

    private static bool IsAbsolute(string? url) => url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
