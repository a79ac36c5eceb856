namespace Readout.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_span_is_half_open_and_prints_so()
    {
        var span = new TextSpan(12, 19);
        Assert.Equal("[12..19)", span.ToString());
        Assert.True(span.Contains(12));
        Assert.False(span.Contains(19));
    }

    [Theory]
    [InlineData(0, 5, 5, 9, false)]
    [InlineData(0, 6, 5, 9, true)]
    public void Spans_that_touch_do_not_overlap(int a, int b, int c, int d, bool overlap) =>
        Assert.Equal(overlap, new TextSpan(a, b).Overlaps(new TextSpan(c, d)));
}
