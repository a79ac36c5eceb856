using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Readout.Browser.Tests;

/// <summary>Script in any part of a page that came in stays text wherever the record shows it.</summary>
public sealed class InjectionTests(Site site)
{
    private const string Script = "\"'><img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>";
    private const string Text = "Officials met in Geneva on 3 June 2022. Kim Jong Un said on Friday that the talks were over.";

    [Fact]
    public async Task In_a_title() => await Runs_nothing(await AddHtml($"<html><head><title>{Escaped(Script)} Talks</title></head><body><article><h1>{Escaped(Script)} Talks</h1><p>{Text}</p><p>{Text} Nothing else was said.</p></article></body></html>"), "window.ran=1");

    [Fact]
    public async Task In_an_author() => await Runs_nothing(await AddLine(new { text = "Talks end\n\n" + Text + " Author.", title = "Talks end", authors = new[] { Script }, published = "2022-06-03" }), "window.ran=1");

    [Fact]
    public async Task In_the_body() => await Runs_nothing(await AddLine(new { text = "Talks go on\n\nKim Jong Un said on Friday that " + Script + " the talks were over.", title = "Talks go on", published = "2022-06-03" }), "window.ran=1");

    [Fact]
    public async Task In_an_address()
    {
        var id = await AddLine(new { text = "Talks begin\n\n" + Text + " Address.", title = "Talks begin", url = "javascript:window.ran=1//" + Script, published = "2022-06-03" });
        var page = await Runs_nothing(id, "Talks begin");
        Assert.Equal(0, await page.Locator("a[href^='javascript:']").CountAsync());
    }

    [Fact]
    public async Task In_a_feed()
    {
        var feed = $"<rss version=\"2.0\"><channel><title>{Escaped(Script)}</title><item><title>{Escaped(Script)} item</title><link>https://feed.example/1?{Escaped(Script.Replace(' ', '+'))}</link><pubDate>Fri, 03 Jun 2022 10:00:00 GMT</pubDate><description>{Escaped("<p>" + Text + " Feed.</p>" + Script)}</description></item></channel></rss>";
        await Runs_nothing(await Upload("feed.xml", feed), "window.ran=1");
    }

    [Fact]
    public async Task In_a_file_name() => await Runs_nothing(await Upload("<img src=x onerror=window.ran=1>.txt", "Talks pause\n\n" + Text + " File name."), "Talks pause");

    private async Task<IPage> Runs_nothing(string id, string shown)
    {
        var page = await site.Open("/article/" + id, mayWrite: true);
        Assert.Contains(shown, await page.ContentAsync() + await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/article/" + id, "/?order=added", "/said?from=2022-06", "/explore?q=talks", "/explore?from=2022-06", "/desk", "/desk/review", "/actors" })
        {
            await page.GotoAsync(path);
            Assert.Null(await page.EvaluateAsync<int?>("window.ran ?? null"));
            Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        }
        await page.GotoAsync("/article/" + id);
        return page;
    }

    private Task<string> AddHtml(string html) => Added(site.Writer.PostAsJsonAsync("/add", new { html, name = "page.html" }));

    private Task<string> AddLine(object article) => Upload("lines.jsonl", JsonSerializer.Serialize(article));

    private async Task<string> Upload(string name, string content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/add") { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        return await Added(site.Writer.SendAsync(request));
    }

    private static async Task<string> Added(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("articles")[0].GetProperty("id").GetString()!;
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
