using Readout.Pages.About;
using Readout.Pages.Content;
using Readout.Pages.Decoding;
using Readout.Pages.Html;
using Readout.Pages.Markup;
using Readout.Pages.PlainText;

namespace Readout.Pages;

/// <summary>Page to article: what is the text, its title, date, source and captions, and what is chrome.</summary>
internal sealed class ArticleExtractor(PageKnowledge knowledge)
{
    /// <summary>Characters; no article is longer, and a longer page costs more memory than it is worth.</summary>
    public const int PageLimit = 32 << 20;

    // Passages around the title among which a byline is the article's own.
    private const int NearTitle = 15;

    private readonly PageDecoder decoder = new(knowledge.Charsets);
    private readonly PublicationFinder publications = new(knowledge);

    /// <summary>Throws <see cref="PageException"/> when the page is empty, no text, or too large; on nothing else.</summary>
    public Article Extract(Page page)
    {
        if (page.Bytes.Length > PageLimit) throw new PageException("page-too-large", $"is larger than {PageLimit >> 20} MB; split it, or give the article's text");
        if (page.Kind == PageKind.Given) return GivenArticle.Of(page, publications, knowledge);
        var decoded = decoder.Decode(page.Bytes.Span, page.Charset);
        return page.Kind == PageKind.Html || page.Kind == PageKind.Unknown && PageShape.IsHtml(decoded.Text) ? OfHtml(page, decoded)
            : OfText(page, decoded);
    }

    private Article OfHtml(Page page, DecodedText decoded)
    {
        using var markup = TreeConstructor.Parse(decoded.Text, knowledge);
        using var signs = new PageSigns(markup, knowledge);
        var facts = FactCollector.Collect(markup, signs);
        var url = Addresses.Of(page, facts, knowledge);
        var source = Addresses.Source(page, facts, url, knowledge);
        var title = page.Title ?? new TitleFinder(knowledge).Find(facts, source);
        var content = HtmlContent.Of(TreeBuilder.Build(markup, signs), title, knowledge);
        var authors = page.Authors is { Count: > 0 } given ? given : new AuthorFinder(knowledge).Find(facts, content.Labels.Take(NearTitle));
        return Article(page with { Url = url, Source = source, Title = title, Authors = authors }, page.Url, facts, content, decoded with { Doubts = [.. decoded.Doubts, .. markup.Doubts] });
    }

    private Article OfText(Page page, DecodedText decoded)
    {
        var reader = new TextContent(knowledge);
        var content = reader.Read(decoded.Text, page.Title);
        return Article(page with { Title = reader.Title }, page.Url, new PageFacts(), content, decoded);
    }

    private Article Article(Page page, string? url, PageFacts facts, PageContent content, DecodedText decoded)
    {
        var text = new ArticleText();
        if (page.Title is { } title) text.Add(BlockKind.Title, title);
        foreach (var part in content.Parts) text.Add(part.Kind, part.Text);
        var whole = text.ToString();
        if (whole.Length == 0) throw new PageException("page-without-text", "has markup but no text; it may need a browser to show its article");
        var told = knowledge.Languages.Detect(whole);
        var declared = facts.Language?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } given ? given : null;
        if (declared is not null && (told.Code == "und" || !told.IsSure)) told = new(declared, true);
        var language = told.Code;
        var publication = publications.Find(page, facts, content, language, decoded.Text);
        return new Article
        {
            Id = page.Id ?? GivenArticle.IdOf(url ?? (Addresses.IsArticle(page.Url) ? page.Url! : whole)),
            Input = page.Input,
            Url = page.Url,
            Title = page.Title,
            Source = page.Source,
            Authors = page.Authors,
            Published = publication.Day,
            PublishedFrom = publication.From,
            Language = language,
            Text = whole,
            Blocks = text.Blocks,
            Dropped = content.Dropped,
            Doubts = [.. decoded.Doubts, .. told.Doubts],
        };
    }
}
