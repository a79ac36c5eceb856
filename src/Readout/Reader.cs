using Readout.Pages;

namespace Readout;

/// <summary>Reads one page. Pure: the same page, knowledge and models always give the same reading.</summary>
public sealed class Reader(Knowledge knowledge)
{
    public Reading Read(Page page)
    {
        var article = ArticleExtractor.Extract(page);
        return new Reading { Article = article, Version = knowledge.Version };
    }
}
