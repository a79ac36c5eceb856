namespace Readout.Tests.App;

public sealed class StoreCommandTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    private string Store => Path.Combine(session.Folder, "s.db");

    [Fact]
    public void Export_prints_what_read_prints_whatever_the_order_and_the_threads()
    {
        var news = News(12);
        Assert.Equal(0, session.Run("read", news));
        var read = string.Join('\n', session.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(0, session.Run("add", news, "--store", Store, "--jobs", "1"));
        Assert.Equal(12, session.Lines.Count);
        Assert.Equal(0, session.Run("export", "--store", Store));
        var one = session.Output;
        Assert.Equal(read, string.Join('\n', session.Lines.Order(StringComparer.Ordinal)));
        var other = Path.Combine(session.Folder, "other.db");
        session.Run("add", session.File("second.jsonl", string.Join('\n', File.ReadAllLines(news).Reverse())), "--store", other, "--jobs", "4");
        session.Run("export", "--store", other);
        Assert.Equal(one.Replace("news.jsonl#", "#", StringComparison.Ordinal).Length, session.Output.Replace("second.jsonl#", "#", StringComparison.Ordinal).Length);
    }

    [Fact]
    public void A_dry_run_says_what_it_would_do_and_writes_nothing()
    {
        Assert.Equal(0, session.Run("add", News(2), "--store", Store, "--dry-run"));
        Assert.Equal(2, session.Lines.Count(l => l.Contains("\"result\":\"added\"", StringComparison.Ordinal)));
        Assert.False(File.Exists(Store));
        session.Run("add", News(2), "--store", Store);
        Assert.Equal(0, session.Run("add", News(3), "--store", Store, "--dry-run"));
        Assert.Equal(2, session.Lines.Count(l => l.Contains("\"result\":\"known\"", StringComparison.Ordinal)));
        Assert.Contains("nothing was written", session.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_that_asks_answers_in_every_format()
    {
        session.Run("add", News(6), "--store", Store);
        string[][] calls = [["search", "ministers"], ["said"], ["timeline"], ["ledger", "positions"], ["ledger", "demands"], ["ledger", "agreements"], ["ledger", "meetings"], ["ledger", "offices"], ["relations", "USA", "KOR"]];
        foreach (var call in calls)
            foreach (var format in new[] { "text", "json", "jsonl", "csv" })
            {
                Assert.Equal(0, session.Run([.. call, "--store", Store, "--format", format]));
                if (format == "json") System.Text.Json.JsonDocument.Parse(session.Output);
                if (format == "jsonl") Assert.All(session.Lines, l => System.Text.Json.JsonDocument.Parse(l));
            }
        Assert.Equal(0, session.Run("brief", "USA", "--store", Store, "--as-of", "2021-03-31", "--format", "text"));
        Assert.Contains("[1] The Paper, 2021-03-", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_a_store_says_how_to_make_one()
    {
        Assert.Equal(2, session.Run("search", "peace", "--store", Store));
        Assert.Contains("readout add", session.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("+1,2", "\"'+1,2\"")]
    [InlineData("-1", "'-1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("two \"words\"\nand a line", "\"two \"\"words\"\"\nand a line\"")]
    [InlineData("plain = text", "plain = text")]
    public void A_cell_that_a_spreadsheet_would_run_is_guarded(string cell, string written)
    {
        using var output = new MemoryStream();
        new Readout.Store.Printing.Csv(output).Row(1.5, cell, null, -2);
        Assert.Equal($"1.5,{written},,-2\r\n", System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    private string News(int count) => session.File("news.jsonl", string.Join('\n', Enumerable.Range(1, count).Select(i =>
        $$"""{"id":"n{{i:00}}","title":"Talks {{i}}","published":"2021-03-{{i + 9}}","source":"The Paper","text":"Talks {{i}}\n\nU.S. Secretary of State Antony Blinken met South Korean Foreign Minister Chung Eui-yong in Seoul on March {{i + 8}}.\n\n“We will keep the alliance strong for {{i}} years,” Blinken said."}""")));
}
