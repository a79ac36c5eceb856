using PublicApiGenerator;

namespace Readout.Tests.Api;

/// <summary>The library's promise: its public types are those that were approved, docs/api.md names them all, and its example runs as printed.</summary>
public class PublicApiTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Readout.Tests", "Api");

    [Fact]
    public void The_public_types_are_those_that_were_approved()
    {
        var approved = File.ReadAllText(Path.Combine(Folder, "Readout.approved.txt")).ReplaceLineEndings("\n").Trim();
        var api = typeof(Reader).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").Trim();
        if (api == approved) return;
        var received = Path.Combine(Path.GetTempPath(), "Readout.received.txt");
        File.WriteAllText(received, api + "\n");
        Assert.Fail($"The public API changed. Compare {received} with tests/Readout.Tests/Api/Readout.approved.txt; if the change is meant, put it in its place and tell of it in CHANGELOG.md and docs/api.md.");
    }

    [Fact]
    public void The_page_names_every_public_type()
    {
        var page = Page();
        var missing = typeof(Reader).Assembly.GetExportedTypes().Select(t => t.Name).Where(n => !page.Contains($"`{n}`", StringComparison.Ordinal) && !page.Contains($"`{n}.", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void The_example_is_the_code_that_runs_here()
    {
        var printed = Block("csharp").Where(l => !l.StartsWith("using ", StringComparison.Ordinal) || l.StartsWith("using var", StringComparison.Ordinal));
        var run = File.ReadAllLines(Path.Combine(Folder, "ApiExample.cs")).SkipWhile(l => l.Trim() != "// begin").Skip(1).TakeWhile(l => l.Trim() != "// end");
        Assert.Equal(run.Select(l => l.Trim()).Where(l => l.Length > 0), printed.Select(l => l.Trim()).Where(l => l.Length > 0));
    }

    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ApiExample.Run(output);
        Assert.True(string.Join('\n', Block("text")) == output.ToString().TrimEnd(), $"docs/api.md must show what the example prints:\n{output}");
    }

    [Fact]
    public void Only_the_library_is_packed_for_others_and_the_program_has_no_public_type()
    {
        Assert.DoesNotContain(typeof(global::Readout.App.Frame.CommandLine).Assembly.GetExportedTypes(), t => t.Name != "Program");
        foreach (var project in new[] { "Readout.Store", "Readout.Exports", "Readout.Web" })
            Assert.Contains("<IsPackable>false</IsPackable>", File.ReadAllText(Path.Combine(Repository.Root, "src", project, project + ".csproj")), StringComparison.Ordinal);
    }

    private static string Page() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));

    private static List<string> Block(string language) =>
        [.. Page().ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l != "```" + language).Skip(1).TakeWhile(l => l != "```")];
}
