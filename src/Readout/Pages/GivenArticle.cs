using System.Security.Cryptography;
using System.Text;
using Readout.Pages.About;

namespace Readout.Pages;

/// <summary>Clean text that came with its record becomes an article to the character; blocks are computed over it.</summary>
internal static class GivenArticle
{
    public static Article Of(Page page, PublicationFinder publications, PageKnowledge knowledge)
    {
        var text = Encoding.UTF8.GetString(page.Bytes.Span);
        if (string.IsNullOrWhiteSpace(text)) throw new PageException("page-empty", "holds no text; give a page with an article");
        var publication = publications.OfEnvelope(page);
        var language = knowledge.Languages.Detect(text);
        return new Article
        {
            Id = page.Id ?? IdOf(page.Url ?? text),
            Input = page.Input,
            Url = page.Url,
            Title = page.Title,
            Published = publication.Day,
            PublishedFrom = publication.From,
            Source = page.Source ?? Addresses.Host(page.Url),
            Authors = page.Authors,
            Language = language.Code,
            Text = text,
            Blocks = Blocks(text, page.Title),
            Doubts = [.. language.Doubts],
        };
    }

    /// <summary>Paragraphs are what blank lines or line ends part; the first is the title when it says the same.</summary>
    public static IReadOnlyList<Block> Blocks(string text, string? title)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start);
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                var from = start + line.IndexOf(trimmed[0]);
                var kind = blocks.Count == 0 && title is not null && trimmed.SequenceEqual(title.AsSpan().Trim()) ? BlockKind.Title : BlockKind.Paragraph;
                blocks.Add(new Block(kind, new TextSpan(from, from + trimmed.Length)));
            }
            start = end + 1;
        }
        return blocks;
    }

    /// <summary>Sixteen hexadecimal digits of the SHA-256 of what names the article.</summary>
    public static string IdOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
}
