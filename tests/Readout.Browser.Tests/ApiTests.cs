using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Readout.Browser.Tests;

/// <summary>The same answers for programs.</summary>
public sealed class ApiTests(Site site)
{
    [Theory]
    [InlineData("/said.json?actor=PRK", "covered")]
    [InlineData("/said.json?actor=PRK&about=zebra", "empty")]
    [InlineData("/said.json?actor=Nobody", "not covered")]
    [InlineData("/said.json?to=1950", "not covered")]
    public async Task An_answer_says_whether_the_record_covers_it(string path, string state)
    {
        using var answer = await Json(path);
        Assert.Equal(state, answer.RootElement.GetProperty("state").GetString());
        Assert.Equal(state == "covered", answer.RootElement.GetProperty("items").GetArrayLength() > 0);
        Assert.NotEqual(state == "covered", answer.RootElement.GetProperty("reason").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("/said.json?from=yesterday", 400, "from")]
    [InlineData("/said.json?limit=0", 400, "limit")]
    [InlineData("/said.json?cursor=bm9uZQ", 400, "cursor")]
    [InlineData("/said.json?fields=nothing", 400, "fields")]
    [InlineData("/said.ics", 400, "format")]
    [InlineData("/search.json", 400, "q")]
    [InlineData("/article/none.json", 404, "none")]
    [InlineData("/nowhere.json", 404, "openapi.json")]
    public async Task A_wrong_question_is_a_problem_that_says_what_to_give(string path, int status, string says)
    {
        using var answer = await site.Reader.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("failed", problem.RootElement.GetProperty("state").GetString());
        Assert.Contains(says, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_an_answer_add_up_to_the_whole()
    {
        using var whole = await Json("/explore.json?actor=PRK&limit=500&fields=id&to=2021");
        var ids = new List<string?>();
        for (var cursor = ""; ;)
        {
            using var part = await Json("/explore.json?actor=PRK&limit=7&fields=id&to=2021" + cursor);
            ids.AddRange(Ids(part));
            if (part.RootElement.GetProperty("next").GetString() is not { } next) break;
            cursor = "&cursor=" + next;
        }
        Assert.Equal(Ids(whole), ids);
    }

    [Fact]
    public async Task As_of_hides_what_was_published_later()
    {
        using var answer = await Json("/explore.json?as_of=2018-05-08&limit=500");
        Assert.All(answer.RootElement.GetProperty("items").EnumerateArray(), i => Assert.True(string.CompareOrdinal(i.GetProperty("article").GetProperty("published").GetString(), "2018-05-08") <= 0));
        Assert.Equal("2018-05-08", answer.RootElement.GetProperty("question").GetProperty("as_of").GetString());
    }

    [Fact]
    public async Task Every_form_of_an_answer_has_the_same_findings()
    {
        using var json = await Json("/said.json?actor=Blinken&to=2021");
        var count = json.RootElement.GetProperty("items").GetArrayLength();
        Assert.Equal(count, (await site.Reader.GetStringAsync("/said.jsonl?actor=Blinken&to=2021")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(count + 1, (await site.Reader.GetStringAsync("/said.csv?actor=Blinken&to=2021&fields=id,speaker")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var feed = System.Xml.Linq.XDocument.Parse(await site.Reader.GetStringAsync("/said.atom?actor=Blinken&to=2021"));
        Assert.Equal(count, feed.Root!.Elements().Count(e => e.Name.LocalName == "entry"));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/codebook")]
    [InlineData("/desk/scorecard")]
    [InlineData("/desk/review")]
    [InlineData("/ledgers/readouts")]
    [InlineData("/ledgers/offices")]
    [InlineData("/pair")]
    [InlineData("/pair/USA/PRK")]
    [InlineData("/actors")]
    [InlineData("/actor/PRK")]
    [InlineData("/explore/map")]
    [InlineData("/explore/network")]
    public async Task Every_page_has_its_twins_for_programs(string page)
    {
        using var answer = await Json(page + ".json?limit=3");
        Assert.StartsWith("readout/", answer.RootElement.GetProperty("schema").GetString(), StringComparison.Ordinal);
        var rows = (await site.Reader.GetStringAsync(page + ".csv?limit=3")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(rows.Length, 2, 4);
        var lines = (await site.Reader.GetStringAsync(page + ".jsonl?limit=3")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Length - 1, lines.Length);
    }

    [Fact]
    public async Task An_article_can_be_had_as_rows_of_its_findings()
    {
        using var found = await Json("/search.json?q=%22cheap+trick%22&kind=article&limit=1");
        var id = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        var rows = (await site.Reader.GetStringAsync($"/article/{id}.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var lines = (await site.Reader.GetStringAsync($"/article/{id}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var feed = System.Xml.Linq.XDocument.Parse(await site.Reader.GetStringAsync($"/article/{id}.atom"));
        Assert.True(rows.Length > 3);
        Assert.Equal(rows.Length - 1, lines.Length);
        Assert.Equal(lines.Length, feed.Root!.Elements().Count(e => e.Name.LocalName == "entry"));
    }

    [Fact]
    public async Task Events_with_a_day_are_a_calendar()
    {
        var calendar = await site.Reader.GetStringAsync("/explore.ics?actor=PRK&type=CONSULT");
        Assert.StartsWith("BEGIN:VCALENDAR", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Theory]
    [InlineData("/said")]
    [InlineData("/explore")]
    [InlineData("/ledgers/positions")]
    [InlineData("/ledgers/demands")]
    [InlineData("/ledgers/conditions")]
    [InlineData("/ledgers/agreements")]
    [InlineData("/ledgers/offices")]
    [InlineData("/actors")]
    [InlineData("/desk")]
    [InlineData("/pair/USA/PRK")]
    public async Task Since_leaves_out_what_was_in_the_record_before(string path)
    {
        using var all = await Json(path + ".json?since=2020-01-01&limit=3");
        Assert.Equal("covered", all.RootElement.GetProperty("state").GetString());
        using var later = await Json(path + ".json?since=2999-01-01&limit=3");
        Assert.Equal("empty", later.RootElement.GetProperty("state").GetString());
        Assert.Equal("2999-01-01T00:00:00Z", later.RootElement.GetProperty("question").GetProperty("since").GetString());
    }

    [Fact]
    public async Task An_answer_says_whom_the_names_of_the_question_mean()
    {
        using var answer = await Json("/said.json?actor=Blinken&about_actor=North+Korea&limit=1");
        var resolved = answer.RootElement.GetProperty("question").GetProperty("resolved").EnumerateArray().ToList();
        Assert.Contains("antony-blinken", resolved[0].GetProperty("ids").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal("PRK", resolved[1].GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_another_process_adds_shows_within_a_quarter_of_a_minute()
    {
        const string Question = "/search.json?q=Kiribati&kind=article";
        using (var before = await Json(Question)) Assert.Equal("empty", before.RootElement.GetProperty("state").GetString());
        using (var run = site.Start("add", "--store", site.Store, "-"))
        {
            await run.StandardInput.WriteAsync("Islands Vote\n\nKiribati voted on Tuesday.");
            run.StandardInput.Close();
            await run.WaitForExitAsync();
            Assert.Equal(0, run.ExitCode);
        }
        for (var second = 0; ; second++)
        {
            using var after = await Json(Question);
            if (after.RootElement.GetProperty("state").GetString() == "covered") break;
            Assert.True(second < 15, "the old answer is still given");
            await Task.Delay(1000);
        }
    }

    [Fact]
    public async Task Whoever_writes_too_much_is_told_to_wait()
    {
        // By a server of its own, whose limit no other test needs.
        using var server = site.Start("serve", "--store", site.Store, "--port", "0");
        try
        {
            using var caller = new HttpClient { BaseAddress = await Site.Opened(server) };
            var last = HttpStatusCode.OK;
            for (var i = 0; i < 61; i++)
            {
                using var answer = await caller.PostAsJsonAsync("/watch", new { });
                last = answer.StatusCode;
            }
            Assert.Equal(HttpStatusCode.TooManyRequests, last);
        }
        finally
        {
            server.Kill();
        }
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await site.Reader.GetAsync(new Uri("/actors.json?to=2021", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/actors.json?to=2021") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await site.Reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Writing_needs_the_token()
    {
        using var unsigned = await site.Reader.PostAsJsonAsync("/add", new { text = "Title\n\nText." });
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        using var cookie = new HttpRequestMessage(HttpMethod.Post, "/add") { Content = new FormUrlEncodedContent([new("text", "Title\n\nText.")]) };
        cookie.Headers.Add("Cookie", "readout_token=" + Site.Token);
        using var forged = await site.Reader.SendAsync(cookie);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Addresses_inside_are_not_fetched(string url)
    {
        using var answer = await site.Writer.PostAsJsonAsync("/add", new { url });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("private address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    public async Task Files_of_the_computer_are_no_addresses(string url)
    {
        using var answer = await site.Writer.PostAsJsonAsync("/add", new { url });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/add") { Content = new StringContent(new string('x', 17 << 20), MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.ExpectContinue = true;
        using var answer = await site.Writer.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_pointed_at_this_machine_gets_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/said.json") { Headers = { Host = "evil.example" } };
        using var answer = await site.Reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/said.json")]
    [InlineData("/nowhere")]
    [InlineData("/said.json?from=x")]
    public async Task Every_answer_forbids_foreign_script(string path)
    {
        using var answer = await site.Reader.GetAsync(new Uri(path, UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_description_is_OpenAPI_3_1_and_names_every_address()
    {
        using var description = await Json("/openapi.json");
        Assert.StartsWith("3.1", description.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.RootElement.GetProperty("paths");
        foreach (var path in new[] { "/said.{format}", "/pair/{one}/{other}.{format}", "/ledgers/demands.{format}", "/article/{id}.{format}", "/add", "/correct" }) Assert.True(paths.TryGetProperty(path, out _), path);
        Assert.Contains(paths.GetProperty("/said.{format}").GetProperty("get").GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "as_of");
    }

    private static IEnumerable<string?> Ids(JsonDocument answer) => [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())];

    private async Task<JsonDocument> Json(string path) => JsonDocument.Parse(await site.Reader.GetStringAsync(new Uri(path, UriKind.Relative)));
}
