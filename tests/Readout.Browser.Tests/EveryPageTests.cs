using Deque.AxeCore.Playwright;

namespace Readout.Browser.Tests;

/// <summary>What holds of all pages: usable with assistive technology, nothing from other hosts, nothing broken, nothing wider than a phone.</summary>
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", "/said?actor=PRK", "/said/wording?family=denuclearization", "/pair", "/pair/USA/PRK?as_of=2021-03-18", "/ledgers/positions", "/ledgers/demands", "/ledgers/meetings?state=all", "/ledgers/agreements",
        "/ledgers/offices", "/ledgers/readouts", "/actors", "/actor/PRK", "/explore", "/explore?q=sanctions", "/explore?view=network", "/explore?view=map", "/desk", "/desk/watches", "/desk/review", "/desk/corrections", "/desk/codebook", "/desk/scorecard", "/api", "/no-such-page",
        "/article/ARTICLE",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_whole_and_asks_no_other_host(string path)
    {
        var page = await site.Open("/", mayWrite: true);
        var (outside, errors) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) outside.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(await Address(path));
        if (await page.Locator("[data-maker]").CountAsync() > 0) await page.Locator("[data-drawn=yes]").First.WaitForAsync();
        Assert.Empty(outside);
        Assert.Empty(errors);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var found = await page.RunAxe();
            var serious = found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{scheme}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
            Assert.Empty(serious);
        }
        await page.SetViewportSizeAsync(390, 844);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 390);
    }

    private async Task<string> Address(string path)
    {
        using var found = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync("/search.json?q=%22cheap+trick%22&kind=article&limit=1"));
        return path.Replace("ARTICLE", found.RootElement.GetProperty("items")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
