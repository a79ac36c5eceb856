using Readout.Checking;
using Readout.Loading;
using Readout.Syntax;

namespace Readout.Tests.Checking;

public sealed class KnowledgeCheckTests
{
    private static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(Path.Combine(Repository.Root, "models")));

    public static TheoryData<string> Stages => [.. KnowledgeCheck.StageNames];

    [Theory]
    [MemberData(nameof(Stages))]
    public void What_the_files_say_of_themselves_holds(string stage)
    {
        var check = KnowledgeCheck.Run(stage, new CheckBench(new KnowledgeFolder(Repository.Knowledge), Known.Knowledge, Model));
        Assert.True(check.Count > 0, $"{stage} checks nothing");
        Assert.True(check.Failures.Count == 0, string.Join("\n", check.Failures));
    }

    [Theory]
    [InlineData("actors/offices/x.tsv", "XYZ\thead_of_state\tPresident\tA B\t\t2001\t2002\t", "knowledge/actors/offices/x.tsv(2): names the code 'XYZ' in the column state, which stands in none of states.tsv, subjects.tsv, organisations.tsv and body-codes.tsv; correct it or add it there", "actors")]
    [InlineData("actors/offices/x.tsv", "FRA\thead_of_state\tPresident\tA B\t\t2001\t1999\t", "knowledge/actors/offices/x.tsv(2): A B leaves office on 1999 before taking it on 2001; correct one of the dates", "offices")]
    [InlineData("actors/offices/x.tsv", "FRA\tforeign_minister\tMinister\tA B\t\t1901-01-01\t1903-01-01\t\nFRA\tforeign_minister\tMinister\tC D\t\t1902-01-01\t1904-01-01\t", "knowledge/actors/offices/x.tsv(3): C D and A B (actors/offices/x.tsv, line 2) are both Minister of FRA for 365 days; correct the dates, or say joint, rival or acting in a note", "offices")]
    public void A_fault_is_named_with_file_line_and_remedy(string file, string rows, string message, string stage)
    {
        var folder = Directory.CreateTempSubdirectory("readout-check");
        try
        {
            Copy(Repository.Knowledge, folder.FullName);
            File.WriteAllText(Path.Combine(folder.FullName, file), "state\trole\toffice\tperson\taliases\tfrom\tto\tnote\n" + rows);
            var knowledge = new KnowledgeFolder(folder.FullName);
            Assert.Contains(message, KnowledgeCheck.Run(stage, new CheckBench(knowledge, Known.Knowledge, Model)).Failures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.tsv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
