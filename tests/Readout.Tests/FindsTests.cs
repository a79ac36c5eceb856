using System.Diagnostics;
using Readout.Fuzz;

namespace Readout.Tests;

/// <summary>Inputs by which fuzzing (fuzz/run.sh) broke a reader, made small; a folder for each target. Each must be read or refused by name, within the budget of one page.</summary>
public class FindsTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Readout.Tests", "Finds");
    private static readonly Targets Readers = new(Repository.Knowledge, Path.Combine(Repository.Root, "models"));

    public static IEnumerable<TheoryDataRow<string, string>> Finds() =>
        Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).SelectMany(d => Directory.GetFiles(d).Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string, string>(Path.GetFileName(d), Path.GetFileName(f))));

    [Theory]
    [MemberData(nameof(Finds))]
    public void What_broke_a_reader_is_read_or_refused(string target, string find)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, target, find));
        var read = Readers.Of(target);
        var clock = Stopwatch.StartNew();
        read(bytes);
        Assert.True(clock.Elapsed < Budget, $"took {clock.Elapsed}");
    }

    [Fact]
    public void Every_folder_of_finds_is_a_target_and_every_target_reads_its_seeds()
    {
        Assert.All(Directory.GetDirectories(Folder), d => Assert.Contains(Path.GetFileName(d), Targets.Names));
        var seeds = Directory.CreateTempSubdirectory("readout-seeds").FullName;
        try
        {
            Seeds.Write(Repository.Root, seeds);
            foreach (var target in Targets.Names)
            {
                var files = Directory.GetFiles(Path.Combine(seeds, target));
                Assert.NotEmpty(files);
                foreach (var file in files) Readers.Of(target)(File.ReadAllBytes(file));
            }
        }
        finally
        {
            Directory.Delete(seeds, recursive: true);
        }
    }
}
