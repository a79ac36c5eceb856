using Readout.Pages;
using Readout.Time;

namespace Readout;

/// <summary>Reads one page. Pure: the same page, knowledge and models always give the same reading.</summary>
public sealed class Reader(Knowledge knowledge)
{
    private readonly TimeFinder timeFinder = new(knowledge.Time);

    public Reading Read(Page page)
    {
        var article = ArticleExtractor.Extract(page, knowledge.Pages);
        var times = timeFinder.Find(article.Text, article.Blocks, article.Published);
        return new Reading { Article = article, Times = times, Version = knowledge.Version };
    }
}
