using Readout.Syntax.Network;

namespace Readout.Tests.Syntax;

/// <summary>Where marks hang when the network has no opinion: by the guidelines alone.</summary>
public sealed unsafe class PunctuationHeadsTests
{
    [Theory]
    // A final mark hangs on the root, a comma on the conjunct that follows.
    [InlineData("Oslo , Rome agreed .", "4 3 1 0 1", "4 3 1 0 4")]
    // Brackets hang on the head of what they enclose.
    [InlineData("Talks ( in Rome ) failed", "6 1 4 1 1 0", "6 4 4 1 4 0")]
    // So do straight quotes, and the full stop within them.
    [InlineData("He said \" we agree . \"", "2 0 2 5 2 2 2", "2 0 5 5 2 5 5")]
    // A hyphen joins the lower word to the higher.
    [InlineData("long - term talks", "3 4 4 0", "3 1 4 0")]
    public void Marks_hang_where_the_guidelines_say(string words, string parsed, string expected)
    {
        var heads = Heads(parsed);
        var n = heads.Length;
        Mark[] marks = [Mark.None, .. words.Split(' ').Select(w => char.IsPunctuation(w[0]) ? PunctuationHeads.MarkOf(w) : Mark.None)];
        var scores = new Matrix(n, n);
        new PunctuationHeads().Attach(marks, scores.Data, n, heads);
        Assert.Equal(Heads(expected), heads);
    }

    [Fact]
    public void A_mark_crosses_no_arc_however_much_the_network_likes_it()
    {
        int[] heads = [-1, 4, 4, 5, 5, 0];
        Mark[] marks = [Mark.None, Mark.None, Mark.Comma, Mark.None, Mark.None, Mark.None];
        var scores = new Matrix(heads.Length, heads.Length);
        scores.RowSpan(2)[4] = 100;
        new PunctuationHeads().Attach(marks, scores.Data, heads.Length, heads);
        Assert.NotEqual(4, heads[2]);
    }

    private static int[] Heads(string text) => [-1, .. text.Split(' ').Select(int.Parse)];
}
