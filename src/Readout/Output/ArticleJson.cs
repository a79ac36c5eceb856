using System.Globalization;
using System.Text.Json;
using Readout.Pages;

namespace Readout.Output;

internal static class ArticleJson
{
    public static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("input", article.Input);
        json.Text("url", article.Url);
        json.Text("title", article.Title);
        json.Text("published", article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("publishedFrom", Words.Of(article.PublishedFrom));
        json.Text("source", article.Source);
        json.Texts("authors", article.Authors);
        json.WriteString("language", article.Language);
        json.WriteString("text", article.Text);
        json.Array("blocks", article.Blocks, b =>
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(b.Kind));
            json.Bounds(b.Span);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
