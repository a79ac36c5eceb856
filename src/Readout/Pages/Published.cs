using AngleSharp.Html.Dom;

namespace Readout.Pages;

/// <summary>When a page was published, and which of its places says so: metadata before the address, the address before what is printed.</summary>
internal static class Published
{
    private static readonly string[] Properties =
    [
        "article:published_time", "datePublished", "og:article:published_time", "article:published", "sailthru.date", "parsely-pub-date", "cXenseParse:recs:publishtime",
        "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "DC.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date_published",
        "article.published", "published-date", "ptime", "date", "analyticsAttributes.articleDate", "article_date_original", "originalpublicationdate", "og:published_time", "rnews:datePublished", "citation_publication_date",
        "citation_date", "article:post_date", "timestamp", "displaydate", "last-modified-original", "og:pubdate", "bt:pubDate", "created", "datecreated", "dateCreated", "video:release_date",
    ];

    private static readonly string[] Modified = ["article:modified_time", "dateModified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified", "revised", "og:article:modified_time"];

    public static (DateOnly? Day, PublishedFrom From) Find(IHtmlDocument document, Metadata metadata, string? url, Months months, IReadOnlyList<TextBlock> blocks)
    {
        var monthFirst = IsAmerican(document, metadata);
        if (PageDate.In(metadata.Linked("datePublished"), months) is { } linked) return (linked, PublishedFrom.Metadata);
        foreach (var name in Properties)
            if (PageDate.In(metadata.First(name), months, monthFirst) is { } day) return (day, PublishedFrom.Metadata);
        if (Marked(document, months, monthFirst) is { } marked) return (marked, PublishedFrom.Metadata);
        if (PageDate.InUrl(url ?? Canonical(document, metadata)) is { } address) return (address, PublishedFrom.Url);
        if (Printed(document, months, monthFirst) is { } printed) return (printed, PublishedFrom.Text);
        if (PageDate.In(metadata.Linked("dateCreated") ?? metadata.Linked("uploadDate"), months) is { } created) return (created, PublishedFrom.Metadata);
        if (NearTop(blocks, months, monthFirst) is { } near) return (near, PublishedFrom.Text);
        foreach (var name in Modified)
            if (PageDate.In(metadata.First(name), months, monthFirst) is { } day) return (day, PublishedFrom.Metadata);
        return PageDate.In(metadata.Linked("dateModified"), months) is { } modified ? (modified, PublishedFrom.Metadata) : (null, PublishedFrom.Unknown);
    }

    // <time itemprop="datePublished" datetime="..."> and its kin.
    private static DateOnly? Marked(IHtmlDocument document, Months months, bool monthFirst)
    {
        foreach (var element in document.QuerySelectorAll("[itemprop='datePublished'],[itemprop='dateCreated'],[property='datePublished'],[property='dc:date'],[property='dc:created']"))
            if (PageDate.In(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent, months, monthFirst) is { } day) return day;
        foreach (var element in document.QuerySelectorAll("time.published,time[pubdate],time.entry-date,abbr.published,.entry-date time,.post-date time,time.date"))
            if (PageDate.In(element.GetAttribute("datetime") ?? element.GetAttribute("title") ?? element.TextContent, months, monthFirst) is { } day) return day;
        return null;
    }

    // Elements whose names speak of dates, and time elements, in the order of the page.
    private static DateOnly? Printed(IHtmlDocument document, Months months, bool monthFirst)
    {
        foreach (var element in document.QuerySelectorAll("time[datetime]"))
            if (PageDate.In(element.GetAttribute("datetime"), months, monthFirst) is { } day) return day;
        foreach (var element in document.QuerySelectorAll("[class*='date'],[class*='publish'],[class*='posted'],[class*='time'],[id*='date'],[class*='Date'],[class*='byline'],[class*='meta'],[class*='datum'],[class*='fecha'],[class*='fetch-info'],[class*='info']"))
        {
            if (element.TextContent.Length > 400 || element.LocalName is "script" or "style" or "body" or "html") continue;
            if (PageDate.In(element.GetAttribute("title") ?? element.TextContent, months, monthFirst) is { } day) return day;
            if (PageDate.In(element.TextContent, months, monthFirst) is { } text) return text;
        }
        return null;
    }

    private static DateOnly? NearTop(IReadOnlyList<TextBlock> blocks, Months months, bool monthFirst)
    {
        foreach (var block in blocks.Where(b => b.Text.Length < 120))
            if (PageDate.In(block.Text, months, monthFirst) is { } day) return day;
        foreach (var block in blocks)
            if (PageDate.In(block.Text.Length > 160 ? block.Text[..160] : block.Text, months, monthFirst) is { } day) return day;
        return null;
    }

    private static string? Canonical(IHtmlDocument document, Metadata metadata) =>
        document.QuerySelector("link[rel='canonical']")?.GetAttribute("href") ?? metadata.First("og:url");

    private static bool IsAmerican(IHtmlDocument document, Metadata metadata) =>
        (metadata.First("og:locale") ?? document.DocumentElement?.GetAttribute("lang") ?? "").Replace('-', '_').EndsWith("en_US", StringComparison.OrdinalIgnoreCase)
        || (document.DocumentElement?.GetAttribute("lang") is "en" or "en-us" or "EN" or null && metadata.First("og:locale") is null);
}
