using Readout.Loading;
using Readout.Statements;
using Readout.Statements.Wording;

namespace Readout.Tests.Statements;

public sealed class WordingFinderTests
{
    private const string Text = "He called for the complete denuclearization of the Korean Peninsula. Its ironclad one-China policy, and North Korea’s denuclearisation.";

    [Fact]
    public void Of_several_forms_of_a_family_the_longest_counts()
    {
        var found = Known.Knowledge.Wording.Find(Text, []);
        Assert.Equal(
            ["denuclearization: complete denuclearization of the Korean Peninsula", "alliance-bond: ironclad", "one-china: policy", "denuclearization: of North Korea", "korea-names: North Korea"],
            found.Select(u => $"{u.Family}: {u.Form}"));
        Assert.Equal("complete denuclearization of the Korean Peninsula", found[0].Span.In(Text));
    }

    [Fact]
    public void A_use_belongs_to_the_innermost_statement_around_it()
    {
        Statement[] statements =
        [
            new() { Id = "s1", Speaker = "a", Content = [new(0, Text.Length)], Form = StatementForm.Indirect, Why = new("test") },
            new() { Id = "s2", Speaker = "b", Content = [new(14, 68)], Form = StatementForm.Indirect, Why = new("test") },
        ];
        var found = Known.Knowledge.Wording.Find(Text, statements);
        Assert.Equal(["s2", "s1"], found.Select(u => u.Statement).Take(2));
    }

    [Fact]
    public void The_examples_of_the_file_come_out()
    {
        var folder = new KnowledgeFolder(Repository.Knowledge);
        Assert.InRange(Known.Knowledge.Wording.Families.Count, 150, int.MaxValue);
        Assert.True(WordingExamples.Count(folder) > 600);
        Assert.Empty(WordingExamples.Failures(folder, Known.Knowledge.Wording));
    }

    [Fact]
    public void Every_family_of_the_ledger_has_at_least_two_forms() =>
        Assert.All(Known.Knowledge.Wording.Families, f => Assert.True(File.ReadLines(Path.Combine(Repository.Knowledge, "statements", "wording.tsv")).Where(l => l.StartsWith(f + "\t", StringComparison.Ordinal)).Select(l => l.Split('\t')[1]).Distinct().Count() > 1, f));
}
