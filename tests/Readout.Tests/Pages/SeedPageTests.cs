using Readout.Pages;

namespace Readout.Tests.Pages;

public sealed class SeedPageTests
{
    [Fact]
    public void The_seed_page_gives_its_article_with_one_caption_and_the_caption_s_date()
    {
        var article = Extraction.Of(File.ReadAllBytes(Repository.Shared("seed/us-south-korea-reaffirm-stance.txt")));
        var caption = Assert.Single(article.Blocks, b => b.Kind == BlockKind.Caption);
        Assert.Contains("(Photo by Lee Jin-man / POOL /…", caption.Span.In(article.Text), StringComparison.Ordinal);
        var withoutCaption = article.Text.Remove(caption.Span.Start, caption.Span.Length + 2);
        Assert.Equal(File.ReadAllText(Repository.Shared("seed/article.txt")).TrimEnd(), withoutCaption);
        Assert.Equal((new DateOnly(2021, 3, 18), PublishedFrom.Caption), (article.Published!.Value, article.PublishedFrom));
        Assert.Equal("US, South Korea Reaffirm Stance on North Korea", article.Title);
        Assert.Contains(article.Dropped, c => c.Text == "Accessibility links");
    }

    [Fact]
    public void The_date_of_the_call_wins_over_the_caption()
    {
        var page = new Page { Input = "seed", Bytes = File.ReadAllBytes(Repository.Shared("seed/us-south-korea-reaffirm-stance.txt")), Date = new DateOnly(2021, 3, 19) };
        Assert.Equal(PublishedFrom.Option, Extraction.Of(page).PublishedFrom);
    }
}
