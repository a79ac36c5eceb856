using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Readout.Browser.Tests;

/// <summary>Saved questions: what is new since somebody last looked, on the page and for programs.</summary>
public sealed class WatchTests(Site site)
{
    [Fact]
    public async Task Today_opens_with_what_is_new_since_the_last_look_until_it_was_seen()
    {
        var page = await site.Open("/explore?actor=Tuvalu&about=treaty", mayWrite: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "watch this" }).ClickAsync();
        await page.GetByLabel("Called").FillAsync("Pacific");
        await page.GetByLabel("Actor").FillAsync("");
        await page.GetByLabel("Words").FillAsync("Funafuti");
        await page.GetByLabel("Follows").SelectOptionAsync("statements");
        await page.GetByRole(AriaRole.Button, new() { Name = "Watch", Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = "Pacific" })).ToContainTextAsync("statements");
        await page.GotoAsync("/");
        var watched = page.Locator(".watched", new() { HasText = "Pacific" });
        await Expect(watched).ToContainTextAsync("nothing new");

        using var added = await site.Writer.PostAsJsonAsync("/add", new { text = "Island Leaders Talk\n\nSUVA, 2 May 2022 - Fijian Prime Minister Frank Bainimarama said on Monday that the leaders would meet in Funafuti in July.", published = "2022-05-02" });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        await page.ReloadAsync();
        await Expect(watched).ToContainTextAsync("1 new");
        await watched.Locator("summary").First.ClickAsync();
        await Expect(watched.Locator("blockquote")).ToContainTextAsync("Funafuti");
        await watched.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();
        await Expect(watched).ToContainTextAsync("nothing new");

        await page.GotoAsync("/desk/watches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the watch Pacific" }).ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = "Pacific" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_program_saves_a_watch_asks_what_is_new_and_says_what_it_has_seen()
    {
        await Post(new() { ["act"] = "add", ["name"] = "Nauru talks", ["kind"] = "events", ["about"] = "Nauru" });
        using (var before = await Json("/desk/watches/Nauru~20talks.json")) Assert.DoesNotContain(before.RootElement.GetProperty("items").EnumerateArray(), i => i.GetProperty("new").GetString() == "yes");
        using var added = await site.Writer.PostAsJsonAsync("/add", new { text = "Ministers Meet\n\n4 May 2022 - Australian Foreign Minister Marise Payne met the president of Nauru in Canberra on Wednesday. Payne and the president of Nauru signed an agreement.", published = "2022-05-04" });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        using var news = await Json("/desk/watches/Nauru~20talks.json");
        var keys = news.RootElement.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("new").GetString() == "yes").Select(i => i.GetProperty("key").GetString()).ToList();
        Assert.NotEmpty(keys);
        var feed = System.Xml.Linq.XDocument.Parse(await site.Reader.GetStringAsync("/desk/watches/Nauru~20talks.atom"));
        Assert.Equal(news.RootElement.GetProperty("items").GetArrayLength(), feed.Root!.Elements().Count(e => e.Name.LocalName == "entry"));
        await Post(new() { ["act"] = "looked", ["name"] = "Nauru talks", ["keys"] = string.Join('\n', keys) });
        using var after = await Json("/desk/watches.json");
        Assert.Equal(0, after.RootElement.GetProperty("items").EnumerateArray().Single(w => w.GetProperty("name").GetString() == "Nauru talks").GetProperty("new").GetInt32());
        await Post(new() { ["act"] = "remove", ["name"] = "Nauru talks" });
        using var gone = await site.Reader.GetAsync(new Uri("/desk/watches/Nauru~20talks.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{"act": "add", "name": "all"}""", "actor")]
    [InlineData("""{"act": "add", "name": "x", "about": "y", "kind": "weather"}""", "kind")]
    [InlineData("""{"act": "burn", "name": "x"}""", "act")]
    [InlineData("""{"act": "add"}""", "name")]
    public async Task A_wrong_watch_says_what_to_give(string body, string parameter)
    {
        using var answer = await site.Writer.PostAsync(new Uri("/watch", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Saving_a_watch_needs_the_token()
    {
        using var answer = await site.Reader.PostAsJsonAsync("/watch", new { act = "add", name = "x", about = "y" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task Post(Dictionary<string, string> body)
    {
        using var answer = await site.Writer.PostAsJsonAsync("/watch", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonDocument> Json(string path) => JsonDocument.Parse(await site.Reader.GetStringAsync(new Uri(path, UriKind.Relative)));
}
