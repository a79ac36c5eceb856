namespace Readout.Browser.Tests;

/// <summary>Pictures of all pages, light and dark, wide and narrow, to look at: <c>bench/screenshots.sh</c>. Without a folder for them the first few are made, to see that they can be.</summary>
public sealed class Screenshots(Site site)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("today", "/?as_of=2021-03-18"), ("article", "/article/ARTICLE/s2"), ("said", "/said?as_of=2021-03-31"), ("wording", "/said/wording?family=denuclearization"), ("pair", "/pair/USA/PRK?as_of=2021-03-18"),
        ("ledgers", "/ledgers/conditions"), ("meetings", "/ledgers/meetings?state=all"), ("readouts", "/ledgers/readouts"), ("accounts", "/ledgers/readouts?one=ONE&other=OTHER"), ("watches", "/desk/watches"), ("demands", "/ledgers/demands"), ("facets", "/explore?q=sanctions"), ("actor", "/actor/PRK"), ("explore", "/explore"), ("network", "/explore?view=network"), ("map", "/explore?view=map"),
        ("desk", "/desk"), ("review", "/desk/review"), ("scorecard", "/desk/scorecard"), ("api", "/api"),
    ];

    private static readonly (int Width, ColorScheme Scheme)[] Views = [(1366, ColorScheme.Light), (1366, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark)];

    private readonly string? asked = Environment.GetEnvironmentVariable("READOUT_SCREENSHOTS");

    [Fact]
    public async Task Are_made()
    {
        var folder = asked ?? Path.Combine(Path.GetTempPath(), "readout-screenshots-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        using var found = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync("/search.json?q=%22cheap+trick%22&kind=article&limit=1"));
        var article = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var told = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync("/ledgers/readouts.json?limit=1"));
        var accounts = told.RootElement.GetProperty("items")[0].GetProperty("articles").GetString()!.Split('|');
        if (asked is not null)
        {
            // A watch with news: saved before, looked at never.
            using var watch = site.Start("watch", "add", "North Korea and the United States", "PRK", "USA", "--kind", "statements", "--page", "--store", site.Store);
            await watch.WaitForExitAsync();
        }
        foreach (var (width, scheme) in asked is null ? Views[..1] : Views)
        {
            var page = await site.Open("/", mayWrite: true, width, scheme);
            foreach (var (name, path) in asked is null ? Pages[..3] : Pages)
            {
                await page.GotoAsync(path.Replace("ARTICLE", article, StringComparison.Ordinal).Replace("ONE", accounts[0], StringComparison.Ordinal).Replace("OTHER", accounts[1], StringComparison.Ordinal));
                if (await page.Locator("[data-maker]").CountAsync() > 0) await page.Locator("[data-drawn=yes]").First.WaitForAsync();
                var file = Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Animations = ScreenshotAnimations.Disabled });
                Assert.True(new FileInfo(file).Length > 5_000, file);
            }
        }
        if (asked is null) Directory.Delete(folder, recursive: true);
    }
}
