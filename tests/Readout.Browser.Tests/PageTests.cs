using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Readout.Browser.Tests;

/// <summary>The main act of each page, done as a person does it.</summary>
public sealed partial class PageTests(Site site)
{
    private const string Pasted = "Ministers Meet in Vienna\n\nVIENNA, 4 May 2022 - Iranian Foreign Minister Hossein Amir-Abdollahian said on Wednesday that Tehran would not give up its right to enrich uranium. U.S. Secretary of State Antony Blinken met him in Vienna on Wednesday.";

    [Fact]
    public async Task A_pasted_page_is_read_and_a_finding_leads_to_its_sentence_and_to_a_cited_line()
    {
        var page = await site.Open("/", mayWrite: true);
        await page.GetByLabel("Paste an article").FillAsync(Pasted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read and keep" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ArticleAddress());
        await Expect(page.GetByText("read and kept")).ToBeVisibleAsync();
        var mark = page.Locator(".mark", new() { HasText = "would not give up" }).First;
        await mark.ClickAsync();
        var card = page.Locator(".card.at");
        await Expect(card).ToContainTextAsync("would not give up its right");
        await Expect(page).ToHaveURLAsync(FindingAddress());
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#said")).ToContainTextAsync("Copied");
        var cited = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("said on Wednesday that Tehran would not give up its right to enrich uranium.", cited, StringComparison.Ordinal);
        Assert.Contains("4 May 2022", cited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mark_has_an_address_that_opens_with_it_chosen()
    {
        var page = await site.Open(await Finding());
        await Expect(page.Locator(".card.chosen.at")).ToBeInViewportAsync();
        await Expect(page.Locator(".mark.chosen").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Marks_and_cards_light_one_another_up()
    {
        var page = await site.Open(Path(await Finding()));
        await page.Locator(".card").Nth(1).HoverAsync();
        await Expect(page.Locator(".mark.lit").First).ToBeVisibleAsync();
        await page.Locator(".mark").First.HoverAsync();
        var of = (await page.Locator(".mark").First.GetAttributeAsync("data-of"))!.Split(' ')[0];
        await Expect(page.Locator($"#card-{of}.lit")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Statements_are_narrowed_by_speaker_and_the_receipt_is_one_click_away()
    {
        var page = await site.Open("/said");
        await page.GetByLabel("Speaker").FillAsync("Blinken");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("actor=Blinken"));
        var rows = page.Locator("table.said tbody tr");
        await Expect(rows.Filter(new() { HasNotText = "Antony Blinken" })).ToHaveCountAsync(0);
        Assert.NotEqual(0, await rows.CountAsync());
        await rows.First.Locator("summary").ClickAsync();
        await Expect(rows.First.Locator("blockquote mark")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Empty_and_not_covered_are_told_apart()
    {
        var page = await site.Open("/said?actor=PRK&about=zebra");
        await Expect(page.Locator(".note.empty")).ToContainTextAsync("Nothing found");
        await page.GotoAsync("/said?from=1950&to=1951");
        await Expect(page.Locator(".note.uncovered")).ToContainTextAsync("Not covered");
    }

    [Fact]
    public async Task The_slider_of_a_pair_goes_back_in_time()
    {
        var page = await site.Open("/pair/USA/PRK");
        await Expect(page.Locator(".chart[data-drawn=yes]")).ToBeVisibleAsync();
        var now = await page.Locator("details.numbers tbody tr").CountAsync();
        await page.Locator("#day").FillAsync("200");
        await Expect(page).ToHaveURLAsync(new Regex("as_of=2018-07-20"));
        await Expect(page.Locator(".as-of")).ToContainTextAsync("As of 20 Jul 2018");
        await Expect(page.Locator(".chart[data-drawn=yes]")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator("details.numbers tbody tr").CountAsync(), 1, now - 1);
        await page.Locator("details.numbers summary").ClickAsync();
        await page.Locator("details.numbers tbody a").First.ClickAsync();
        await Expect(page.Locator("#acts")).ToContainTextAsync("Events of");
        Assert.NotEqual(0, await page.Locator("#acts ~ table tbody tr").CountAsync());
    }

    [Fact]
    public async Task A_calendar_can_subscribe_to_the_meetings()
    {
        var page = await site.Open("/ledgers/meetings?as_of=2021-03-17&state=all");
        var address = await page.Locator(".note code").InnerTextAsync();
        var calendar = await site.Reader.GetStringAsync(new Uri(address));
        Assert.StartsWith("BEGIN:VCALENDAR", calendar, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task A_finding_is_marked_as_wrong_by_key_and_taken_back()
    {
        var page = await site.Open(Path(await Finding("events")), mayWrite: true);
        var before = await page.Locator(".card.k-event").CountAsync();
        await page.Locator(".card.k-event .address").First.ClickAsync();
        await Expect(page.Locator(".card.k-event.at")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("Corrected.")).ToBeVisibleAsync();
        await Expect(page.Locator(".card.k-event")).ToHaveCountAsync(before - 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByText("Taken back.")).ToBeVisibleAsync();
        await Expect(page.Locator(".card.k-event")).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task A_finding_is_edited()
    {
        var page = await site.Open(Path(await Finding("events")), mayWrite: true);
        await page.Keyboard.PressAsync("j");
        var card = page.Locator(".card.k-event").First;
        await card.Locator("details[data-edit] summary").ClickAsync();
        await card.GetByLabel("status").FillAsync("denied");
        await card.GetByLabel("why").FillAsync("for the test");
        await card.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(page.Locator(".card.k-event", new() { HasText = "denied" }).First).ToBeVisibleAsync();
        await page.GotoAsync("/desk/corrections");
        await Expect(page.Locator("tbody tr", new() { HasText = "for the test" })).ToContainTextAsync("holds");
        await page.Locator("tbody tr", new() { HasText = "for the test" }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("tbody tr", new() { HasText = "for the test" })).ToContainTextAsync("taken back");
    }

    [Fact]
    public async Task Search_needs_no_mouse()
    {
        var page = await site.Open("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("\"hostile policy\"");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("table tbody tr").First).ToContainTextAsync("hostile policy");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.reading")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".card.at")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("d");
        await Expect(page).ToHaveURLAsync(new Regex("/desk$"));
    }

    [Theory]
    [InlineData("/explore?view=chart")]
    [InlineData("/explore?view=network&type=CONSULT")]
    [InlineData("/explore?view=map")]
    [InlineData("/actor/PRK")]
    [InlineData("/said/wording?family=denuclearization")]
    public async Task Charts_are_drawn_from_the_answer_of_their_page(string path)
    {
        var page = await site.Open(path);
        await Expect(page.Locator(".chart[data-drawn=yes] canvas").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_result_can_be_had_elsewhere_by_the_command_that_stands_there()
    {
        var page = await site.Open("/explore?actor=PRK&type=CONSULT&to=2021");
        await page.Locator("details.export summary").ClickAsync();
        var command = await page.Locator("details.export pre").First.InnerTextAsync();
        Assert.Equal($"readout timeline PRK --type CONSULT --to 2021 --store {site.Store} --format csv", command);
        using var run = site.Start("timeline", "PRK", "--type", "CONSULT", "--to", "2021", "--store", site.Store, "--format", "csv");
        var rows = (await run.StandardOutput.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(await page.Locator("table.grid tbody tr").CountAsync(), rows.Length - 1);
    }

    [Fact]
    public async Task Events_are_narrowed_by_the_counts_beside_them()
    {
        var page = await site.Open("/explore?actor=PRK&to=2021");
        var facet = page.Locator(".facets li", new() { HasText = "CONSULT" });
        await Expect(facet.Locator(".n")).ToHaveTextAsync(new Regex("^[0-9]+$"));
        await facet.Locator("a").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("type=CONSULT"));
        await Expect(page.Locator("table.grid tbody tr").Filter(new() { HasNotText = "CONSULT" })).ToHaveCountAsync(0);
        await page.GotoAsync("/explore?q=sanctions");
        await Expect(page.Locator(".facets")).ToContainTextAsync("statements");
    }

    [Fact]
    public async Task Versions_of_a_page_show_what_changed()
    {
        const string First = "Envoys Speak\n\nThe envoys met in Bern on 3 March 2022. The Swiss government said the talks were frank.";
        foreach (var text in new[] { First, First.Replace("frank", "constructive", StringComparison.Ordinal) })
        {
            using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("https://example.org/envoys"), "url" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/add") { Content = form };
            using var answer = await site.Writer.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        var page = await site.Open("/article/" + await ArticleOf("envoys met in Bern"));
        await page.GetByRole(AriaRole.Link, new() { Name = "what changed since" }).ClickAsync();
        await Expect(page.Locator(".diff .text del")).ToContainTextAsync("frank");
        await Expect(page.Locator(".diff .text ins")).ToContainTextAsync("constructive");
    }

    [Fact]
    public async Task A_file_that_is_dropped_is_read_at_once()
    {
        var page = await site.Open("/", mayWrite: true);
        var dropped = await page.EvaluateHandleAsync("""
            () => { const data = new DataTransfer(); data.items.add(new File(['Envoy Dropped\n\nThe envoy said on 7 June 2022 that Malta would host the talks.'], 'drop.txt', { type: 'text/plain' })); return data; }
            """);
        await page.DispatchEventAsync("[data-drop]", "drop", new { dataTransfer = dropped });
        await Expect(page).ToHaveURLAsync(ArticleAddress());
        await Expect(page.Locator("article.reading")).ToContainTextAsync("Malta would host the talks");
    }

    [Fact]
    public async Task Two_accounts_of_one_meeting_stand_side_by_side()
    {
        var page = await site.Open("/ledgers/readouts");
        await page.Locator("table tbody a[href*='one=']").First.ClickAsync();
        await Expect(page.Locator(".readouts > section")).ToHaveCountAsync(2);
        // Two outlets on the same days, each with something of its own.
        await page.GotoAsync($"/ledgers/readouts?one={await ArticleOf("cheap trick")}&other={await ArticleOf("Alaska")}");
        await Expect(page.Locator(".readouts > section")).ToHaveCountAsync(2);
        await Expect(page.Locator(".readouts > section").First.Locator("mark.only").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_of_the_API_can_be_tried_on_its_page()
    {
        var page = await site.Open("/api");
        var details = page.Locator("details.try", new() { HasText = "/ledgers/demands" });
        await details.Locator("summary").ClickAsync();
        await details.GetByLabel("as_of").FillAsync("2021-03-18");
        await details.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(details.Locator("output")).ToContainTextAsync("\"state\": \"covered\"");
    }

    [Fact]
    public async Task Whoever_has_no_token_reads_and_does_not_write()
    {
        var page = await site.Open("/");
        await Expect(page.GetByText("You can read here, not write.")).ToBeVisibleAsync();
        await page.GetByLabel("Token").FillAsync(Site.Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Expect(page.GetByLabel("Paste an article")).ToBeVisibleAsync();
    }

    /// <summary>Address of a finding of the sample about Choe Son-hui.</summary>
    private async Task<string> Finding(string kind = "statements")
    {
        using var found = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync($"/search.json?q=%22cheap+trick%22&kind={kind.TrimEnd('s')}&limit=1"));
        var id = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!.Split('#');
        return $"/article/{id[0]}/{id[1]}";
    }

    private async Task<string> ArticleOf(string words)
    {
        using var found = System.Text.Json.JsonDocument.Parse(await site.Reader.GetStringAsync($"/search.json?q={Uri.EscapeDataString($"\"{words}\"")}&kind=article&limit=1"));
        return found.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static string Path(string finding) => finding[..finding.LastIndexOf('/')];

    [GeneratedRegex("/article/")]
    private static partial Regex ArticleAddress();

    [GeneratedRegex("/article/[^/]+/[sp][0-9]+")]
    private static partial Regex FindingAddress();
}
