using Readout.App.Frame;

namespace Readout.Tests.App;

public sealed class ReferenceTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public void The_page_of_the_docs_is_what_the_program_says_of_itself()
    {
        Assert.Equal(0, session.Run("reference"));
        Assert.True(File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md")) == session.Output, "docs/cli.md is old; make it anew with: readout reference > docs/cli.md");
    }

    [Fact]
    public void The_manual_page_has_every_verb_and_no_line_that_roff_would_take_for_a_request()
    {
        Assert.Equal(0, session.Run("reference", "--man"));
        var requests = session.Output.Split('\n').Where(l => l is ['.' or '\'', ..]).Select(l => l.Split(' ')[0]).Distinct();
        Assert.Subset(new HashSet<string> { ".TH", ".SH", ".SS", ".TP", ".B" }, requests.ToHashSet());
        using var terminal = Terminal.OfProcess();
        Assert.All(CommandLine.Root(terminal).Subcommands.Where(c => !c.Hidden), v => Assert.Contains($".SS readout {v.Name}", session.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _readout readout")]
    [InlineData("zsh", "#compdef readout")]
    [InlineData("fish", "complete -c readout")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public void Each_shell_has_its_completion_script(string shell, string line)
    {
        Assert.Equal(0, session.Run("completion", shell));
        Assert.Contains(line, session.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_answers_what_may_come_next()
    {
        using var output = new MemoryStream();
        Assert.Equal(0, await CommandLine.Run(["[suggest:9]", "ledger po"], new Terminal { Output = output, Error = TextWriter.Null, Input = Stream.Null }));
        var answers = System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("positions", answers);
        Assert.DoesNotContain("agreements", answers);
    }
}
