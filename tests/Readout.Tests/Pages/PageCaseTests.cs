using System.Globalization;
using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

/// <summary>Each <c>NAME.page</c> in <c>cases/1-pages</c> must give what <c>NAME.article</c> beside it says.</summary>
public sealed class PageCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cases", "1-pages");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.page").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_gives_its_article(string name)
    {
        var article = Extraction.Of(File.ReadAllBytes(Path.Combine(Folder, name + ".page")));
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".article")).TrimEnd(), Printed(article).TrimEnd());
    }

    private static string Printed(Article article)
    {
        var text = new StringBuilder();
        text.Append("title: ").Append(article.Title).Append('\n');
        var day = article.Published?.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        text.Append("published: ").Append(day).Append(article.PublishedFrom.ToString().ToLowerInvariant()).Append('\n');
        text.Append($"source: {article.Source}".TrimEnd()).Append('\n');
        text.Append($"authors: {string.Join("; ", article.Authors)}".TrimEnd()).Append('\n');
        text.Append("language: ").Append(article.Language).Append("\n\n");
        foreach (var block in article.Blocks)
            text.Append(block.Kind.ToString().ToLowerInvariant()).Append(": ").Append(block.Span.In(article.Text)).Append('\n');
        return text.ToString();
    }
}
