using System.Text;

namespace Readout.Tests.Pages;

public sealed class CharsetTests
{
    private const string Sentence = "“The president’s café” was closed – for €5, said Müller.";

    private static byte[] Encoded(string charset, string declared) =>
        CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes($"<html><head><meta charset=\"{declared}\"></head><body><p>{Sentence}</p></body></html>");

    [Theory]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1252", "nonsense")]
    public void Windows_1252_is_read_whatever_the_page_declares(string charset, string declared) =>
        Assert.Contains(Sentence, Extraction.Of(Encoded(charset, declared)).Text, StringComparison.Ordinal);

    [Fact]
    public void The_declared_charset_of_the_envelope_is_believed() =>
        Assert.Contains("Привет, мир и дружба", Extraction.Of(CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes("Привет, мир и дружба народов всей земли."), "KOI8-R").Text, StringComparison.Ordinal);

    [Fact]
    public void Utf8_wins_over_a_wrong_declaration() =>
        Assert.Contains(Sentence, Extraction.Of(Encoding.UTF8.GetBytes($"<meta charset=iso-8859-1><p>{Sentence}</p>")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void Utf16_is_read_with_and_without_a_mark(string charset, bool marked)
    {
        var encoding = Encoding.GetEncoding(charset);
        Assert.Contains(Sentence, Extraction.Of([.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes($"<p>{Sentence}</p>")]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_encoded_twice_is_mended_with_a_doubt()
    {
        var twice = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes("The minister’s words – “we won’t sign” – were clear."));
        var article = Extraction.Of(twice);
        Assert.Contains("“we won’t sign”", article.Text, StringComparison.Ordinal);
        Assert.Contains(article.Doubts, d => d.Code == "mojibake-mended");
    }

    [Fact]
    public void Words_of_other_languages_are_not_taken_for_text_encoded_twice() =>
        Assert.Contains("São Paulo, Ângela e a nação: José não está à mesa.", Extraction.Of("São Paulo, Ângela e a nação: José não está à mesa.").Text, StringComparison.Ordinal);
}
