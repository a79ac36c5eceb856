using Readout.Statements;

namespace Readout.Tests.Statements;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He called it “a start” today.", "“a start”")]
    [InlineData("He called it \"a start\" today.", "\"a start\"")]
    [InlineData("''A start,'' he said.", "''A start,''")]
    [InlineData("“We agreed, he said.", "“We agreed, he said.")]
    [InlineData("She is 5'2\" and said \"yes\" twice.", "\"yes\"")]
    [InlineData("“He told me, ‘Go home,’ and left,” she said.", "“He told me, ‘Go home,’ and left,”|‘Go home,’")]
    [InlineData("Envoy: talks ‘useful’ for both", "‘useful’")]
    [InlineData("The envoy's talks with the ministers' aides ended", "")]
    [InlineData("Nobody here has any doubt about it,” he said.", "Nobody here has any doubt about it,”")]
    [InlineData("“They waited. “They hoped,” he said.", "“They waited.|“They hoped,”")]
    public void Marks_are_paired_within_a_block(string text, string expected)
    {
        var found = QuotationFinder.Find(text, [new TextSpan(0, text.Length)]);
        Assert.Equal(expected, string.Join('|', found.Select(q => q.Span.In(text))));
    }

    [Fact]
    public void Speech_over_two_blocks_runs_on()
    {
        const string text = "“We will wait.\n\n“Then we will act,” he said.";
        var found = QuotationFinder.Find(text, [new TextSpan(0, 14), new TextSpan(16, text.Length)]);
        Assert.Equal(["“We will wait.", "“Then we will act,”"], found.Select(q => q.Span.In(text)));
        Assert.Equal([true, false], found.Select(q => q.Runs));
        Assert.Single(Speech.Join(found));
    }
}
