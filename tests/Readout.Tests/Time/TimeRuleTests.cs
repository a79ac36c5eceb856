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
}
