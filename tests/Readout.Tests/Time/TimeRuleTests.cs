using Readout.Loading;
using Readout.Phrases;
using Readout.Time;

namespace Readout.Tests.Time;

public sealed class TimeRuleTests
{
    private static readonly TimeKnowledge Knowledge = Known.Knowledge.Time;

    [Fact]
    public void Every_example_in_the_rule_files_comes_out()
    {
        Assert.True(TimeExamples.Count(Knowledge) > 100);
        Assert.True(!TimeExamples.Failures(Knowledge).Any(), string.Join("\n", TimeExamples.Failures(Knowledge)));
    }

    [Fact]
    public void The_page_on_time_names_every_operation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "time.md"));
        Assert.All(TimeFormulas.Names, n => Assert.Contains($"`{n}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rule a\n  when <nothing>\n  gives date: same <nothing>", 2, "uses <nothing>, which no word list and no earlier rule gives")]
    [InlineData("rule a\n  when (one\n  gives date: none", 2, "has a bracket that is not closed")]
    [InlineData("rule a\n  when now\n  gives date: same <day>", 3, "gives <day>, which no 'when' line captures")]
    [InlineData("rule a\n  gives date: none", 1, "has the rule 'a' without a 'when' line")]
    [InlineData("when now", 1, "has 'when' outside a rule; begin with 'rule NAME'")]
    [InlineData("rule a\n  when now\n  gives date: none\n  yes now -> x", 4, "has a 'yes' that is not 'text [phrase] text -> value'")]
    public void A_wrong_rule_is_named_with_its_line_and_remedy(string rules, int line, string problem)
    {
        var wrong = Assert.Throws<KnowledgeException>(() => PhraseGrammar.Build([], [("time/x.rules", rules)]));
        Assert.Equal($"knowledge/time/x.rules({line}): {problem}", wrong.Message);
    }
}
