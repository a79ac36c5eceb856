using System.Text.RegularExpressions;

namespace Readout.Tests;

public sealed partial class DocsTests
{
    [Fact]
    public void Every_link_of_the_documents_leads_to_something()
    {
        string[] pages = [.. Directory.GetFiles(Repository.Root, "*.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "eval"), "*.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "models"), "*.md")];
        var dead = from page in pages
                   from Match link in Link().Matches(File.ReadAllText(page))
                   let target = link.Groups[1].Value
                   where !target.Contains(':', StringComparison.Ordinal)
                   let full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target))
                   where !File.Exists(full) && !Directory.Exists(full)
                   select $"{Path.GetRelativePath(Repository.Root, page)}: {target}";
        Assert.Empty(dead);
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
