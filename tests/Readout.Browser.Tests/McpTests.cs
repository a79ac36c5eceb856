using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Readout.Browser.Tests;

/// <summary>An agent asks the record through the SDK's own client.</summary>
public sealed class McpTests(Site site)
{
    [Fact]
    public async Task What_does_North_Korea_demand_before_talks_over_HTTP()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        await Answers(client);
    }

    [Fact]
    public async Task What_does_North_Korea_demand_before_talks_on_standard_input()
    {
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Name = "readout", Command = Site.Program, Arguments = ["serve", "--mcp", "--store", site.Store] }));
        await Answers(client);
    }

    [Fact]
    public async Task Twelve_tools_that_only_read_each_with_a_schema_of_its_answer()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        var tools = await client.ListToolsAsync();
        Assert.Equal(["agreements", "brief", "changes_since", "demands", "get_article", "get_finding", "meetings", "positions", "relations", "search", "who_said", "wording_history"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, t => Assert.NotNull(t.ProtocolTool.OutputSchema));
    }

    [Theory]
    [InlineData("search", """{"query": "sanctions"}""")]
    [InlineData("who_said", """{"speaker": "Blinken", "as_of": "2021-03-31"}""")]
    [InlineData("wording_history", """{"family": "denuclearization"}""")]
    [InlineData("positions", """{"actor": "PRK"}""")]
    [InlineData("meetings", """{"state": "all"}""")]
    [InlineData("agreements", """{"actor": "KOR"}""")]
    [InlineData("relations", """{"one": "USA", "other": "PRK", "by": "year"}""")]
    [InlineData("changes_since", """{"since": "2020-01-01"}""")]
    public async Task A_list_says_what_it_covers_is_small_and_goes_on(string tool, string arguments)
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!;
        var first = Structured(await client.CallToolAsync(tool, new Dictionary<string, object?>(given) { ["limit"] = 1 }));
        Assert.Equal("covered", first.GetProperty("state").GetString());
        Assert.True(first.GetProperty("coverage").GetProperty("articles").GetInt64() > 0);
        Assert.Equal(1, first.GetProperty("items").GetArrayLength());
        if (first.GetProperty("next_cursor").GetString() is not { } cursor) return;
        var second = Structured(await client.CallToolAsync(tool, new Dictionary<string, object?>(given) { ["limit"] = 1, ["cursor"] = cursor }));
        Assert.NotEqual(first.GetProperty("items")[0].ToString(), second.GetProperty("items")[0].ToString());
    }

    [Fact]
    public async Task A_brief_cites_every_line()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        var brief = Structured(await client.CallToolAsync("brief", new Dictionary<string, object?> { ["actor"] = "PRK", ["as_of"] = "2021-03-18" }));
        var lines = brief.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("lines").EnumerateArray()).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.True(l.GetProperty("citations").GetArrayLength() > 0));
    }

    [Fact]
    public async Task A_question_that_is_wrong_says_what_to_give()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Address, "/mcp") }));
        var answer = await client.CallToolAsync("who_said", new Dictionary<string, object?> { ["as_of"] = "yesterday" });
        Assert.True(answer.IsError);
        Assert.Contains("write it as 2021-03-18", Assert.IsType<TextContentBlock>(answer.Content[0]).Text, StringComparison.Ordinal);
    }

    private static async Task Answers(McpClient client)
    {
        var result = await client.CallToolAsync("demands", new Dictionary<string, object?> { ["actor"] = "North Korea", ["about"] = "dialogue", ["as_of"] = "2021-03-18" });
        var answer = Structured(result);
        Assert.Equal("covered", answer.GetProperty("state").GetString());
        var demand = answer.GetProperty("items").EnumerateArray().First(d => d.GetProperty("untrusted_condition").GetString()?.Contains("hostile policy", StringComparison.Ordinal) == true).GetProperty("last");
        var quoted = demand.GetProperty("untrusted_source_text").GetString()!;
        Assert.Contains("hostile policy", quoted, StringComparison.Ordinal);
        Assert.Contains("hostile policy", Assert.IsType<TextContentBlock>(result.Content[0]).Text, StringComparison.Ordinal);
        // The span is exact: the article's text has these very words there.
        var article = Structured(await client.CallToolAsync("get_article", new Dictionary<string, object?> { ["id"] = demand.GetProperty("source").GetProperty("article").GetString() }));
        var span = demand.GetProperty("span");
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        Assert.Equal(quoted, article.GetProperty("untrusted_source_text").GetString()![start..end]);
        Assert.Equal("2021-03-18", demand.GetProperty("source").GetProperty("published").GetString());
        var finding = Structured(await client.CallToolAsync("get_finding", new Dictionary<string, object?> { ["id"] = demand.GetProperty("id").GetString() }));
        Assert.Equal("position", finding.GetProperty("kind").GetString());
    }

    private static JsonElement Structured(CallToolResult result)
    {
        Assert.NotEqual(true, result.IsError);
        return Assert.IsType<JsonElement>(result.StructuredContent);
    }
}
