using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Readout.Pages;

/// <summary>An HTML page as an article.</summary>
internal static class HtmlArticle
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsNotConsumingCharacterReferences = false };

    public static Article Of(Page page, string html, PageKnowledge knowledge, List<Doubt> doubts)
    {
        using var document = new HtmlParser(Options).ParseDocument(html);
        var metadata = new Metadata(document);
        var root = document.Body ?? document.DocumentElement;
        var tree = PageTree.Of(root, knowledge.Names);
        var (kept, dropped) = new BodyFinder(tree, knowledge.Names).Find();
        var title = page.Title ?? PageTitle.Of(document, metadata);
        var text = new ArticleText(title, kept);
        var (day, from) = Day(page, document, metadata, knowledge, tree.Blocks);
        var url = page.Url ?? document.QuerySelector("link[rel='canonical']")?.GetAttribute("href") ?? metadata.First("og:url");
        return new Article
        {
            Id = page.Id ?? GivenArticle.IdOf(url ?? text.Text),
            Input = page.Input,
            Url = url,
            Title = title,
            Published = day,
            PublishedFrom = from,
            Source = page.Source ?? metadata.First("og:site_name", "application-name") ?? metadata.Linked("publisher"),
            Authors = page.Authors.Count > 0 ? page.Authors : Authors(document, metadata),
            Language = LanguageDetector.Detect(text.Text, document.DocumentElement?.GetAttribute("lang")),
            Text = text.Text,
            Blocks = text.Blocks,
            Dropped = dropped,
            Doubts = doubts,
        };
    }

    private static (DateOnly?, PublishedFrom) Day(Page page, IHtmlDocument document, Metadata metadata, PageKnowledge knowledge, IReadOnlyList<TextBlock> blocks)
    {
        if (page.Date is { } option) return (option, PublishedFrom.Option);
        if (PageDate.In(page.Published, knowledge.Months) is { } given) return (given, PublishedFrom.Metadata);
        return Published.Find(document, metadata, page.Url, knowledge.Months, blocks);
    }

    private static IReadOnlyList<string> Authors(IHtmlDocument document, Metadata metadata)
    {
        if (metadata.LinkedAuthors() is { Count: > 0 } linked) return linked;
        var named = metadata.First("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author");
        if (named is not null && !named.Contains("://", StringComparison.Ordinal)) return [PageTitle.Clean(named)!];
        var marked = document.QuerySelectorAll("[rel='author'],[itemprop='author']").Select(a => PageTitle.Clean(a.TextContent)).OfType<string>();
        return [.. marked.Where(a => a.Length < 80).Distinct().Take(5)];
    }
}
