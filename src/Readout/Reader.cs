using Readout.Pages;
using Readout.Syntax;
using Readout.Time;

namespace Readout;

/// <summary>Reads one page. Pure: the same page, knowledge and models always give the same reading.</summary>
public sealed class Reader(Knowledge knowledge, LanguageModel model)
{
    private readonly Parser parser = new(model, knowledge.Language);
    private readonly TimeFinder timeFinder = new(knowledge.Time);

    public Reading Read(Page page)
    {
        var article = ArticleExtractor.Extract(page, knowledge.Pages);
        var times = timeFinder.Find(article.Text, article.Blocks, article.Published);
        var parses = article.Language == "en" ? parser.Read(article.Text, article.Blocks) : [];
        return new Reading { Article = article, Sentences = [.. parses.Select(p => p.Span)], Times = times, Version = $"{knowledge.Version}+{model.Version}" };
    }
}
