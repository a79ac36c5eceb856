namespace Readout.Pages;

/// <summary>Page to article: what is the text, its title, date, source and captions, and what is chrome.</summary>
public static class ArticleExtractor
{
    /// <summary>Throws <see cref="PageException"/> when the page is empty, binary or too large; everything else gives an article, with doubts where needed.</summary>
    public static Article Extract(Page page, PageKnowledge knowledge)
    {
        var doubts = new List<Doubt>();
        var text = TextDecoder.Decode(page, doubts);
        return page.Kind switch
        {
            PageKind.Given => GivenArticle.Of(page, text),
            PageKind.Html => HtmlArticle.Of(page, text, knowledge, doubts),
            PageKind.Text => PlainArticle.Of(page, text, knowledge, doubts),
            _ => LooksLikeHtml(text) ? HtmlArticle.Of(page, text, knowledge, doubts) : PlainArticle.Of(page, text, knowledge, doubts),
        };
    }

    // Markup at the very beginning, or a document element near it; escaped bodies in plain text begin with words.
    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        return head.StartsWith("<") || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }
}
