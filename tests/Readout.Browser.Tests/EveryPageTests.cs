using Deque.AxeCore.Commons;

namespace Readout.Browser.Tests;

/// <summary>What holds of all pages: usable with assistive technology, nothing from other hosts, nothing broken, nothing wider than a phone.</summary>
public sealed class EveryPageTests(Site site)
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    // Rules of the standard and good practice; what differs between bright and dark is the contrast alone.
    private const string Wcag = """{"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}""";
    private const string Contrast = """{"type": "rule", "values": ["color-contrast"]}""";

    // Few lines of each list: all are made alike, and what is checked grows with their number.
    public static TheoryData<string> Pages { get; } =
    [
        "/?limit=4", "/said?actor=PRK&limit=4", "/said/wording?family=denuclearization&limit=4", "/pair?limit=4", "/pair/USA/PRK?as_of=2021-03-18&by=year", "/ledgers/positions?limit=4", "/ledgers/demands?limit=4", "/ledgers/meetings?state=all&limit=4", "/ledgers/agreements?limit=4",
        "/ledgers/offices?limit=4", "/ledgers/readouts?limit=4", "/actors?limit=4", "/actor/PRK", "/explore?limit=4", "/explore?q=sanctions&limit=4", "/explore?view=network&limit=4", "/explore?view=map", "/desk", "/desk/watches", "/desk/review?limit=4", "/desk/corrections", "/desk/codebook", "/desk/scorecard", "/api", "/no-such-page",
        "/article/ARTICLE",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_whole_and_asks_no_other_host(string path)
    {
        var page = await site.Open("/assets/icon.svg", mayWrite: true);
        var (outside, errors) = (new List<string>(), new List<string>());
        page.Request += Asked;
        page.Console += Logged;
        page.PageError += Failed;
        try
        {
            await page.GotoAsync(await Address(path));
            if (await page.Locator("[data-maker]").CountAsync() > 0) await page.Locator("[data-drawn=yes]").First.WaitForAsync();
        }
        finally
        {
            page.Request -= Asked;
            page.Console -= Logged;
            page.PageError -= Failed;
        }
        Assert.True(outside.Count == 0, "asks other hosts: " + string.Join('\n', outside));
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        await page.EvaluateAsync(AxeScript);
        None(await Violations(page, Wcag));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        None(await Violations(page, Contrast));
        await page.SetViewportSizeAsync(390, 844);
        None(await page.EvaluateAsync<string[]>(Wider));

        void Asked(object? _, IRequest request)
        {
            if (!request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) outside.Add(request.Url);
        }

        void Logged(object? _, IConsoleMessage message)
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) errors.Add(message.Text);
        }

        void Failed(object? _, string error) => errors.Add(error);
    }

    // What stands out to the right of a phone, unless something around it can be scrolled.
    private const string Wider = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')].filter(e => {
          if (e.getBoundingClientRect().right <= innerWidth + 1) return false;
          for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(p).overflowX)) return false;
          return true;
        }).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 60)}`)
        """;

    private static void None(string[] faults) => Assert.True(faults.Length == 0, string.Join('\n', faults));

    /// <summary>What axe finds serious or critical.</summary>
    private static Task<string[]> Violations(IPage page, string rules) => page.EvaluateAsync<string[]>(
        """
        async rules => (await axe.run(document, { runOnly: JSON.parse(rules), resultTypes: ['violations'] })).violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
        """, rules);

    private async Task<string> Address(string path)
    {
        using var found = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync("/search.json?q=%22cheap+trick%22&kind=article&limit=1"));
        return path.Replace("ARTICLE", found.RootElement.GetProperty("items")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
