using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

/// <summary>Reads pages that tests write down as text or bytes.</summary>
internal static class Extraction
{
    private static readonly ArticleExtractor Extractor = new(Known.Knowledge.Pages);

    public static Article Of(string page, PageKind kind = PageKind.Unknown) => Of(new Page { Input = "test", Bytes = Encoding.UTF8.GetBytes(page), Kind = kind });

    public static Article Of(byte[] bytes, string? charset = null) => Of(new Page { Input = "test", Bytes = bytes, Charset = charset });

    public static Article Of(Page page) => Extractor.Extract(page);

    public static IEnumerable<string> Texts(this Article article, BlockKind kind) => article.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.In(article.Text));
}
