using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Readout.Tests;

/// <summary>NOTICE.md names each package of the lock files with the licence that the package itself names, and no other.</summary>
public partial class NoticeTests
{
    // Their packages name a licence by address, not by its SPDX name; read by hand.
    private static readonly Dictionary<string, string> ReadByHand = new(StringComparer.Ordinal) { ["K4os.Compression.LZ4"] = "MIT" };

    [Fact]
    public void Every_package_stands_there_and_no_other()
    {
        var locked = Locked().Keys.Order(StringComparer.OrdinalIgnoreCase).ToList();
        Assert.Equal(locked, Noted().Keys.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Its_licence_is_the_one_that_the_package_names()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var (noted, compared) = (Noted(), 0);
        foreach (var (name, version) in Locked())
        {
            var file = Path.Combine(cache, name.ToLowerInvariant(), version, name.ToLowerInvariant() + ".nuspec");
            if (!File.Exists(file)) continue;
            var licence = XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value ?? ReadByHand[name];
            Assert.True(licence == noted[name], $"NOTICE.md says '{noted[name]}' of {name}; the package says '{licence}'");
            compared++;
        }
        Assert.True(compared > 0, $"no package of the lock files lies under {cache}");
    }

    private static Dictionary<string, string> Locked()
    {
        var packages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { "src", "tests", "bench", "fuzz" }.SelectMany(f => Directory.GetFiles(Path.Combine(Repository.Root, f), "packages.lock.json", SearchOption.AllDirectories)))
            foreach (var framework in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject())
                foreach (var package in framework.Value.EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() != "Project"))
                    packages[package.Name] = package.Value.GetProperty("resolved").GetString()!;
        return packages;
    }

    private static Dictionary<string, string> Noted() =>
        Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "NOTICE.md"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"^\| ([A-Za-z][\w.-]*) \| ((?!licence)[\w.-]+) \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
