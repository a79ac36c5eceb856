using System.Text;

namespace Readout.Pages;

/// <summary>Page to article: what is the text, its title, date, source and captions, and what is chrome.</summary>
public static class ArticleExtractor
{
    public static Article Extract(Page page)
    {
        var text = Encoding.UTF8.GetString(page.Bytes.Span);
        return GivenArticle.Of(page, text);
    }
}
